package io.github.auraauth.adapter.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.domain.token.SignatureAlgorithm;
import io.github.auraauth.domain.token.TokenClaims;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelEndpointsTest {
    private static final String ADDRESS = "https://kernel.example.org/op/";

    @Test
    void of_wholeDocument_isTaken() {
        assertThat(of(Map.of())).hasValueSatisfying(endpoints -> {
            assertThat(endpoints.issuer()).isEqualTo(ADDRESS);
            assertThat(endpoints.algorithms()).containsExactlyInAnyOrder(SignatureAlgorithm.values());
        });
        assertThat(of(Map.of("issuer", "https://kernel.example.org/op"))).isPresent();
        assertThat(of(Map.of("id_token_signing_alg_values_supported", List.of("none", "HS256", "PS256", "EdDSA"))))
                .hasValueSatisfying(
                        endpoints -> assertThat(endpoints.algorithms()).containsExactly(SignatureAlgorithm.PS256));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://kernel.example.org/op//",
                "https://kernel.example.org/OP/",
                "https://kernel.example.org:443/op/",
                "https://other.example.org/op/",
                "http://kernel.example.org/op/",
                "https://kernel.example.org/",
                " https://kernel.example.org/op/",
                ""
            })
    void of_anotherIssuer_isEmpty(String issuer) {
        assertThat(of(Map.of("issuer", issuer))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"authorization_endpoint", "token_endpoint", "introspection_endpoint", "jwks_uri", "issuer"})
    void of_memberMissing_isEmpty(String name) {
        Map<String, Object> document = document();
        document.remove(name);
        assertThat(KernelEndpoints.of(TokenClaims.of(document), URI.create(ADDRESS)))
                .isEmpty();
        assertThat(of(Map.of(name, List.of(ADDRESS)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://kernel.example.org/token",
                "/token",
                "token",
                "//kernel.example.org/token",
                "https:token",
                "https:///token",
                "ftp://kernel.example.org/token",
                "file:///etc/passwd",
                "https://user@kernel.example.org/token",
                "https://kernel.example.org/token#fragment",
                "https://kernel.example.org/to ken",
                "javascript:alert(1)"
            })
    void of_addressThatWeDoNotCall_isEmpty(String address) {
        assertThat(of(Map.of("token_endpoint", address))).isEmpty();
        assertThat(of(Map.of("authorization_endpoint", address))).isEmpty();
    }

    @Test
    void config_endpointThatIsNone_isRefused() {
        for (String endpoint : List.of(
                "https://kernel.example.org", "https://kernel.example.org/op", "/op/", "https://k.example.org/?a=/")) {
            assertThatThrownBy(() -> new KernelConfig(Optional.of(URI.create(endpoint)), Optional.empty()))
                    .as(endpoint)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Optional<KernelEndpoints> of(Map<String, Object> changes) {
        Map<String, Object> document = document();
        document.putAll(changes);
        return KernelEndpoints.of(TokenClaims.of(document), URI.create(ADDRESS));
    }

    private static Map<String, Object> document() {
        return new HashMap<>(Map.of(
                "issuer", ADDRESS,
                "authorization_endpoint", "https://login.example.org/authorize?realm=x",
                "token_endpoint", ADDRESS + "token",
                "introspection_endpoint", ADDRESS + "introspect",
                "jwks_uri", ADDRESS + "jwks"));
    }
}
