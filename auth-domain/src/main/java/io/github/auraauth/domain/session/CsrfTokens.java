package io.github.auraauth.domain.session;

import io.github.auraauth.domain.crypto.KeyedDigest;
import io.github.auraauth.domain.secret.Secret;

/**
 * Derives the CSRF token of a session from its secret: the proof that a request was made by a page of ours. Nothing is
 * stored.
 */
public final class CsrfTokens {
    private CsrfTokens() {}

    /** The token of a session: 64 hex digits, the same as long as the session lasts. */
    public static Secret of(Secret session) {
        return Secret.ofText(
                KeyedDigest.derivedFrom(session, "aura-auth/csrf/v1").hex("csrf"));
    }
}
