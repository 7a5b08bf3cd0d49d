/**
 * Auth tokens: those of a configured list. May see {@code auth-domain}, {@code auth-ports} and the JDK.
 */
package io.github.auraauth.usecase.authtoken;
