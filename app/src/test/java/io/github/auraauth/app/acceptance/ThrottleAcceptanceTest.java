package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.access.AccessMode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source that tries keys. */
class ThrottleAcceptanceTest {
    @TempDir
    private Path folder;

    @Test
    void call_afterSixtyFailures_isOneAnswerForEveryKeySaveProvenOnes() {
        try (ServerProcess server = ServerProcess.start(folder, Servers.embedded())) {
            Api api = new Api(server);
            String proven = Api.key("aura-bot", AccessMode.READ);
            String unproven = Api.key("aura-bot", AccessMode.READ);
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
            assertThat(api.call(api.request("/ping", proven).build()).statusCode())
                    .isEqualTo(403);
            assertThat(api.call(api.request("/local-ping", "wrong").build()).statusCode())
                    .isEqualTo(200);
        }
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
