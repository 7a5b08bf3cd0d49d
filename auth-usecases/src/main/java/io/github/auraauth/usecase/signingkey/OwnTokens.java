package io.github.auraauth.usecase.signingkey;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.JsonWebKeySet;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import io.github.auraauth.domain.token.TokenClaims;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.token.TokenVerifier;
import java.util.Optional;
import java.util.Set;

/** Knows id_tokens that we have signed, also expired ones: what a client sends along as a hint. Safe for use by many threads. */
public final class OwnTokens {
    private static final Set<SignatureAlgorithm> ALGORITHMS =
            Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256);

    private final SigningKeyReader keys;
    private final TokenVerifier verifier;
    private final String issuer;

    /** @param issuer as clients know us */
    public OwnTokens(SigningKeyReader keys, TokenVerifier verifier, String issuer) {
        this.keys = keys;
        this.verifier = verifier;
        this.issuer = issuer;
    }

    /** The claims of an id_token of ours; empty when it is none. */
    public Optional<TokenClaims> read(Secret idToken, Deadline deadline) {
        JsonWebKeySet known = JsonWebKeySet.of(keys.ring(deadline).known());
        return verifier.verify(idToken, known, ALGORITHMS)
                .<Optional<TokenClaims>>fold(Optional::of, Optional::empty, Optional::empty)
                .filter(claims -> claims.text("iss").equals(Optional.of(issuer)))
                // a logout token is signed by the same keys, and is no hint
                .filter(claims -> claims.text("sub").isPresent()
                        && claims.time("auth_time").isPresent());
    }
}
