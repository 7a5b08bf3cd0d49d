package io.github.auraauth.app.config.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.config.ConfigurationReader;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BehaviourSettingsTest {
    private static final String ACTIVE = "DEV_AURA_BEHAVIOR_MANAGER_ACTIVE";
    private static final Map<String, String> ON = Map.of(
            ACTIVE,
            "true",
            "AURA_MICROSOFT_AZURE_STORAGE_ACCOUNT",
            "fakeaccount",
            "AURA_MICROSOFT_AZURE_STORAGE_ACCESS_KEY",
            "YWFhYQ==");
    private static final Map<String, String> SHARED = Map.of(
            "AURA_PUBLIC_URL", "https://aura.example",
            "AURA_ENVIRONMENT_NAME", "north",
            "AURA_ENCRYPTION_KEY", "a-key-of-the-behaviour-tests-32b",
            "AURA_SEED_ID", "a-seed-of-the-behaviour-tests",
            "AURA_MONGODB_URI", "mongodb://users.example");

    @TempDir
    private Path home;

    @Test
    void read_nothingOrFalse_isOff() throws Exception {
        assertThat(read(Map.of(), Map.of()).behaviours()).isEmpty();
        assertThat(read(ON, Map.of(ACTIVE, "false")).behaviours()).isEmpty();
    }

    @Test
    void read_active_isOnWithTheSeedsDefaults() throws Exception {
        Configuration read = read(ON, Map.of());
        assertThat(read.notices()).isEmpty();
        assertThat(read.behaviours()).hasValueSatisfying(on -> {
            assertThat(on.container()).isEqualTo("aura-configuration");
            assertThat(on.file().text()).isEqualTo("aura-bot/aura-auth-behavior-manager.json");
            assertThat(on.cache().collection()).isEqualTo("dev-cache");
            assertThat(on.cache().field()).isEqualTo("id");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"PRE", "PRO"})
    void read_outsideDevelopment_activeEndsTheStart_andTheRestIsOneNoticeEach(String kind) throws Exception {
        Map<String, String> there = with(SHARED, Map.of("AURA_SERVICE_ENVIRONMENT", kind));
        assertThatThrownBy(() -> read(there, ON)).hasMessageContaining(ACTIVE + ": given \"true\", allowed: false in");
        Configuration read = read(there, Map.of(ACTIVE, "false", "AURA_MONGODB_CACHE_TTL", "60"));
        assertThat(read.behaviours()).isEmpty();
        assertThat(read.notices())
                .contains(
                        "AURA_MONGODB_CACHE_TTL is set, but without effect: there is no behaviour manager outside DEV");
    }

    @Test
    void read_settingsOfOneThatIsOff_areANotice() throws Exception {
        assertThat(read(Map.of("DEV_AURA_AUTH_BEHAVIOR_CRON_PATTERN", "* * * * *"), Map.of())
                        .notices())
                .containsExactly(
                        "DEV_AURA_AUTH_BEHAVIOR_CRON_PATTERN is set, but without effect: " + ACTIVE + " is not true");
    }

    @Test
    void read_activeWithoutStorage_namesWhatIsMissing() {
        assertThatThrownBy(() -> read(Map.of(ACTIVE, "true"), Map.of()))
                .hasMessageContaining("AURA_MICROSOFT_AZURE_STORAGE_ACCOUNT: given not set")
                .hasMessageContaining("AURA_MICROSOFT_AZURE_STORAGE_ACCESS_KEY: given not set");
    }

    @Test
    void read_placeOfOtherThings_isRefused() {
        for (String collection : List.of("users", "persons", "apikeys")) {
            assertThatThrownBy(() -> read(
                            with(ON, Map.of("AURA_MONGODB_USER_COLLECTION", "persons")),
                            Map.of("AURA_MONGODB_CACHE_COLLECTION", collection)))
                    .hasMessageContaining("AURA_MONGODB_CACHE_COLLECTION: given \"" + collection + "\"");
        }
        assertThatThrownBy(() -> read(ON, Map.of("AURA_MONGODB_CACHE_INDEX", "text")))
                .hasMessageContaining("AURA_MONGODB_CACHE_INDEX: given \"text\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"every five minutes", "* * * *", "61 * * * *", "0 0 30 2 *"})
    void read_noCronPattern_isRefusedByName(String pattern) {
        assertThatThrownBy(() -> read(Map.of("DEV_AURA_AUTH_BEHAVIOR_CRON_PATTERN", pattern), Map.of()))
                .hasMessageContaining("DEV_AURA_AUTH_BEHAVIOR_CRON_PATTERN: given \"" + pattern
                        + "\", allowed: five fields of a cron pattern, such as */5 * * * *");
    }

    private Configuration read(Map<String, String> some, Map<String, String> more) throws Exception {
        return new ConfigurationReader(with(some, more), home, "1.2.3", new SecureRandom()).read();
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }
}
