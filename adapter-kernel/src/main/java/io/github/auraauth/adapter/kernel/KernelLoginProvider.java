package io.github.auraauth.adapter.kernel;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.kernel.KernelPerson;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.KernelClaims;
import io.github.auraauth.domain.token.TokenClaims;
import io.github.auraauth.outgoing.UpstreamClient;
import io.github.auraauth.outgoing.UpstreamRequest;
import io.github.auraauth.outgoing.UpstreamResponse;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.login.LoginProvider;
import java.net.URI;
import java.util.Optional;

/** The login provider Kernel, over OAuth 2.0 and OpenID Connect. */
public final class KernelLoginProvider implements LoginProvider {
    private final KernelConfig config;
    private final KernelDiscovery discovery;
    private final UpstreamClient upstream;
    private final KernelClientAuthentication authentication;

    public KernelLoginProvider(
            KernelConfig config,
            KernelDiscovery discovery,
            UpstreamClient upstream,
            KernelClientAuthentication authentication) {
        this.config = requireNonNull(config, "config");
        this.discovery = requireNonNull(discovery, "discovery");
        this.upstream = requireNonNull(upstream, "upstream");
        this.authentication = requireNonNull(authentication, "authentication");
    }

    @Override
    public void requireAvailable() {
        client();
        upstream.requireAvailable();
    }

    @Override
    public Metadata metadata(Deadline deadline) {
        KernelEndpoints endpoints = discovery.endpoints(deadline);
        return new Metadata(endpoints.issuer(), endpoints.algorithms());
    }

    @Override
    public URI authorizationRequest(AuthorizationRequest request, Deadline deadline) {
        requireNonNull(request, "request");
        requireNonNull(deadline, "deadline");
        KernelConfig.Client client = client();
        FormParameters parameters = FormParameters.EMPTY
                .with("response_type", "code")
                .with("client_id", client.id())
                .with("redirect_uri", client.redirectUri().toString())
                .with("scope", "openid")
                .with("state", request.state())
                .with("code_challenge", request.challenge())
                .with("code_challenge_method", "S256");
        return request.nonce()
                .map(nonce -> parameters.with("nonce", nonce))
                .orElse(parameters)
                .appendedTo(discovery.endpoints(deadline).authorization());
    }

    @Override
    public ExchangeOutcome exchange(Secret code, Optional<Secret> verifier, Deadline deadline) {
        requireNonNull(code, "code");
        requireNonNull(verifier, "verifier");
        requireNonNull(deadline, "deadline");
        KernelConfig.Client client = client();
        URI endpoint = discovery.endpoints(deadline).token();
        FormParameters parameters = FormParameters.EMPTY
                .with("grant_type", "authorization_code")
                .with("code", code)
                .with("redirect_uri", client.redirectUri().toString());
        FormParameters withVerifier =
                verifier.map(secret -> parameters.with("code_verifier", secret)).orElse(parameters);
        UpstreamRequest call =
                authentication.authenticated(UpstreamRequest.post(endpoint, "/token"), withVerifier, client, endpoint);
        return TokenResponses.read(upstream.send(call, deadline));
    }

    @Override
    public Optional<KernelPerson> introspect(Secret accessToken, Deadline deadline) {
        requireNonNull(accessToken, "accessToken");
        requireNonNull(deadline, "deadline");
        KernelConfig.Client client = client();
        KernelEndpoints endpoints = discovery.endpoints(deadline);
        FormParameters parameters =
                FormParameters.EMPTY.with("token", accessToken).with("token_type_hint", "access_token");
        UpstreamRequest call =
                UpstreamRequest.post(endpoints.introspection(), "/introspect").repeatable();
        UpstreamResponse response =
                upstream.send(authentication.authenticated(call, parameters, client, endpoints.token()), deadline);
        TokenClaims answer = KernelResponses.members(response, "the introspection");
        return Boolean.TRUE.equals(answer.asMap().get("active")) ? KernelClaims.person(answer) : Optional.empty();
    }

    private KernelConfig.Client client() {
        return config.client()
                .filter(client -> config.endpoint().isPresent())
                .orElseThrow(() -> new Outage.Unavailable(KernelResponses.KERNEL));
    }
}
