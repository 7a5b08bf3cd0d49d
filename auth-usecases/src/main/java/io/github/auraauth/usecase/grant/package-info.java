/**
 * The tokens of a grant: issued, verified and revoked. May see {@code auth-ports}, {@code usecase.account},
 * {@code usecase.client}, {@code usecase.signingkey}, {@code auth-domain} and the JDK.
 */
package io.github.auraauth.usecase.grant;
