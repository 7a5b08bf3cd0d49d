package io.github.auraauth.adapter.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.port.out.secondfactor.PasskeyVerifier;
import io.github.auraauth.testkit.account.SampleAccounts;
import io.github.auraauth.testkit.secondfactor.PasskeyVerifierContract;
import io.github.auraauth.testkit.secondfactor.SoftwareAuthenticator;
import java.security.SecureRandom;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WebAuthnPasskeyVerifierTest implements PasskeyVerifierContract {
    private final PasskeyVerifier verifier = verifier(RELYING_PARTY, ORIGIN, false);

    @Override
    public PasskeyVerifier verifier() {
        return verifier;
    }

    @Test
    void created_inDevelopment_portSaysNothingAndTheHostDoes() {
        PasskeyVerifier local = verifier("localhost", "http://localhost", true);
        String options = local.creationOptions(CHALLENGE, SampleAccounts.id(1), NAME, Set.of());
        var authenticator = new SoftwareAuthenticator("localhost", "http://localhost:2367", true, new SecureRandom());
        assertThat(local.created(CHALLENGE, authenticator.create(options))).isPresent();
        for (String origin : new String[] {"http://127.0.0.1:2367", "http://a.localhost:2367", "http://example.org"}) {
            assertThat(local.created(
                            CHALLENGE, authenticator.at("localhost", origin).create(options)))
                    .as(origin)
                    .isEmpty();
        }
    }

    private static PasskeyVerifier verifier(String id, String origin, boolean anyPort) {
        return new WebAuthnPasskeyVerifier(new RelyingPartyConfig(id, "aura", Set.of(origin), anyPort));
    }
}
