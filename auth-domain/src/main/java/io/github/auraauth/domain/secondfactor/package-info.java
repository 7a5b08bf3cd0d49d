/**
 * Second factors as an account has them: codes of an authenticator app, codes for its loss, and the identifiers of passkeys.
 * May see {@code domain.crypto}, {@code domain.secret} and the JDK.
 */
package io.github.auraauth.domain.secondfactor;
