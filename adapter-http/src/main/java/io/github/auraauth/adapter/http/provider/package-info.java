/**
 * The endpoints of the OpenID provider that clients and their scripts call themselves: tokens, userinfo, keys and metadata.
 * May see {@code adapter.http}, {@code adapter.http.operations}, {@code http-front}, {@code port.in.provider}, the deadlines
 * of {@code port}, {@code auth-domain}, Jackson and the JDK.
 */
package io.github.auraauth.adapter.http.provider;
