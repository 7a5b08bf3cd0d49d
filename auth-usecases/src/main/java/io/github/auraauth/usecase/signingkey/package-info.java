/**
 * The keys that the provider signs with: which of them signs, making the next ones, and knowing one's own signatures. May
 * see {@code auth-ports}, {@code usecase.account}, {@code usecase.activity}, {@code auth-domain} and the JDK.
 */
package io.github.auraauth.usecase.signingkey;
