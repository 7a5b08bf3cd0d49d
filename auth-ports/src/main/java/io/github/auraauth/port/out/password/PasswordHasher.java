package io.github.auraauth.port.out.password;

import io.github.auraauth.domain.password.PasswordHash;
import io.github.auraauth.domain.secret.Secret;

/**
 * Makes and verifies hashes of passwords. Each call takes a core for a good part of a second. Safe for use by many threads;
 * throws {@code NullPointerException} for a null argument.
 */
public interface PasswordHasher {

    /** A hash of the password's UTF-8 bytes with a new salt, at the present cost. */
    PasswordHash hash(Secret password);

    /** Whether the password is the one that the hash was made of; costs no less than {@link #waste} does. */
    boolean matches(Secret password, PasswordHash hash);

    /** Does the work of verifying and answers nothing: for names that nobody has. */
    void waste(Secret password);

    /** Whether the hash costs less than a new one would. */
    boolean isOutdated(PasswordHash hash);
}
