package io.github.auraauth.usecase.kernel;

import io.github.auraauth.domain.kernel.KernelPerson;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.JsonWebKeySet;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import io.github.auraauth.domain.token.TokenClaims;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.login.LoginProvider;
import io.github.auraauth.port.out.token.ProviderKeys;
import io.github.auraauth.port.out.token.TokenVerifier;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A provider whose keys are words, and a verifier for which a token is the name of the key that signed it: one among the
 * keys is verified, {@code forged} is refused, any other names a key that is not known.
 */
final class FakeProvider implements ProviderKeys, TokenVerifier, LoginProvider {
    static final String ISSUER = "https://kernel.example/";

    String published = "old";
    int fetches;
    int verifications;
    boolean outage;
    Set<SignatureAlgorithm> allowed = Set.of();
    final Map<String, Object> claims = new LinkedHashMap<>();

    @Override
    public JsonWebKeySet current(Deadline deadline) {
        fail();
        return new JsonWebKeySet("old");
    }

    @Override
    public JsonWebKeySet refreshed(Deadline deadline) {
        fail();
        fetches++;
        return new JsonWebKeySet(published);
    }

    @Override
    public VerificationOutcome verify(Secret token, JsonWebKeySet keys, Set<SignatureAlgorithm> taken) {
        verifications++;
        allowed = taken;
        String key = new String(token.reveal(), StandardCharsets.UTF_8);
        if (key.equals("forged")) {
            return new VerificationOutcome.Refused();
        }
        if (!Arrays.asList(keys.json().split(" ", -1)).contains(key)) {
            return new VerificationOutcome.UnknownKey();
        }
        Map<String, Object> signed = new LinkedHashMap<>(Map.of("sub", key));
        signed.putAll(claims);
        return new VerificationOutcome.Verified(TokenClaims.of(signed));
    }

    @Override
    public void requireAvailable() {
        fail();
    }

    @Override
    public Metadata metadata(Deadline deadline) {
        fail();
        return new Metadata(ISSUER, Set.of(SignatureAlgorithm.values()));
    }

    @Override
    public URI authorizationRequest(AuthorizationRequest request, Deadline deadline) {
        throw new UnsupportedOperationException("nobody logs in here");
    }

    @Override
    public ExchangeOutcome exchange(Secret code, Optional<Secret> verifier, Deadline deadline) {
        throw new UnsupportedOperationException("nobody logs in here");
    }

    @Override
    public Optional<KernelPerson> introspect(Secret accessToken, Deadline deadline) {
        throw new UnsupportedOperationException("nobody logs in here");
    }

    private void fail() {
        if (outage) {
            throw new Outage.UpstreamFailed("kernel");
        }
    }

    @Override
    public Optional<TokenClaims> unverified(Secret token) {
        throw new AssertionError("Kernel's side knows whose keys a token is verified by");
    }
}
