package io.github.auraauth.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateCommandTest {
    private static final String CHANNEL = "6f4c1f0e-0d5b-4a53-9a0e-3d3a5a7a2c11";
    private static final String ISSUE = "state issue --aura-id me --channel-id " + CHANNEL;

    @TempDir
    private Path home;

    private Terminal terminal;

    @BeforeEach
    void sit() {
        terminal = new Terminal(home, Map.of());
    }

    @Test
    void issue_plain_printsTheStateAlone() {
        assertThat(run(ISSUE)).isZero();

        assertThat(terminal.out().lines())
                .singleElement()
                .asString()
                .matches("aus2_[0-9a-f]{8}_[0-9a-f]+_[0-9A-Za-z]{6}");
        assertThat(terminal.err()).isEmpty();
    }

    @Test
    void issue_json_showsWhatTheStateSays() throws IOException {
        assertThat(run(ISSUE + " --locale es-es --redirect-uri http://localhost:3000/chat?a=b --correlator c-1"
                        + " --async-callback opaque --json"))
                .isZero();

        JsonNode answer = json();
        assertThat(answer.fieldNames()).toIterable().containsExactly("state", "format", "model");
        assertThat(answer.get("state").asText()).startsWith("aus2_");
        assertThat(answer.get("format").asText()).isEqualTo("v2");
        JsonNode model = answer.get("model");
        assertThat(model.fieldNames())
                .toIterable()
                .containsExactly(
                        "auraId",
                        "channelId",
                        "ts",
                        "purpose",
                        "nonce",
                        "locale",
                        "redirectUri",
                        "correlator",
                        "asyncCallback");
        assertThat(model.get("auraId").asText()).isEqualTo("me");
        assertThat(model.get("channelId").asText()).isEqualTo(CHANNEL);
        assertThat(model.get("ts").asLong()).isEqualTo(Terminal.NOW.toEpochMilli());
        assertThat(model.get("purpose").asText()).isEqualTo("login");
        assertThat(model.get("redirectUri").asText()).isEqualTo("http://localhost:3000/chat?a=b");
        assertThat(model.get("asyncCallback").asText()).isEqualTo("opaque");
    }

    @Test
    void issue_link_printsItBeforeTheState() {
        assertThat(run(ISSUE + " --link")).isZero();

        assertThat(terminal.out().lines().toList())
                .containsExactly(
                        "http://127.0.0.1:2367/aura-services/v1/users/auraid/integrated/start?state="
                                + terminal.lastLine(),
                        terminal.lastLine());
    }

    @Test
    void issue_logoutBehindAPublicUrl_linksThere() throws IOException {
        Terminal behind = new Terminal(home, Map.of("AURA_PUBLIC_URL", "https://auth.example/aura/"));

        assertThat(behind.run((ISSUE + " --purpose logout --link --json").split(" ")))
                .isZero();

        JsonNode answer = new ObjectMapper().readTree(behind.out());
        assertThat(answer.get("model").get("purpose").asText()).isEqualTo("logout");
        assertThat(answer.get("link").asText())
                .isEqualTo("https://auth.example/aura/aura-services/v1/users/auraid/integrated/logout?state="
                        + answer.get("state").asText());
    }

    @Test
    void issue_twice_isNeverTheSame() {
        run(ISSUE);
        String first = terminal.lastLine();
        run(ISSUE);

        assertThat(terminal.lastLine()).isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state",
                "state issue",
                "state issue --aura-id me",
                "state issue --aura-id me --channel-id mine",
                ISSUE + " --purpose sign-up",
                ISSUE + " --locale spanish",
                ISSUE + " --correlator a\u0001b",
                ISSUE + " --redirect-uri https://elsewhere.example/",
                ISSUE + " --nothing",
            })
    void issue_wrongArguments_areUsageAndMakeNoState(String arguments) {
        assertThat(run(arguments)).isEqualTo(64);

        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).contains("Usage:").doesNotContain("elsewhere.example");
    }

    @Test
    void issue_trustedRedirect_isTaken() {
        Terminal trusting = new Terminal(home, Map.of("AURA_TRUSTED_HOSTNAMES", "chat.example"));

        assertThat(trusting.run((ISSUE + " --redirect-uri https://chat.example/").split(" ")))
                .isZero();
    }

    @Test
    void issue_badConfiguration_endsWithItsStatus() {
        assertThat(new Terminal(home, Map.of("AURA_STATE_POLICY", "lax")).run(ISSUE.split(" ")))
                .isEqualTo(78);
    }

    private int run(String arguments) {
        return terminal.run(arguments.split(" "));
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(terminal.out());
    }
}
