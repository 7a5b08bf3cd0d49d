package io.github.auraauth.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Request objects, which are refused: what is read of them is how the client wants to be told. */
class ProviderRequestObjectTest extends WithProvider {

    @Test
    void authorize_withARequestObject_isReadForHowToRefuseIt_andForNothingElse() {
        String object =
                object("{\"response_mode\":\"form_post\",\"state\":\"s1\",\"client_id\":\"c2\",\"scope\":\"openid\"}");
        server.get("/oidc/authorize?client_id=c1&request=" + object).send();

        assertThat(core.parameters.get(0).values())
                .isEqualTo(Map.of("client_id", "c1", "request", object, "response_mode", "form_post", "state", "s1"));
    }

    @Test
    void authorize_withARequestObject_keepsWhatStandsBesideIt() {
        String object = object("{\"response_mode\":\"form_post\",\"state\":\"s1\"}");
        server.get("/oidc/authorize?state=s2&response_mode=query&request=" + object)
                .send();

        assertThat(core.parameters.get(0).values())
                .containsEntry("state", "s2")
                .containsEntry("response_mode", "query");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "a.b.c",
                "a.%21.c",
                "e30",
                "e30.eyJzdGF0ZSI6MX0.",
                "e30.WyJzdGF0ZSJd.",
                "e30.eyJzdGF0ZSI6",
                "e30.eyJzdGF0ZSI6IiJ9.",
                "e30.eyJzdGF0ZSI6InMiLCJhIjpbW1tbW1tbWzFdXV1dXV1dXX0."
            })
    void authorize_withARequestObjectThatTellsNothing_isLeftAsItIs(String object) {
        server.get("/oidc/authorize?client_id=c1&request=" + object).send();

        assertThat(core.parameters.get(0).values()).containsOnlyKeys("client_id", "request");
    }

    /** One without a signature (RFC 7519, section 6). */
    private static String object(String payload) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8))
                + '.'
                + base64.encodeToString(payload.getBytes(StandardCharsets.UTF_8))
                + '.';
    }
}
