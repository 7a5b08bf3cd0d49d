/**
 * The endpoints by which others verify what we sign. May see {@code adapter.http.docs}, {@code http-front},
 * {@code port.in.token}, {@code auth-domain}, Jackson and the JDK.
 */
package io.github.auraauth.adapter.http.openid;
