/**
 * The API of terms and conditions: its endpoints, its authentication, and its records as responses show them. May see
 * {@code adapter.http}, {@code adapter.http.operations}, {@code http-front}, {@code port.in.terms},
 * {@code auth-domain}, Jackson and the JDK.
 */
package io.github.auraauth.adapter.http.terms;
