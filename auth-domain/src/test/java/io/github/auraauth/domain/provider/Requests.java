package io.github.auraauth.domain.provider;

import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.client.SampleClients;
import io.github.auraauth.domain.grant.RequestedClaims;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Authorization requests for tests: a good one, of which each test changes something. */
final class Requests {
    static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private final Map<String, String> values = new HashMap<>();
    private final Set<String> repeated = new HashSet<>();
    private Optional<RequestedClaims> claims = Optional.empty();

    private Requests() {}

    static Requests good() {
        return new Requests()
                .with("response_type", "code")
                .with("client_id", "my-client")
                .with("redirect_uri", SampleClients.REDIRECT)
                .with("scope", "openid profile")
                .with("state", "a state")
                .with("nonce", "a nonce")
                .with("code_challenge", CHALLENGE)
                .with("code_challenge_method", "S256");
    }

    Requests with(String name, String value) {
        values.put(name, value);
        return this;
    }

    Requests without(String name) {
        values.remove(name);
        return this;
    }

    Requests repeating(String name) {
        repeated.add(name);
        return this;
    }

    Requests with(RequestedClaims read) {
        claims = Optional.of(read);
        return with("claims", "{}");
    }

    AuthorizationParameters parameters() {
        return new AuthorizationParameters(values, repeated, claims);
    }

    OAuthResult<AuthorizationRequest> read(Client client) {
        return AuthorizationRequestReader.read(client, SampleClients.REDIRECT, parameters());
    }

    AuthorizationRequest request() {
        return request(SampleClients.PUBLIC);
    }

    AuthorizationRequest request(Client client) {
        return read(client).fold(request -> request, fault -> {
            throw new AssertionError(fault);
        });
    }

    /** Why it is refused; empty when it is not. */
    Optional<OAuthFault> fault() {
        return read(SampleClients.PUBLIC).fold(request -> Optional.empty(), Optional::of);
    }
}
