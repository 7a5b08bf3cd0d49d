/**
 * Signed tokens (RFC 7519) once their signature is known: their claims, and the rules by which an id_token or an
 * access token of the operator's provider is believed; and the keys that sign tokens of ours. May see
 * {@code domain.access}, {@code domain.json}, {@code domain.kernel}, {@code domain.secret}, {@code domain.user} and the JDK.
 */
package io.github.auraauth.domain.token;
