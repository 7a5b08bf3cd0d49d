/**
 * The users of a store: registering, reading and removing them, for services, for the person whose users they are and for
 * accounts that look after them. May see {@code usecase.invalidation}, {@code usecase.activity}, {@code auth-domain},
 * {@code auth-ports} and the JDK.
 */
package io.github.auraauth.usecase.user;
