/**
 * Logging in and out with an account, and proving who calls by session, token or password. May see {@code auth-domain},
 * the deadlines of {@code port} and the JDK.
 */
package io.github.auraauth.port.in.session;
