/**
 * The pages of the OpenID provider: where services send people to log in, to agree and to log out. May see
 * {@code adapter.pages}, {@code http-front}, {@code port.in.provider}, the deadlines of {@code port}, {@code auth-domain},
 * Jackson and the JDK.
 */
package io.github.auraauth.adapter.pages.provider;
