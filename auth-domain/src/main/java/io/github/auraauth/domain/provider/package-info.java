/**
 * The decisions of an OpenID provider: what a request to log somebody in asks for, whether they must log in or agree first,
 * what tokens say, and which key signs. May see {@code domain.account}, {@code domain.client}, {@code domain.crypto},
 * {@code domain.grant}, {@code domain.secret}, {@code domain.session}, {@code domain.token} and the JDK.
 */
package io.github.auraauth.domain.provider;
