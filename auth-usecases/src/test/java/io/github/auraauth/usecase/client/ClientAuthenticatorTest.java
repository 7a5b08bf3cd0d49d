package io.github.auraauth.usecase.client;

import static io.github.auraauth.usecase.AccountEnvironment.SOURCE;
import static io.github.auraauth.usecase.ProviderEnvironment.CLIENT_SECRET;
import static io.github.auraauth.usecase.ProviderEnvironment.credential;
import static io.github.auraauth.usecase.ProviderInstance.error;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.JsonWebKeySet;
import io.github.auraauth.domain.token.PrivateSigningKey;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import io.github.auraauth.domain.token.TokenClaims;
import io.github.auraauth.domain.token.TokenType;
import io.github.auraauth.port.in.provider.ClientCredential;
import io.github.auraauth.port.in.provider.ClientCredential.Method;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.usecase.ProviderEnvironment;
import io.github.auraauth.usecase.ProviderInstance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClientAuthenticatorTest {
    private final ProviderEnvironment all = new ProviderEnvironment();
    private final ProviderInstance here = all.instance();
    private final ProviderInstance there = all.instance();

    @Test
    void authenticate_secret_isGoodForItsClientAlone() {
        Client client = all.trusted("client");
        Client other = all.trusted("other");
        assertThat(authenticate(credential(client))).isEmpty();
        assertThat(authenticate(credential(client, Secret.ofText("wrong")))).isEqualTo("invalid_client");
        assertThat(authenticate(credential(client, Secret.ofText("")))).isEqualTo("invalid_client");
        assertThat(authenticate(credential(other))).isEmpty();
        assertThat(authenticate(
                        new ClientCredential(Method.SECRET, Optional.of("nobody"), Optional.of(CLIENT_SECRET), SOURCE)))
                .isEqualTo("invalid_client");
    }

    @Test
    void authenticate_confidentialClientWithoutAProof_isRefused_andAPublicOneIsNot() {
        Client client = all.trusted("client");
        assertThat(authenticate(new ClientCredential(Method.NONE, Optional.of("client"), Optional.empty(), SOURCE)))
                .isEqualTo("invalid_client");
        assertThat(authenticate(credential(all.publicClient("open")))).isEmpty();
        assertThat(authenticate(
                        new ClientCredential(Method.SECRET, Optional.of("open"), Optional.of(CLIENT_SECRET), SOURCE)))
                .isEqualTo("invalid_client");
        assertThat(client.authentication().confidential()).isTrue();
    }

    @Test
    void authenticate_assertion_isGoodOnce_onAllInstances() {
        PrivateSigningKey key = all.tokens.generate(SignatureAlgorithm.ES256);
        all.signing("signing", JsonWebKeySet.of(List.of(key.publicKey())));
        ClientCredential assertion = assertion(key, "signing", ProviderEnvironment.ISSUER, "first");
        List<String> results = Race.of(
                8,
                caller -> error(
                        (caller % 2 == 0 ? here : there).authenticator.authenticate(assertion, all.accounts.soon())));
        assertThat(results).filteredOn(String::isEmpty).hasSize(1);
        assertThat(authenticate(assertion(key, "signing", ProviderEnvironment.ISSUER + "/token", "second")))
                .isEmpty();
    }

    @Test
    void authenticate_assertionThatAloneSaysWhoseItIs_isGood_andNoOthers() {
        PrivateSigningKey key = all.tokens.generate(SignatureAlgorithm.ES256);
        all.signing("signing", JsonWebKeySet.of(List.of(key.publicKey())));
        assertThat(authenticate(alone(assertion(key, "signing", ProviderEnvironment.ISSUER, "first"))))
                .isEmpty();
        assertThat(authenticate(alone(assertion(key, "somebody", ProviderEnvironment.ISSUER, "second"))))
                .isEqualTo("invalid_client");
        assertThat(authenticate(new ClientCredential(
                        Method.ASSERTION, Optional.empty(), Optional.of(Secret.ofText("nonsense")), SOURCE)))
                .isEqualTo("invalid_client");
    }

    private static ClientCredential alone(ClientCredential assertion) {
        return new ClientCredential(Method.ASSERTION, Optional.empty(), assertion.proof(), SOURCE);
    }

    @Test
    void authenticate_assertionForSomebodyElseOrByAnotherKey_isRefused() {
        PrivateSigningKey key = all.tokens.generate(SignatureAlgorithm.ES256);
        PrivateSigningKey foreign = all.tokens.generate(SignatureAlgorithm.ES256);
        all.signing("signing", JsonWebKeySet.of(List.of(key.publicKey())));
        all.signing("neighbour", JsonWebKeySet.of(List.of(foreign.publicKey())));
        assertThat(authenticate(assertion(key, "signing", "https://other.example", "a")))
                .isEqualTo("invalid_client");
        assertThat(authenticate(assertion(foreign, "signing", ProviderEnvironment.ISSUER, "b")))
                .isEqualTo("invalid_client");
        assertThat(authenticate(new ClientCredential(
                        Method.ASSERTION,
                        Optional.of("neighbour"),
                        assertion(key, "signing", ProviderEnvironment.ISSUER, "c")
                                .proof(),
                        SOURCE)))
                .isEqualTo("invalid_client");
    }

    @Test
    void authenticate_manyFailures_closesTheSource_butNotToAGoodCredential() {
        Client client = all.trusted("client");
        String last = "";
        for (int i = 0; i < 100; i++) {
            last = authenticate(credential(client, Secret.ofText("wrong " + i)));
        }
        assertThat(last).isEqualTo("slow_down");
        assertThat(authenticate(credential(client))).isEmpty();
    }

    private String authenticate(ClientCredential credential) {
        return error(here.authenticator.authenticate(credential, all.accounts.soon()));
    }

    private ClientCredential assertion(PrivateSigningKey key, String client, String audience, String id) {
        long now = all.accounts.clock.instant().getEpochSecond();
        TokenClaims claims = TokenClaims.of(
                Map.of("iss", client, "sub", client, "aud", audience, "jti", id, "iat", now, "exp", now + 60));
        return new ClientCredential(
                Method.ASSERTION,
                Optional.of(client),
                Optional.of(all.tokens.sign(claims, key, TokenType.JWT)),
                SOURCE);
    }
}
