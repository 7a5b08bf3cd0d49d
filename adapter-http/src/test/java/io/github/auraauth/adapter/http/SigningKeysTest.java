package io.github.auraauth.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.token.JsonWebKey;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is published of our keys. */
class SigningKeysTest extends WithServer {
    private static final String CONFIGURATION = "/openid/issuer/.well-known/openid-configuration";
    private static final String KEYS = "/openid/jwk";

    private static final String MODULUS = "g" + "A".repeat(337) + "DA5";
    private static final JsonWebKey FIRST =
            new JsonWebKey("key-1", SignatureAlgorithm.RS256, Map.of("e", "AQAB", "n", MODULUS));
    private static final JsonWebKey NEXT =
            new JsonWebKey("key-2", SignatureAlgorithm.RS256, Map.of("n", MODULUS + "_", "e", "AQAB"));

    @BeforeEach
    void keys() {
        server.core.signingKeys = List.of(FIRST, NEXT);
    }

    @Test
    void keys_configured_arePublishedInOrder_withTheirPublicHalfOnly() {
        assertThat(get(KEYS).body())
                .isEqualTo("{\"keys\":["
                        + "{\"kty\":\"RSA\",\"n\":\"" + MODULUS
                        + "\",\"e\":\"AQAB\",\"kid\":\"key-1\",\"use\":\"sig\",\"alg\":\"RS256\"},"
                        + "{\"kty\":\"RSA\",\"n\":\"" + MODULUS
                        + "_\",\"e\":\"AQAB\",\"kid\":\"key-2\",\"use\":\"sig\",\"alg\":\"RS256\"}]}");
    }

    @Test
    void configuration_saysWhoSignsAndWhereTheKeysAre_andNamesNoEndpointThatIsNot() {
        assertThat(get(CONFIGURATION).body())
                .isEqualTo("{\"issuer\":\"https://auth.example.com/openid/issuer\","
                        + "\"jwks_uri\":\"https://auth.example.com/openid/jwk\","
                        + "\"response_types_supported\":[\"id_token\"],"
                        + "\"subject_types_supported\":[\"public\"],"
                        + "\"id_token_signing_alg_values_supported\":[\"RS256\"]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {CONFIGURATION, KEYS})
    void document_ofAServerWithoutAKey_is503_andNotToBeKept(String path) {
        server.core.signingKeys = List.of();

        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("SERVICE_UNAVAILABLE");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("ETag")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {CONFIGURATION, KEYS})
    void document_thatTheCallerHas_is304WithoutABody(String path) {
        HttpResponse<String> first = get(path);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(first.headers().firstValue("Cache-Control")).contains("public, max-age=600");

        for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*", " " + tag + " ,\"x\"")) {
            HttpResponse<String> again =
                    server.api("GET", path).header("If-None-Match", known).send();
            assertThat(again.statusCode()).as(known).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.headers().firstValue("ETag")).contains(tag);
            assertThat(again.headers().firstValue("Cache-Control")).contains("public, max-age=600");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "If-None-Match: \"other\",\t%s\r\n",
                "If-None-Match:\t%s\t\r\n",
                "If-None-Match: \t %s \t , \"other\"\r\n",
                "If-None-Match: ,\t,%s\r\n",
                "If-None-Match: \"other\"\r\nIf-None-Match: %s\r\n",
                "If-None-Match: W/%s\r\nIf-None-Match: \"other\"\r\n"
            })
    void document_thatTheCallerHas_isFoundInAList_withTabsAndOnSeveralLines(String lines) {
        String tag = get(KEYS).headers().firstValue("ETag").orElseThrow();

        assertThat(conditional(lines.formatted(tag)).status()).isEqualTo(304);
    }

    @Test
    void document_askedForWithAByteThatIsNotAscii_is400() {
        RawClient.Reply reply = conditional("If-None-Match: \"\u00e9\"\r\n");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("If-None-Match must be of printable ASCII");
    }

    private RawClient.Reply conditional(String lines) {
        try (RawClient raw = server.raw()) {
            return raw.send("GET " + RunningServer.BASE + KEYS + " HTTP/1.1\r\nHost: a\r\n" + lines + "\r\n")
                    .reply();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"other\"", "W/\"other\"", "not quoted", "\"\"", ","})
    void document_thatTheCallerHasNot_isWhole(String known) {
        HttpResponse<String> answer =
                server.api("GET", KEYS).header("If-None-Match", known).send();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("key-1");
    }

    @Test
    void tag_ofKeysThatHaveChanged_isAnother() {
        String tag = get(KEYS).headers().firstValue("ETag").orElseThrow();
        String ofConfiguration = get(CONFIGURATION).headers().firstValue("ETag").orElseThrow();
        server.core.signingKeys = List.of(NEXT);

        HttpResponse<String> answer =
                server.api("GET", KEYS).header("If-None-Match", tag).send();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("key-2").doesNotContain("key-1");
        assertThat(answer.headers().firstValue("ETag").orElseThrow()).isNotEqualTo(tag);
        assertThat(get(CONFIGURATION).headers().firstValue("ETag")).contains(ofConfiguration);
    }

    @Test
    void document_askedForWithHead_isTheSameWithoutABody() {
        HttpResponse<String> answer = server.api("HEAD", KEYS).send();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("ETag"))
                .isEqualTo(get(KEYS).headers().firstValue("ETag"));
    }

    @Test
    void document_hostileHost_neverHoldsIt() {
        try (RawClient raw = server.raw()) {
            RawClient.Reply reply = raw.send(
                            "GET /aura-services/v1" + CONFIGURATION + " HTTP/1.1\r\nHost: evil.example\r\n\r\n")
                    .reply();

            assertThat(reply.body()).doesNotContain("evil.example").contains("auth.example.com");
        }
    }

    private HttpResponse<String> get(String path) {
        return server.api("GET", path).send();
    }
}
