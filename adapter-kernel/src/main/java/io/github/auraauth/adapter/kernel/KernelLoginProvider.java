package io.github.auraauth.adapter.kernel;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.kernel.KernelPerson;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.KernelClaims;
import io.github.auraauth.domain.token.TokenClaims;
import io.github.auraauth.outgoing.Call;
import io.github.auraauth.outgoing.Peer;
import io.github.auraauth.outgoing.Reply;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.login.LoginProvider;
import java.net.URI;
import java.util.Optional;

/** Kernel, as its client. */
public final class KernelLoginProvider implements LoginProvider {
    private final KernelConfig config;
    private final KernelDiscovery discovery;
    private final Peer peer;
    private final ClientAuthentication authentication;

    public KernelLoginProvider(
            KernelConfig config, KernelDiscovery discovery, Peer peer, ClientAuthentication authentication) {
        this.config = requireNonNull(config, "config");
        this.discovery = requireNonNull(discovery, "discovery");
        this.peer = requireNonNull(peer, "peer");
        this.authentication = requireNonNull(authentication, "authentication");
    }

    @Override
    public void requireAvailable() {
        client();
        peer.requireAvailable();
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
        Form form = Form.EMPTY
                .with("response_type", "code")
                .with("client_id", client.id())
                .with("redirect_uri", client.redirectUri().toString())
                .with("scope", "openid")
                .with("state", request.state())
                .with("code_challenge", request.challenge())
                .with("code_challenge_method", "S256");
        return request.nonce()
                .map(nonce -> form.with("nonce", nonce))
                .orElse(form)
                .behind(discovery.endpoints(deadline).authorization());
    }

    @Override
    public ExchangeOutcome exchange(Secret code, Optional<Secret> verifier, Deadline deadline) {
        requireNonNull(code, "code");
        requireNonNull(verifier, "verifier");
        requireNonNull(deadline, "deadline");
        KernelConfig.Client client = client();
        URI endpoint = discovery.endpoints(deadline).token();
        Form form = Form.EMPTY
                .with("grant_type", "authorization_code")
                .with("code", code)
                .with("redirect_uri", client.redirectUri().toString());
        Form whole = verifier.map(secret -> form.with("code_verifier", secret)).orElse(form);
        Call call = authentication.complete(Call.post(endpoint, "/token"), whole, client, endpoint);
        return TokenReplies.read(peer.send(call, deadline));
    }

    @Override
    public Optional<KernelPerson> introspect(Secret accessToken, Deadline deadline) {
        requireNonNull(accessToken, "accessToken");
        requireNonNull(deadline, "deadline");
        KernelConfig.Client client = client();
        KernelEndpoints endpoints = discovery.endpoints(deadline);
        Form form = Form.EMPTY.with("token", accessToken).with("token_type_hint", "access_token");
        Call call = Call.post(endpoints.introspection(), "/introspect").repeatable();
        Reply reply = peer.send(authentication.complete(call, form, client, endpoints.token()), deadline);
        TokenClaims answer = KernelReplies.members(reply, "the introspection");
        return Boolean.TRUE.equals(answer.asMap().get("active")) ? KernelClaims.person(answer) : Optional.empty();
    }

    private KernelConfig.Client client() {
        return config.client()
                .filter(client -> config.endpoint().isPresent())
                .orElseThrow(() -> new Outage.Unavailable(KernelReplies.KERNEL));
    }
}
