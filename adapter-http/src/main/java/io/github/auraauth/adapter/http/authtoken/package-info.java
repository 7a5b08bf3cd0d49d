/**
 * The operations on auth tokens. May see {@code adapter.http.account}, {@code http-front}, {@code port.in.account} for
 * pages, {@code port.in.authtoken}, the deadlines of {@code port}, {@code auth-domain}, Jackson and the JDK.
 */
package io.github.auraauth.adapter.http.authtoken;
