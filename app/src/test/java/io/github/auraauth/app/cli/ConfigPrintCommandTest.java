package io.github.auraauth.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigPrintCommandTest {
    @TempDir
    private Path home;

    @Test
    void print_json_isOneObjectWithoutSecrets() throws IOException {
        Terminal terminal =
                new Terminal(home, Map.of("AURA_MONGODB_URI", "mongodb://canary@m", "AURA_SERVICE_PORT", "80"));

        assertThat(terminal.run("config", "print", "--json")).isZero();

        JsonNode listing = new ObjectMapper().readTree(terminal.out());
        assertThat(listing.get("AURA_SERVICE_PORT"))
                .hasToString("{\"value\":\"80\",\"source\":\"env\",\"secret\":false}");
        assertThat(listing.get("AURA_MONGODB_URI").get("value").asText()).isEqualTo("[redacted]");
        assertThat(listing.get("AURA_SEED_ID").get("source").asText()).isEqualTo("generated");
        assertThat(listing.get("AURA_REDIS_PASSWORD").get("value").isNull()).isTrue();
        assertThat(terminal.out() + terminal.err()).doesNotContain("canary");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void print_badConfiguration_saysSoAndEndsWell() throws IOException {
        Terminal terminal = new Terminal(home, Map.of("AURA_SERVICE_ENVIRONMENT", "PRO", "AURA_SERVICE_PORT", "http"));

        assertThat(terminal.run("config", "print", "--json")).isZero();
        assertThat(new ObjectMapper()
                        .readTree(terminal.out())
                        .get("AURA_SERVICE_PORT")
                        .get("value")
                        .asText())
                .isEqualTo("http");
        assertThat(terminal.err()).contains("cannot be used", "AURA_SERVICE_PORT: given \"http\"", "AURA_PUBLIC_URL");

        assertThat(terminal.run("config", "print")).isZero();
        assertThat(terminal.out())
                .contains("AURA_SERVICE_PORT=http  (env)", "AURA_LOGGING_LEVEL=INFO  (default)", "cannot be used");
    }

    @Test
    void run_badConfiguration_listsAllAndEndsWith78() {
        Terminal terminal = new Terminal(home, Map.of("AURA_SERVICE_ENVIRONMENT", "PRE", "AURA_SERVICE_PORT", "http"));

        assertThat(terminal.run("run")).isEqualTo(78);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).contains("AURA_SERVICE_PORT", "AURA_PUBLIC_URL", "AURA_SEED_ID", "AURA_MONGODB_URI");
    }
}
