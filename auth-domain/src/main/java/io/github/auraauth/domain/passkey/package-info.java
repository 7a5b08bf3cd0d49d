/**
 * Passkeys of accounts, and the challenges that are put to them. May see {@code domain.account},
 * {@code domain.secondfactor}, {@code domain.crypto}, {@code domain.secret} and the JDK.
 */
package io.github.auraauth.domain.passkey;
