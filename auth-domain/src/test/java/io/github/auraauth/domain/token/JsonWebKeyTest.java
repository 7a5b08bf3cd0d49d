package io.github.auraauth.domain.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.auraauth.domain.secret.Secret;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWebKeyTest {
    private static final Map<String, String> OF_RSA = Map.of("e", "AQAB", "n", "wA-_");
    private static final Map<String, String> OF_EC = Map.of("y", "AQ", "x", "Ag", "crv", "P-256");
    private static final JsonWebKey RSA = new JsonWebKey("a", SignatureAlgorithm.RS256, OF_RSA);

    @Test
    void members_eachType_areInTheirOrder() {
        assertThat(RSA.members().toString()).isEqualTo("{kty=RSA, n=wA-_, e=AQAB, kid=a, use=sig, alg=RS256}");
        assertThat(new JsonWebKey("b", SignatureAlgorithm.ES256, OF_EC)
                        .members()
                        .toString())
                .isEqualTo("{kty=EC, crv=P-256, x=Ag, y=AQ, kid=b, use=sig, alg=ES256}");
        assertThat(new JsonWebKey("a", SignatureAlgorithm.PS256, OF_RSA).members())
                .containsEntry("kty", "RSA")
                .containsEntry("alg", "PS256");
    }

    @Test
    void constructor_privateMember_isRefusedAndNotQuoted() {
        Map<String, String> withPrivate = new HashMap<>(OF_RSA);
        withPrivate.put("d", "canary");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JsonWebKey("a", SignatureAlgorithm.RS256, withPrivate))
                .withMessageContaining("parameters")
                .withMessageNotContaining("canary");
    }

    @Test
    void constructor_membersOfAnotherTypeOrTooFew_isRefused() {
        for (Map<String, String> parameters : List.of(Map.<String, String>of(), OF_EC, Map.of("n", "AQ"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new JsonWebKey("a", SignatureAlgorithm.RS256, parameters));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new JsonWebKey("a", SignatureAlgorithm.ES256, OF_RSA));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A=", "A+", "A/", "A ", "A\"", "\u00E9"})
    void constructor_memberNotInBase64url_isRefused(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JsonWebKey("a", SignatureAlgorithm.RS256, Map.of("n", value, "e", "AQAB")));
    }

    @Test
    void parameters_givenMapChangedLater_areTheSame() {
        Map<String, String> given = new HashMap<>(OF_RSA);
        JsonWebKey key = new JsonWebKey("a", SignatureAlgorithm.RS256, given);
        given.put("d", "canary");
        assertThat(key.parameters()).isEqualTo(OF_RSA);
    }

    @Test
    void set_ofKeys_isTheirJson() {
        JsonWebKey second = new JsonWebKey("b", SignatureAlgorithm.ES256, OF_EC);
        assertThat(JsonWebKeySet.of(List.of()).json()).isEqualTo("{\"keys\":[]}");
        assertThat(JsonWebKeySet.of(List.of(RSA, second)).json())
                .isEqualTo("{\"keys\":["
                        + "{\"kty\":\"RSA\",\"n\":\"wA-_\",\"e\":\"AQAB\",\"kid\":\"a\",\"use\":\"sig\",\"alg\":\"RS256\"},"
                        + "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"Ag\",\"y\":\"AQ\",\"kid\":\"b\",\"use\":\"sig\","
                        + "\"alg\":\"ES256\"}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\\", "\",\"d\":\"x", "\u0000\u001F\n", "\u2028\uD83D\uDE00", "</script>"})
    void set_oddName_isEscaped(String id) throws Exception {
        String json = JsonWebKeySet.of(List.of(new JsonWebKey(id, SignatureAlgorithm.RS256, OF_RSA)))
                .json();
        JsonNode key = new ObjectMapper().readTree(json).path("keys").path(0);
        assertThat(key.path("kid").asText()).isEqualTo(id);
        assertThat(key).hasSize(6);
    }

    @Test
    void privateKey_anyKey_isNeverPrinted() {
        assertThat(new PrivateSigningKey(RSA, Secret.ofText("canary")))
                .hasToString("PrivateSigningKey[a, redacted]")
                .isEqualTo(new PrivateSigningKey(RSA, Secret.ofText("canary")))
                .isNotEqualTo(new PrivateSigningKey(RSA, Secret.ofText("another")));
    }

    @Test
    void header_eachTokenType_isItsName() {
        assertThat(TokenType.JWT.header()).isEqualTo("JWT");
        assertThat(TokenType.LOGOUT.header()).isEqualTo("logout+jwt");
    }
}
