package io.github.auraauth.domain.account;

import io.github.auraauth.domain.crypto.HexDigest;

/**
 * What an invitation's secret is kept and looked up as.
 *
 * @param hex 64 lower-case hex digits of an HMAC-SHA-256
 */
public record InvitationDigest(String hex) {
    public InvitationDigest {
        HexDigest.check(hex);
    }
}
