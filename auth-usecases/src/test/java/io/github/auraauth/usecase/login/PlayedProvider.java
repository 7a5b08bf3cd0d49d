package io.github.auraauth.usecase.login;

import io.github.auraauth.domain.kernel.KernelPerson;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.JsonWebKeySet;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import io.github.auraauth.domain.token.TokenClaims;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.login.LoginProvider;
import io.github.auraauth.port.out.token.ProviderKeys;
import io.github.auraauth.port.out.token.TokenVerifier;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A provider that says what a test wants: its id_token's text is nothing but a name for these claims. */
final class PlayedProvider implements LoginProvider, ProviderKeys, TokenVerifier {
    static final String ISSUER = "https://kernel.example/";
    static final Secret ID_TOKEN = Secret.ofText("id-token");
    static final Secret CODE = Secret.ofText("a-code");

    final List<AuthorizationRequest> requests = new ArrayList<>();
    final List<Optional<Secret>> verifiers = new ArrayList<>();
    final Map<String, Object> claims = new HashMap<>();
    ExchangeOutcome exchange = new ExchangeOutcome.Tokens(ID_TOKEN, Secret.ofText("access-token"));
    VerificationOutcome forged = null;
    Optional<KernelPerson> introspected = Optional.empty();
    RuntimeException away = null;
    RuntimeException unasked = null;
    Runnable afterExchange = () -> {};

    @Override
    public void requireAvailable() {
        if (unasked != null) {
            throw unasked;
        }
    }

    @Override
    public Metadata metadata(Deadline deadline) {
        fail();
        return new Metadata(ISSUER, Set.of(SignatureAlgorithm.RS256));
    }

    @Override
    public URI authorizationRequest(AuthorizationRequest request, Deadline deadline) {
        fail();
        requests.add(request);
        return URI.create("https://kernel.example/authorize");
    }

    @Override
    public ExchangeOutcome exchange(Secret code, Optional<Secret> verifier, Deadline deadline) {
        verifiers.add(verifier);
        fail();
        afterExchange.run();
        return exchange;
    }

    @Override
    public Optional<KernelPerson> introspect(Secret accessToken, Deadline deadline) {
        fail();
        return introspected;
    }

    @Override
    public JsonWebKeySet current(Deadline deadline) {
        fail();
        return new JsonWebKeySet("{}");
    }

    @Override
    public JsonWebKeySet refreshed(Deadline deadline) {
        return current(deadline);
    }

    @Override
    public VerificationOutcome verify(Secret token, JsonWebKeySet keys, Set<SignatureAlgorithm> allowed) {
        return forged == null ? new VerificationOutcome.Verified(TokenClaims.of(claims)) : forged;
    }

    private void fail() {
        if (away != null) {
            throw away;
        }
    }

    @Override
    public Optional<TokenClaims> unverified(Secret token) {
        throw new AssertionError("Kernel's side knows whose keys a token is verified by");
    }
}
