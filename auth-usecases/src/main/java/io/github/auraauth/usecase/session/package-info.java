/**
 * Logging in and out with an account, judging its credentials, and what its owner may do. May see {@code auth-ports},
 * {@code usecase.account}, {@code usecase.activity}, {@code usecase.authtoken}, {@code usecase.throttle},
 * {@code auth-domain} and the JDK.
 */
package io.github.auraauth.usecase.session;
