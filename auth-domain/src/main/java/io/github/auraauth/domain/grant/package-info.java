/**
 * The grants of clients: codes, access tokens, refresh tokens, and the one record behind them. May see
 * {@code domain.account}, {@code domain.client}, {@code domain.crypto}, {@code domain.secret}, {@code domain.session} and
 * the JDK.
 */
package io.github.auraauth.domain.grant;
