package io.github.auraauth.domain.session;

import io.github.auraauth.domain.crypto.KeyedDigest;
import io.github.auraauth.domain.secret.Secret;

/** The proof that a request of a session was made by a page of ours: derived from the session's secret, and stored nowhere. */
public final class CsrfToken {
    private CsrfToken() {}

    /** The token of a session: 64 hex digits, the same as long as the session lasts. */
    public static Secret of(Secret session) {
        return Secret.ofText(
                KeyedDigest.derivedFrom(session, "aura-auth/csrf/v1").hex("csrf"));
    }
}
