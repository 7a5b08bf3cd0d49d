/**
 * The users of a store: registering, reading and removing them, for services and for the person whose users they are.
 * May see {@code usecase.invalidation}, {@code auth-domain}, {@code auth-ports} and the JDK.
 */
package io.github.auraauth.usecase.user;
