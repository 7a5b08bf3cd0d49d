package io.github.auraauth.port.out.token;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.PrivateSigningKey;
import io.github.auraauth.domain.token.TokenClaims;
import io.github.auraauth.domain.token.TokenType;

/** Signs tokens (RFC 7515, compact form). Needs no other service. Safe for use by many threads. */
@FunctionalInterface
public interface TokenSigner {
    /**
     * A token of the claims, signed as the key's algorithm says. Its header names the algorithm, the key ({@code kid}) and
     * the type ({@code typ}), and nothing else.
     *
     * @throws IllegalArgumentException when the key is for another algorithm than RS256 and ES256, or is not what it says
     */
    Secret sign(TokenClaims claims, PrivateSigningKey key, TokenType type);
}
