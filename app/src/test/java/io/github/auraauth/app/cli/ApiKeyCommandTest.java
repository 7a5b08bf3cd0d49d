package io.github.auraauth.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyCommandTest {
    private static final String KERNEL = "apikey generate -v 9.5.0 -s aura-services -a kernel -m rw";

    @TempDir
    private Path home;

    private Terminal terminal;

    @BeforeEach
    void sit() {
        terminal = new Terminal(home, Map.of());
    }

    @Test
    void generate_plain_printsTheKeyAlone() {
        assertThat(run(KERNEL)).isZero();

        assertThat(terminal.out().lines())
                .singleElement()
                .asString()
                .matches("aur2_[0-9a-f]{8}_[0-9a-f]+_[0-9A-Za-z]{6}");
        assertThat(terminal.err()).isEmpty();
    }

    @Test
    void generate_json_holdsKeyFormatAndModel() throws IOException {
        assertThat(run(KERNEL + " -a a,b -s other -p /token/** -p /users/*,/config --name bot --expires 90d --json"))
                .isZero();

        JsonNode answer = json();
        assertThat(answer.fieldNames()).toIterable().containsExactly("apiKey", "format", "model");
        assertThat(answer.get("format").asText()).isEqualTo("v2");
        JsonNode model = answer.get("model");
        assertThat(model.get("version").asText()).isEqualTo("9.5.0");
        assertThat(model.get("scopes")).hasToString("[\"aura-services\",\"other\"]");
        assertThat(model.get("apps")).hasToString("[\"kernel\",\"a\",\"b\"]");
        assertThat(model.get("paths")).hasToString("[\"/token/**\",\"/users/*\",\"/config\"]");
        assertThat(model.get("mode").asText()).isEqualTo("rw");
        assertThat(model.get("env").asText()).isEqualTo("local");
        assertThat(model.get("name").asText()).isEqualTo("bot");
        assertThat(model.get("iat").asLong()).isEqualTo(Terminal.NOW.getEpochSecond());
        assertThat(model.get("exp").asLong())
                .isEqualTo(Terminal.NOW.plus(Duration.ofDays(90)).getEpochSecond());
    }

    @Test
    void generate_legacy_isVersionOneWithoutName() throws IOException {
        assertThat(run(KERNEL + " --legacy --name bot --json")).isZero();

        assertThat(json().get("format").asText()).isEqualTo("v1");
        assertThat(json().get("apiKey").asText()).matches("[0-9a-f]+");
        assertThat(json().get("model").fieldNames()).toIterable().containsExactly("version", "scopes", "apps", "mode");
        assertThat(terminal.err()).contains("no name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apikey",
                "apikey generate",
                "apikey generate -s aura-services -a kernel -m rw",
                KERNEL + " -m x",
                KERNEL + " -p token",
                KERNEL + " -p /a/**/b",
                KERNEL + " -a UPPER",
                KERNEL + " -a a,,b",
                KERNEL + " --expires 90",
                KERNEL + " --expires 0d",
                KERNEL + " --expires soon",
                KERNEL + " --name \u00e4",
                KERNEL + " --nothing",
                "apikey generate -v nine -s aura-services -a kernel -m rw",
                "nothing",
            })
    void generate_wrongArguments_areUsageAndMakeNothing(String arguments) {
        assertThat(run(arguments)).isEqualTo(64);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).contains("Usage:");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void generate_badConfiguration_endsWithItsStatus() {
        assertThat(new Terminal(home, Map.of("AURA_SERVICE_PORT", "x")).run(KERNEL.split(" ")))
                .isEqualTo(78);
    }

    @Test
    void inspect_keyAsArgumentOrTyped_isValid() throws IOException {
        run(KERNEL);
        String key = terminal.lastLine();

        assertThat(terminal.run("apikey", "inspect", key, "--json")).isZero();
        assertThat(json().fieldNames()).toIterable().containsExactly("valid", "reason", "format", "model");
        assertThat(json().get("valid").asBoolean()).isTrue();
        assertThat(json().get("reason").isNull()).isTrue();
        assertThat(json().get("format").asText()).isEqualTo("v2");
        assertThat(json().get("model").get("apps")).hasToString("[\"kernel\"]");
        assertThat(terminal.typing("APIKEY " + key + "\n").run("apikey", "inspect"))
                .isZero();
        assertThat(terminal.out()).contains("valid   true", "format  v2").doesNotContain("reason");
    }

    @Test
    void inspect_changedKey_saysThatItCannotBeRead() throws IOException {
        run(KERNEL);
        String key = terminal.lastLine();

        assertThat(terminal.run("apikey", "inspect", "--json", key.substring(0, key.length() - 1) + "-"))
                .isEqualTo(1);
        assertThat(json().get("valid").asBoolean()).isFalse();
        assertThat(json().get("reason").asText()).isEqualTo("undecipherable");
        assertThat(json().get("format").isNull()).isTrue();
        assertThat(json().get("model").isNull()).isTrue();
        assertThat(terminal.typing("").run("apikey", "inspect")).isEqualTo(1);
    }

    @Test
    void inspect_expiredKey_saysSo() throws IOException {
        run(KERNEL + " --expires 1h");
        String key = terminal.lastLine();

        assertThat(terminal.at(Terminal.NOW.plusSeconds(3600)).run("apikey", "inspect", "--json", key))
                .isEqualTo(1);
        assertThat(json().get("reason").asText()).isEqualTo("expired");
        assertThat(json().get("model").get("version").asText()).isEqualTo("9.5.0");
    }

    @Test
    void inspect_otherEnvironmentsKey_saysSo() {
        Map<String, String> environment = new HashMap<>();
        environment.put("AURA_ENCRYPTION_KEY", "0123456789abcdef0123456789abcdef");
        Terminal here = new Terminal(home, environment);
        here.run(KERNEL.split(" "));
        environment.put("AURA_ENVIRONMENT_NAME", "elsewhere");

        Terminal there = new Terminal(home, environment);
        assertThat(there.run("apikey", "inspect", here.lastLine())).isEqualTo(1);
        assertThat(there.out()).contains("reason  other environment");
    }

    @Test
    void inspect_versionOneUnderStrictPolicy_isGoodOnceRegistered() {
        run(KERNEL + " --legacy --unregistered");
        String key = terminal.lastLine();
        Terminal strict = new Terminal(home, Map.of("AURA_APIKEY_POLICY", "strict"));

        assertThat(terminal.run("apikey", "inspect", key)).isZero();
        assertThat(strict.run("apikey", "inspect", key)).isEqualTo(1);
        assertThat(strict.out()).contains("not registered");
        assertThat(strict.run("apikey", "inspect", "--offline", key)).isZero();
        assertThat(strict.typing(key).run("apikey", "register", "--name", "old bot"))
                .isZero();
        assertThat(strict.run("apikey", "register")).isZero();
        assertThat(strict.err()).contains("already");
        assertThat(strict.run("apikey", "inspect", key)).isZero();
    }

    @Test
    void register_noKey_isRefusedAndListStaysEmpty() {
        for (String text : List.of("", "nothing", "aur2_00000000_00_000000")) {
            assertThat(terminal.typing(text).run("apikey", "register")).isEqualTo(1);
            assertThat(terminal.out() + terminal.err()).doesNotContain("nothing\n", "aur2_");
        }
        assertThat(run("apikey list")).isZero();
        assertThat(terminal.out()).isEmpty();
    }

    @Test
    void list_generatedKeys_showsThemNewestFirstWithoutTheKeys() throws IOException {
        run(KERNEL + " --name first --expires 90d");
        String first = terminal.lastLine();
        terminal.at(Terminal.NOW.plusSeconds(1));
        run(KERNEL + " --legacy --name second");
        String second = terminal.lastLine();

        assertThat(run("apikey list --json")).isZero();
        JsonNode list = json();
        assertThat(list).hasSize(2);
        assertThat(list.get(0).get("name").asText()).isEqualTo("second");
        assertThat(list.get(0).get("format").asText()).isEqualTo("v1");
        assertThat(list.get(1).get("name").asText()).isEqualTo("first");
        assertThat(list.get(1).get("state").asText()).isEqualTo("good");
        assertThat(list.get(1).get("expiresAt").asText()).isEqualTo("2026-04-02T03:04:05Z");
        assertThat(terminal.out()).doesNotContain(first).doesNotContain(second);
        assertThat(run("apikey list")).isZero();
        assertThat(terminal.out().lines()).hasSize(2).allMatch(line -> line.contains("never"));
    }

    @Test
    void rotate_registeredKeyById_keepsItsRightsAndEndsTheOldOne() throws IOException {
        run(KERNEL + " -p /users/* --name bot --expires 90d");
        String old = terminal.lastLine();
        run("apikey list --json");
        String id = json().get(0).get("model").get("jti").asText();

        assertThat(terminal.at(Terminal.NOW.plusSeconds(60))
                        .run("apikey", "rotate", "--id", id, "--grace", "1h", "--json"))
                .isZero();
        JsonNode answer = json();
        assertThat(answer.get("apiKey").asText()).startsWith("aur2_").isNotEqualTo(old);
        assertThat(answer.get("model").get("paths")).hasToString("[\"/users/*\"]");
        assertThat(answer.get("model").get("name").asText()).isEqualTo("bot");
        assertThat(answer.get("model").get("exp").asLong())
                .isEqualTo(
                        Terminal.NOW.plusSeconds(60).plus(Duration.ofDays(90)).getEpochSecond());
        assertThat(answer.get("oldEndsAt").asText()).isEqualTo("2026-01-02T04:05:05Z");
        assertThat(terminal.run("apikey", "inspect", old)).isZero();
        run("apikey list --json");
        assertThat(json().get(0).get("successorOf")).isEqualTo(json().get(1).get("fingerprint"));
        assertThat(json().get(1).get("state").asText()).isEqualTo("ending");

        terminal.at(Terminal.NOW.plusSeconds(3660));
        assertThat(terminal.run("apikey", "inspect", old)).isEqualTo(1);
        assertThat(terminal.out()).contains("revoked");
        assertThat(terminal.typing(old).run("apikey", "rotate")).isEqualTo(1);
        assertThat(terminal.out()).isEmpty();
    }

    @Test
    void revoke_keyTyped_isRefusedFromThenOn() {
        run(KERNEL + " --unregistered");
        String key = terminal.lastLine();

        assertThat(terminal.typing("APIKEY " + key).run("apikey", "revoke")).isZero();
        assertThat(terminal.out() + terminal.err()).doesNotContain(key).doesNotContain("advisory");
        assertThat(terminal.run("apikey", "inspect", key)).isEqualTo(1);
        assertThat(terminal.out()).contains("revoked");
    }

    @Test
    void revoke_versionOne_isAdvisoryUnderCompatOnly() {
        run(KERNEL + " --legacy");
        String key = terminal.lastLine();

        assertThat(terminal.typing(key).run("apikey", "revoke")).isZero();
        assertThat(terminal.err()).contains("advisory", "--consumer");
        Terminal strict = new Terminal(home, Map.of("AURA_APIKEY_POLICY", "strict"));
        assertThat(strict.typing(key).run("apikey", "revoke")).isZero();
        assertThat(strict.err()).doesNotContain("advisory");
    }

    @Test
    void revoke_consumer_endsItsKeysIssuedUntilThen() {
        run(KERNEL);
        String old = terminal.lastLine();

        assertThat(run("apikey revoke --consumer kernel")).isZero();
        terminal.at(Terminal.NOW.plusSeconds(1));
        run(KERNEL);
        String young = terminal.lastLine();
        assertThat(terminal.run("apikey", "inspect", old)).isEqualTo(1);
        assertThat(terminal.run("apikey", "inspect", young)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apikey revoke --id nothing",
                "apikey revoke --consumer UPPER",
                "apikey revoke --consumer kernel --id 00000000-0000-4000-8000-000000000000",
                "apikey rotate --now --grace 1d",
                "apikey rotate --grace soon",
                "apikey rotate --expires 0d",
                "apikey rotate --id 12",
                "apikey register --name \u00e4",
                "apikey list more",
            })
    void anyKeyCommand_wrongArguments_areUsageAndOpenNothing(String arguments) {
        assertThat(run(arguments)).isEqualTo(64);
        assertThat(terminal.out()).isEmpty();
        assertThat(home).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rotate", "revoke"})
    void anyKeyCommand_unknownKey_isRefused(String command) {
        for (String id : List.of("00000000-0000-4000-8000-000000000000", "0".repeat(64))) {
            assertThat(terminal.run("apikey", command, "--id", id)).isEqualTo(1);
            assertThat(terminal.err()).contains("no such key");
        }
        assertThat(terminal.typing("nothing").run("apikey", command)).isEqualTo(1);
    }

    private int run(String arguments) {
        return terminal.run(arguments.split(" "));
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(terminal.out());
    }
}
