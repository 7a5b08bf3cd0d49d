package io.github.auraauth.domain.account;

import io.github.auraauth.domain.crypto.HexDigest;

/**
 * The digest by which an invitation's secret is stored and looked up.
 *
 * @param hex 64 lower-case hex digits of an HMAC-SHA-256
 */
public record InvitationDigest(String hex) {
    public InvitationDigest {
        HexDigest.check(hex);
    }
}
