package io.github.auraauth.usecase.kernel;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.JsonWebKeySet;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import io.github.auraauth.domain.token.TokenClaims;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.token.ProviderKeys;
import io.github.auraauth.port.out.token.TokenVerifier;
import io.github.auraauth.port.out.token.TokenVerifier.VerificationOutcome;
import java.util.Optional;
import java.util.Set;

/** Verifies the signature of a token by the provider's keys, which are fetched anew for a key that is not among them. */
public final class ProviderTokenVerifier {
    private final ProviderKeys keys;
    private final TokenVerifier verifier;

    public ProviderTokenVerifier(ProviderKeys keys, TokenVerifier verifier) {
        this.keys = requireNonNull(keys, "keys");
        this.verifier = requireNonNull(verifier, "verifier");
    }

    /**
     * The claims, of which nothing is verified but that the provider signed them; empty when it did not.
     *
     * @param allowed the algorithms that are taken
     * @throws io.github.auraauth.port.Outage when the keys cannot be had
     */
    public Optional<TokenClaims> verified(Secret token, Set<SignatureAlgorithm> allowed, Deadline deadline) {
        JsonWebKeySet current = keys.current(deadline);
        VerificationOutcome outcome = verifier.verify(token, current, allowed);
        return outcome.fold(Optional::of, () -> again(token, allowed, current, deadline), Optional::empty);
    }

    private Optional<TokenClaims> again(
            Secret token, Set<SignatureAlgorithm> allowed, JsonWebKeySet current, Deadline deadline) {
        JsonWebKeySet refreshed = keys.refreshed(deadline);
        return refreshed.equals(current)
                ? Optional.empty()
                : verifier.verify(token, refreshed, allowed).fold(Optional::of, Optional::empty, Optional::empty);
    }
}
