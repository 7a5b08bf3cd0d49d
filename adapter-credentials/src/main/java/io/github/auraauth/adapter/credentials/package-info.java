/**
 * Passwords, hashed over the JDK's PBKDF2 and scored by zxcvbn. May see {@code auth-ports}, {@code auth-domain}, zxcvbn and
 * the JDK.
 */
package io.github.auraauth.adapter.credentials;
