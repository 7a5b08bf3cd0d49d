package io.github.auraauth.port.out.token;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.JsonWebKeySet;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import io.github.auraauth.domain.token.TokenClaims;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Verifies the signature of a token (RFC 7515, compact form), and nothing else of it: what its claims are worth, the
 * domain decides. Needs no other service. Safe for use by many threads.
 */
public interface TokenVerifier {
    /**
     * Looks for the token's key by its {@code kid}, or, where it names none, takes the only one that fits. What a token
     * brings along to be verified by ({@code jku}, {@code x5u}, {@code jwk}) is ignored, one with {@code crit} refused.
     *
     * @param token refused when it is longer than 1 MiB
     * @param allowed the algorithms that are taken, as far as they fit the key
     */
    VerificationOutcome verify(Secret token, JsonWebKeySet keys, Set<SignatureAlgorithm> allowed);

    /**
     * What a token says, proved by nobody: only for finding out by whose keys it is to be verified.
     *
     * @return empty when it is not of the form of a token, or longer than 1 MiB
     */
    Optional<TokenClaims> unverified(Secret token);

    /** What came of it. */
    sealed interface VerificationOutcome {
        /** Calls the one function that fits. */
        <T> T fold(Function<TokenClaims, T> verified, Supplier<T> unknownKey, Supplier<T> refused);

        /** Signed by one of the keys. */
        record Verified(TokenClaims claims) implements VerificationOutcome {
            public Verified {
                requireNonNull(claims, "claims");
            }

            @Override
            public <T> T fold(Function<TokenClaims, T> verified, Supplier<T> unknownKey, Supplier<T> refused) {
                return verified.apply(claims);
            }
        }

        /** It names a key that is not among these; a newer set may have it. */
        record UnknownKey() implements VerificationOutcome {
            @Override
            public <T> T fold(Function<TokenClaims, T> verified, Supplier<T> unknownKey, Supplier<T> refused) {
                return unknownKey.get();
            }
        }

        /** Anything else; why is nobody's business. */
        record Refused() implements VerificationOutcome {
            @Override
            public <T> T fold(Function<TokenClaims, T> verified, Supplier<T> unknownKey, Supplier<T> refused) {
                return refused.get();
            }
        }
    }
}
