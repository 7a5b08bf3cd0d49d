package io.github.auraauth.port.out.login;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.kernel.KernelPerson;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * The operator's OpenID provider, Kernel, as a client of it sees it. Safe for use by many threads. Every method throws
 * {@link Outage.Unavailable} when the provider is not configured, {@link Outage.UpstreamFailed} when it cannot be
 * reached, fails, refuses us as a client or answers nonsense, {@link Outage.UpstreamTimedOut} when it does not answer by
 * the deadline, and {@link Outage.Paused} when it has failed too often.
 */
public interface LoginProvider {
    /**
     * Asks nobody and returns at once: for whoever must know, before doing what cannot be undone, whether a login can go
     * on at all. That it returns promises nothing of the calls that follow.
     *
     * @throws Outage.Unavailable when the provider, or our being a client of it, is not configured
     * @throws Outage.Paused when the provider has failed too often
     */
    void requireAvailable();

    /** What the provider says of itself (OpenID Connect Discovery); may be some minutes old. */
    Metadata metadata(Deadline deadline);

    /**
     * Where a browser is sent to log in: the provider's authorization endpoint with our client's own parameters, scope
     * {@code openid} and the given ones.
     */
    URI authorizationRequest(AuthorizationRequest request, Deadline deadline);

    /**
     * Exchanges a code for tokens, with one request that is never repeated.
     *
     * @param verifier of the PKCE challenge (RFC 7636), where the login began with one
     */
    ExchangeOutcome exchange(Secret code, Optional<Secret> verifier, Deadline deadline);

    /**
     * Asks whose an access token is (RFC 7662).
     *
     * @return empty when it is not active, or does not say of whom it is
     */
    Optional<KernelPerson> introspect(Secret accessToken, Deadline deadline);

    /**
     * What a provider says of itself.
     *
     * @param issuer exactly as its tokens have it
     * @param algorithms that its id_tokens may have
     */
    record Metadata(String issuer, Set<SignatureAlgorithm> algorithms) {
        public Metadata {
            requireNonNull(issuer, "issuer");
            algorithms = Set.copyOf(algorithms);
        }
    }

    /**
     * What one login asks with.
     *
     * @param state as it came, to be brought back
     * @param challenge S256 of the verifier
     */
    record AuthorizationRequest(String state, Optional<String> nonce, String challenge) {
        public AuthorizationRequest {
            requireNonNull(state, "state");
            requireNonNull(nonce, "nonce");
            requireNonNull(challenge, "challenge");
        }

        @Override
        public String toString() {
            return "AuthorizationRequest[redacted]";
        }
    }

    /** What came of an exchange. */
    sealed interface ExchangeOutcome {
        /** Calls the one function that fits. */
        <T> T fold(BiFunction<Secret, Secret, T> tokens, Supplier<T> refused);

        /** The id_token, whose signature nobody has looked at yet, and the access token. */
        record Tokens(Secret idToken, Secret accessToken) implements ExchangeOutcome {
            public Tokens {
                requireNonNull(idToken, "idToken");
                requireNonNull(accessToken, "accessToken");
            }

            @Override
            public <T> T fold(BiFunction<Secret, Secret, T> tokens, Supplier<T> refused) {
                return tokens.apply(idToken, accessToken);
            }
        }

        /** The code is used, expired, or was not given for this. */
        record Refused() implements ExchangeOutcome {
            @Override
            public <T> T fold(BiFunction<Secret, Secret, T> tokens, Supplier<T> refused) {
                return refused.get();
            }
        }
    }
}
