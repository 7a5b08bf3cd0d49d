/**
 * Logging in and out with an account, and judging its credentials. May see {@code port.in.session}, {@code port.out},
 * {@code usecase.account}, {@code usecase.activity}, {@code usecase.throttle}, {@code auth-domain} and the JDK.
 */
package io.github.auraauth.usecase.session;
