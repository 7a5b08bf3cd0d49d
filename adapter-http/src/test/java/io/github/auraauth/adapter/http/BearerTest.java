package io.github.auraauth.adapter.http;

import static io.github.auraauth.adapter.http.FakeKernel.ANNE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.adapter.http.RunningServer.Call;
import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.secret.Secret;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in to the API published in Kernel. */
class BearerTest extends WithServer {
    @Test
    void token_thatIsNoGoodOne_is401WithOneAnswer_whateverIsWrong() {
        Set<String> answers = new HashSet<>();
        for (String authorization : List.of(
                "",
                "Bearer",
                "Bearer ",
                "Bearer   ",
                "Bearer bad",
                "Bearer  bad",
                "Bearer good.anne.r good",
                "Bearer good.anne.r,",
                "Bearer good.anne.r.a=b",
                "Bearer =",
                "Basic good.anne.r",
                "APIKEY kernel rw",
                "Bearer\tgood.anne.r",
                "good.anne.r")) {
            HttpResponse<String> answer =
                    server.kernel("GET", "/ping").key(authorization).send();
            assertThat(answer.statusCode()).as(authorization).isEqualTo(401);
            answers.add(answer.headers().firstValue("WWW-Authenticate").orElseThrow() + answer.body());
        }
        Call none = server.kernel("GET", "/ping");
        HttpResponse<String> missing = none.send();
        answers.add(missing.headers().firstValue("WWW-Authenticate").orElseThrow() + missing.body());

        assertThat(answers)
                .containsExactly("Bearer realm=\"fp\", error=\"invalid_token\","
                        + " error_description=\"A valid access token is required\""
                        + "{\"code\":\"UNAUTHENTICATED\",\"message\":\"A valid access token is required\"}");
    }

    @Test
    void token_thatEndsInEqualsSigns_isTakenAsItIs() {
        HttpResponse<String> answer =
                server.kernel("GET", "/ping").key("Bearer good.anne.r.a==").send();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(server.core.kernel.calls.get(0).token()).contains(Secret.ofText("good.anne.r.a=="));
    }

    @Test
    void token_withAnEqualsSignWithin_isNone() {
        server.kernel("GET", "/ping").key("Bearer good.anne.r.a=b").send();

        assertThat(server.core.kernel.calls.get(0).token()).isEmpty();
    }

    @Test
    void token_twice_isNone() {
        HttpResponse<String> answer =
                server.kernel("GET", "/ping").key(ANNE).key(ANNE).send();

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(server.core.kernel.calls.get(0).token()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bEARER good.anne.r", "Bearer  good.anne.r", "bearer     good.anne.r"})
    void scheme_inAnotherCase_orWithMoreSpacesBehindIt_isTheSame(String authorization) {
        assertThat(server.kernel("GET", "/ping").key(authorization).send().statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /ping, READ",
        "GET, /users/aura-id, WRITE",
        "POST, /users/aura-id, WRITE",
        "DELETE, /users/x, WRITE",
        "GET, /users/aura-id-global/5b0d5a3e-3f4c-5d0c-9a53-0b4d1c7f2e90, READ"
    })
    void scope_byTheOperationsMode_isAskedFor_andIts403SaysSo(String method, String path, AccessMode mode) {
        String other = mode == AccessMode.READ ? "Bearer good.anne.w" : "Bearer good.anne.r";

        HttpResponse<String> answer = server.kernel(method, path).key(other).send();

        assertThat(server.core.kernel.calls.get(0).mode()).isEqualTo(mode);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("FORBIDDEN", "The access token has not the right to do this");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("Bearer realm=\"fp\", error=\"insufficient_scope\", error_description=");
    }

    @Test
    void keysOfKernel_thatCannotBeHad_areAnAnswerByTheirOutage() {
        HttpResponse<String> answer =
                server.kernel("GET", "/ping").key("Bearer outage").send();

        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(answer.body()).contains("UPSTREAM_TIMEOUT").doesNotContain("kernel");
    }

    @Test
    void apiKey_ofLevelKernel_isNoTokenHere_andATokenNoKeyThere() {
        assertThat(server.kernel("GET", "/ping")
                        .key(RunningServer.KERNEL)
                        .send()
                        .statusCode())
                .isEqualTo(401);
        HttpResponse<String> there = server.api("GET", "/ping").key(ANNE).send();
        assertThat(there.statusCode()).isEqualTo(401);
        assertThat(there.headers().firstValue("WWW-Authenticate")).contains("APIKEY realm=\"aura-services\"");
        assertThat(server.core.keyCalls).hasSize(1);
    }

    @Test
    void openOperations_ofTheDefinition_askForNoToken() {
        server.kernel("GET", "/openapi.yaml").key("Bearer bad").send();
        server.kernel("GET", "/docs").send();

        assertThat(server.core.kernel.calls).isEmpty();
    }

    @Test
    void checks_inTheirOrder_pathMethodTokenRightSizeParameters() {
        String large = "x".repeat(70_000);
        assertThat(server.kernel("GET", "/nowhere").key("Bearer bad").send().statusCode())
                .isEqualTo(404);
        assertThat(server.kernel("PUT", "/users/aura-id")
                        .key("Bearer bad")
                        .send()
                        .statusCode())
                .isEqualTo(405);
        assertThat(server.kernel("POST", "/users/aura-id")
                        .key("Bearer bad")
                        .json(large)
                        .send()
                        .statusCode())
                .isEqualTo(401);
        assertThat(server.kernel("POST", "/users/aura-id")
                        .key("Bearer good.anne.r")
                        .json(large)
                        .send()
                        .statusCode())
                .isEqualTo(403);
        assertThat(server.kernel("POST", "/users/aura-id")
                        .key(ANNE)
                        .json(large)
                        .send()
                        .statusCode())
                .isEqualTo(413);
        assertThat(server.kernel("POST", "/users/aura-id").key(ANNE).send().statusCode())
                .isEqualTo(400);
    }
}
