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
                new Terminal(home, Map.of("AURA_MONGODB_URI", "mongodb://canary:canary@m", "AURA_SERVICE_PORT", "80"));

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
    void print_badConfiguration_tellsProblemsFirst_showsAllValuesAndEndsWith78() throws IOException {
        Terminal terminal = new Terminal(home, Map.of("AURA_SERVICE_ENVIRONMENT", "PRO", "AURA_SERVICE_PORT", "http"));

        assertThat(terminal.run("config", "print", "--json")).isEqualTo(78);
        assertThat(new ObjectMapper()
                        .readTree(terminal.out())
                        .get("AURA_SERVICE_PORT")
                        .get("value")
                        .asText())
                .isEqualTo("http");
        assertThat(terminal.err()).contains("cannot be used", "AURA_SERVICE_PORT: given \"http\"", "AURA_PUBLIC_URL");

        assertThat(terminal.run("config", "print")).isEqualTo(78);
        assertThat(terminal.err()).isEmpty();
        assertThat(terminal.out())
                .startsWith("# This configuration cannot be used:")
                .containsSubsequence(
                        "AURA_SERVICE_PORT: given \"http\"",
                        "AURA_PUBLIC_URL: given not set",
                        "AURA_LOGGING_LEVEL=INFO  (default)",
                        "AURA_SERVICE_PORT=http  (env)");
    }

    @Test
    void print_optionsInTheAddressOfMongo_areWhatTheDriverGets() throws IOException {
        Terminal terminal = new Terminal(
                home,
                Map.of(
                        "AURA_MONGODB_URI",
                        "mongodb://canary:canary@m:10255/?ssl=true&replicaSet=globaldb&retrywrites=false"
                                + "&maxIdleTimeMS=120000&maxPoolSize=7&minPoolSize=3&serverSelectionTimeoutMS=30000"
                                + "&socketTimeoutMS=360000&connectTimeoutMS=11000&heartbeatFrequencyMS=10000"
                                + "&retryReads=false&readPreference=secondary&readPreferenceTags=dc:ny",
                        "AURA_MONGODB_MIN_POOL_SIZE",
                        "1"));

        assertThat(terminal.run("config", "print", "--json")).isZero();

        JsonNode listing = new ObjectMapper().readTree(terminal.out());
        Map.of(
                        "AURA_MONGODB_MAX_POOL_SIZE", "7",
                        "AURA_MONGODB_MAX_IDLE_TIME_MS", "120000",
                        "AURA_MONGODB_RETRY_WRITES", "false",
                        "AURA_MONGODB_RETRY_READS", "false",
                        "AURA_MONGODB_HEARTBEAT_FREQUENCY_MS", "10000",
                        "AURA_MONGODB_SERVER_SELECTION_TIMEOUT_MS", "30000",
                        "AURA_MONGODB_SOCKET_TIMEOUT_MS", "360000",
                        "AURA_CONNECTION_TIMEOUT_MS", "11000",
                        "AURA_MONGODB_SSL", "true",
                        "AURA_MONGODB_READ_PREFERENCE", "secondary")
                .forEach((name, value) -> assertThat(listing.get(name))
                        .as(name)
                        .hasToString("{\"value\":\"" + value + "\",\"source\":\"uri\",\"secret\":false}"));
        assertThat(listing.get("AURA_MONGODB_MIN_POOL_SIZE"))
                .hasToString("{\"value\":\"1\",\"source\":\"env\",\"secret\":false}");
        assertThat(terminal.out() + terminal.err()).doesNotContain("canary");
    }

    @Test
    void run_badConfiguration_listsAllAndEndsWith78() {
        Terminal terminal = new Terminal(home, Map.of("AURA_SERVICE_ENVIRONMENT", "PRE", "AURA_SERVICE_PORT", "http"));

        assertThat(terminal.run("run")).isEqualTo(78);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).contains("AURA_SERVICE_PORT", "AURA_PUBLIC_URL", "AURA_SEED_ID", "AURA_MONGODB_URI");
    }
}
