package io.github.auraauth.app.acceptance;

import static io.github.auraauth.app.acceptance.KernelServers.start;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.apikey.ApiKeyModel;
import io.github.auraauth.domain.apikey.ApiKeyRequest;
import io.github.auraauth.domain.apikey.IssuedApiKey;
import io.github.auraauth.domain.state.StatePurpose;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source that tries keys. */
class ThrottleAcceptanceTest {
    @TempDir
    private Path folder;

    @Test
    void call_afterSixtyFailures_isOneAnswerForAllSaveGoodVersion2KeysAndProvenOnes() {
        try (ServerProcess server = ServerProcess.start(folder, Servers.embedded())) {
            Api api = new Api(server);
            String proven = legacyKey();
            String unproven = legacyKey();
            assertThat(call(api, proven).statusCode()).isEqualTo(200);
            for (int i = 0; i < 60; i++) {
                assertThat(call(api, "wrong-" + i).statusCode()).isEqualTo(401);
            }
            Set<String> answers = new HashSet<>();
            for (String key : List.of("wrong", unproven, "aur2_00000000_00_000000", "00".repeat(64))) {
                answers.add(comparable(call(api, key)));
            }
            assertThat(answers).singleElement().asString().contains("429", "TOO_MANY_REQUESTS", "retry-after=[60]");
            assertThat(call(api, proven).statusCode()).isEqualTo(200);
            String version2 = Api.key("aura-bot", AccessMode.READ);
            assertThat(call(api, version2).statusCode()).isEqualTo(200);
            assertThat(api.call(api.request("/ping", version2).build()).statusCode())
                    .isEqualTo(403);
            assertThat(api.call(api.request("/local-ping", "wrong").build()).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void anyCall_afterSixtyImagesOfAPageWithBadStates_isTakenWhereItIsGood() {
        Map<String, String> environment = Servers.embedded();
        environment.put("TAC_APIKEY", Tac.KEY + ",fake");
        try (ServerProcess server = ServerProcess.start(folder, environment)) {
            for (int i = 0; i < 60; i++) {
                assertThat(new Browser().get(start(server, "bad-" + i)).statusCode())
                        .isEqualTo(400);
            }
            Api api = new Api(server);
            assertThat(new Browser().get(start(server, "bad")).statusCode()).isEqualTo(429);
            assertThat(call(api, "wrong").statusCode()).isEqualTo(429);
            assertThat(new Tac(server, "wrong")
                            .call("GET", Tac.services("anne"))
                            .statusCode())
                    .isEqualTo(429);
            assertThat(new Tac(server, "fake").call("GET", Tac.services("anne")).statusCode())
                    .as("so short that it can be guessed")
                    .isEqualTo(429);

            assertThat(call(api, Api.key("aura-bot", AccessMode.READ)).statusCode())
                    .isEqualTo(200);
            assertThat(new Tac(server).call("GET", Tac.services("anne")).statusCode())
                    .isEqualTo(200);
            String logout = KernelServers.state(KernelServers.someone(), StatePurpose.LOGOUT);
            assertThat(new Browser().get(KernelServers.logout(server, logout)).statusCode())
                    .isEqualTo(303);
            assertThat(new Browser().get(KernelServers.logout(server, logout)).statusCode())
                    .as("used up")
                    .isEqualTo(429);
        }
    }

    /** One that anybody may hold who has not used it yet. */
    static String legacyKey() {
        var grants = ApiKeyModel.Grants.of(Set.of("aura-services"), Set.of("aura-bot"), AccessMode.READ);
        IssuedApiKey issued = Api.keys(Api.ENCRYPTION_KEY, Api.ENVIRONMENT)
                .issueLegacy(new ApiKeyRequest("9.5.0", grants, Optional.empty(), Optional.empty()));
        return new String(issued.text().reveal(), StandardCharsets.US_ASCII);
    }

    private static HttpResponse<String> call(Api api, String key) {
        return api.call(api.request("/config", key).build());
    }

    private static String comparable(HttpResponse<String> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        headers.remove("x-correlator");
        return answer.statusCode() + " " + headers + " " + answer.body();
    }
}
