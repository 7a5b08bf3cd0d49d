/**
 * Passwords, hashed over the JDK's PBKDF2 and scored by zxcvbn, passkeys, read by Yubico's library, and codes, drawn by
 * Nayuki's. May see {@code auth-ports}, {@code auth-domain}, zxcvbn, Yubico's webauthn-server-core,
 * Nayuki's qrcodegen, Jackson and the JDK.
 */
package io.github.auraauth.adapter.credentials;
