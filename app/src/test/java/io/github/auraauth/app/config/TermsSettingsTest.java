package io.github.auraauth.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.auraauth.domain.secret.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TermsSettingsTest {
    private static final String USERS = "mongodb://users.example:27017";
    private static final String TERMS = "mongodb://terms.example:27017/tac";

    @TempDir
    private Path home;

    @Test
    void read_nothingSet_isOnWithAGeneratedKeyThatStays() throws Exception {
        Configuration read = read(Map.of());
        TermsSettings terms = read.terms().orElseThrow();
        assertThat(terms.port()).isEqualTo(2368);
        assertThat(terms.uri()).isEmpty();
        assertThat(home.resolve("data/tac-apikey")).doesNotExist();

        List<Secret> keys = terms.keys(read.deployment(), new SecureRandom());

        assertThat(keys).hasSize(1);
        assertThat(Secret.ofText(
                        Files.readString(home.resolve("data/tac-apikey")).strip()))
                .isEqualTo(keys.get(0));
        assertThat(terms.keys(read.deployment(), new SecureRandom())).isEqualTo(keys);
        assertThat(terms.toString() + keys).doesNotContain(Files.readString(home.resolve("data/tac-apikey")));
    }

    @Test
    void read_embeddedWithKeysOrAddress_takesThem() throws Exception {
        Configuration read = read(Map.of("TAC_APIKEY", " fake-one ,fake-two", "TAC_PORT", "0"));
        assertThat(read.terms().orElseThrow().keys(read.deployment(), new SecureRandom()))
                .containsExactly(Secret.ofText("fake-one"), Secret.ofText("fake-two"));
        assertThat(read(Map.of("TAC_MONGODB_URI", TERMS)).terms().orElseThrow().uri())
                .contains(Secret.ofText(TERMS));
    }

    @Test
    void read_ownMongo_isOnWithBothAndOffWithNeither() throws Exception {
        assertThat(read(Map.of("AURA_MONGODB_URI", USERS)).terms()).isEmpty();
        assertThat(read(Map.of("AURA_MONGODB_URI", USERS, "TAC_MONGODB_URI", TERMS, "TAC_APIKEY", "fake"))
                        .terms())
                .isPresent();
        assertThat(home).isNotEmptyDirectory();
        assertThat(home.resolve("data/tac-apikey")).doesNotExist();
    }

    @Test
    void read_ownMongoAndOneAlone_isRefused() {
        assertThat(problems(Map.of("AURA_MONGODB_URI", USERS, "TAC_MONGODB_URI", TERMS)))
                .contains("TAC_APIKEY: given not set");
        assertThat(problems(Map.of("AURA_MONGODB_URI", USERS, "TAC_APIKEY", "fake")))
                .contains("TAC_MONGODB_URI: given not set");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "a b", "caf\u00e9", "fake\u0001"})
    void read_keyThatNoHeaderCanHold_isRefusedAndNotShown(String key) {
        assertThat(problems(Map.of("TAC_APIKEY", key)))
                .contains("TAC_APIKEY: given a secret, allowed: printable ASCII without spaces, several by comma");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PRE", "PRO"})
    void read_shortKeyOutsideDevelopment_isRefusedAndNotShown(String kind) {
        String problems =
                problems(Map.of("AURA_SERVICE_ENVIRONMENT", kind, "TAC_APIKEY", "fake-of-sixteen-,fake-of-fifteen"));
        assertThat(problems)
                .contains("TAC_APIKEY: given a secret, allowed: keys of at least 16 characters each, outside DEV")
                .doesNotContain("fake-of");
        assertThat(problems(Map.of("AURA_SERVICE_ENVIRONMENT", kind, "TAC_APIKEY", "fake-of-sixteen-")))
                .doesNotContain("16 characters each");
    }

    @Test
    void read_portOfTheOtherApi_isRefusedWhereTermsAreOn() throws Exception {
        Map<String, String> same = Map.of("AURA_SERVICE_PORT", "2368");
        assertThat(problems(same)).contains("TAC_PORT: given \"2368\", allowed: another port than AURA_SERVICE_PORT");
        Map<String, String> off = new HashMap<>(same);
        off.put("AURA_MONGODB_URI", USERS);
        assertThat(read(off).terms()).isEmpty();
        assertThat(read(Map.of("AURA_SERVICE_PORT", "0", "TAC_PORT", "0")).terms())
                .isPresent();
    }

    private Configuration read(Map<String, String> environment) throws Exception {
        return reader(environment).read();
    }

    private String problems(Map<String, String> environment) {
        ConfigurationException refused = catchThrowableOfType(
                ConfigurationException.class, () -> reader(environment).read());
        assertThat(refused).as("was not refused").isNotNull();
        return refused.getMessage();
    }

    private ConfigurationReader reader(Map<String, String> environment) {
        return new ConfigurationReader(environment, home, "1.2.3", new SecureRandom());
    }
}
