package io.github.auraauth.port.out.token;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.PublicSigningKey;
import io.github.auraauth.domain.token.TokenClaims;
import io.github.auraauth.port.Outage;
import java.util.List;

/** Signs tokens with keys of our own. Needs no other service. Safe for use by many threads. */
public interface TokenSigner {
    /**
     * A token of the claims, signed RS256 with the first key, whose name is its {@code kid}.
     *
     * @throws Outage.Unavailable when there is no key
     */
    Secret sign(TokenClaims claims);

    /** The public halves of all keys, the signing one first; empty when there are none. */
    List<PublicSigningKey> publicKeys();
}
