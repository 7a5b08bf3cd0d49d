package io.github.auraauth.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.auraauth.adapter.redis.RedisConfig;
import io.github.auraauth.app.wiring.VariableRows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values as shells, env-files, editors and Kubernetes give them. */
class ArrivedValuesTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path home;

    @ParameterizedTest
    @ValueSource(strings = {"a-password\n", "a-password\r\n", "  a-password\t", "\"a-password\"", "'a-password'\n"})
    void read_whiteSpaceOrQuotesAroundAVariable_areTakenOffAndNoticed(String given) throws Exception {
        Configuration read =
                read(Map.of("AURA_REDIS_HOSTS", "r:1", "AURA_REDIS_MODE", "SINGLE", "AURA_REDIS_PASSWORD", given));

        assertThat(password(read)).isEqualTo("a-password");
        assertThat(read.notices())
                .singleElement()
                .asString()
                .startsWith("AURA_REDIS_PASSWORD: ")
                .doesNotContain("a-password");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"'a''b';'a''b'", "\"a;\"a", "a b;a b", "\"\"a\"\";\"a\"", "\"a' ;\"a'"})
    void read_whatIsNoPairOfQuotesAround_stays(String given, String taken) throws Exception {
        Configuration read =
                read(Map.of("AURA_REDIS_HOSTS", "r:1", "AURA_REDIS_MODE", "SINGLE", "AURA_REDIS_PASSWORD", given));

        assertThat(password(read)).isEqualTo(taken);
    }

    @Test
    void read_aFilesLastNewline_isTakenOffWithoutANotice_andTheRestWithOne() throws Exception {
        Configuration plain = read(Map.of("AURA_ENCRYPTION_KEY_FILE", file(KEY + "\r\n")));
        assertThat(plain.keys().encryptionKeys().entries().get(0).reveal())
                .isEqualTo(KEY.getBytes(StandardCharsets.UTF_8));
        assertThat(plain.notices()).isEmpty();

        Configuration quoted = read(Map.of("AURA_ENCRYPTION_KEY_FILE", file(" '" + KEY + "'\n\n")));
        assertThat(quoted.keys().encryptionKeys().entries().get(0).reveal())
                .isEqualTo(KEY.getBytes(StandardCharsets.UTF_8));
        assertThat(quoted.notices()).singleElement().asString().startsWith("The file of AURA_ENCRYPTION_KEY_FILE: ");
    }

    @Test
    void read_nameOfAFileInQuotes_isReadAnyway() throws Exception {
        assertThat(read(Map.of("AURA_ENCRYPTION_KEY_FILE", '"' + file(KEY) + "\"\n"))
                        .keys()
                        .encryptionKeys()
                        .entries())
                .hasSize(1);
    }

    @Test
    void read_seedWithALineBreak_isTheSeedWithout() throws Exception {
        assertThat(read(Map.of("AURA_SEED_ID", "a seed of some length\r\n"))
                        .keys()
                        .seed())
                .isEqualTo(read(Map.of("AURA_SEED_ID", "a seed of some length"))
                        .keys()
                        .seed());
    }

    @Test
    void read_kindInQuotes_isThatKind() {
        assertThat(reader(Map.of("AURA_SERVICE_ENVIRONMENT", "\"PRO\"\n"))
                        .kind()
                        .isDevelopment())
                .isFalse();
    }

    @Test
    void read_numberInQuotes_isTheNumber() throws Exception {
        assertThat(read(Map.of("AURA_SERVICE_PORT", "'8080'")).http().port()).isEqualTo(8080);
    }

    @Test
    void read_encryptionKeyWithAComma_isRefusedWithTheReason() {
        assertThat(problems(Map.of("AURA_ENCRYPTION_KEY", "0123456789abcdef,123456789abcdef")))
                .contains("AURA_ENCRYPTION_KEY: given a secret", "32 bytes", "commas separate keys");
    }

    @Test
    void read_linksOfKubernetesToServicesOfOurName_areNoConfiguration() throws Exception {
        Configuration read = read(Map.ofEntries(
                Map.entry("AURA_PORT", "tcp://10.0.0.1:80"),
                Map.entry("AURA_PORT_80_TCP", "tcp://10.0.0.1:80"),
                Map.entry("AURA_PORT_80_TCP_ADDR", "10.0.0.1"),
                Map.entry("AURA_PORT_80_TCP_PORT", "80"),
                Map.entry("AURA_PORT_80_TCP_PROTO", "tcp"),
                Map.entry("AURA_SERVICE_HOST", "10.0.0.1"),
                Map.entry("AURA_SERVICE_PORT", "80"),
                Map.entry("AURA_SERVICE_PORT_HTTP", "80"),
                Map.entry("TAC_PORT", "tcp://10.0.0.2:80"),
                Map.entry("TAC_SERVICE_HOST", "10.0.0.2"),
                Map.entry("TAC_SERVICE_PORT", "80")));

        assertThat(read.http().port()).isEqualTo(2367);
        assertThat(read.terms().orElseThrow().port()).isEqualTo(2368);
        assertThat(read.notices())
                .singleElement()
                .asString()
                .contains("Kubernetes", "AURA_SERVICE_PORT", "TAC_PORT", "AURA_SERVICE_HOST", "enableServiceLinks");
    }

    @Test
    void read_linksToServicesWhoseNamesBeginAsOurs_areNoConfiguration() throws Exception {
        Configuration read = read(Map.of(
                "AURA_SERVICE_PORT", "tcp://[fd00::1]:80",
                "AURA_REDIS_PORT", "tcp://10.0.0.3:6379",
                "AURA_REDIS_PORT_6379_TCP", "tcp://10.0.0.3:6379",
                "AURA_REDIS_SERVICE_HOST", "10.0.0.3",
                "AURA_REDIS_SERVICE_PORT", "6379",
                "AURA_SERVIC_PORT", "1"));

        assertThat(read.http().port()).isEqualTo(2367);
        assertThat(read.redis()).isEmpty();
        assertThat(read.notices()).hasSize(2).contains("Not known here and ignored: AURA_SERVIC_PORT");
    }

    @Test
    void read_portOfOursBesideALinkToAnotherPort_counts() throws Exception {
        assertThat(read(Map.of("AURA_PORT", "tcp://10.0.0.1:80", "AURA_SERVICE_PORT", "8080"))
                        .http()
                        .port())
                .isEqualTo(8080);
        assertThat(read(Map.of("AURA_SERVICE_PORT", "80")).http().port()).isEqualTo(80);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mongodb://u:hunter@2@h/",
                "mongodb://u:hunter/2@h/",
                "mongodb://u:hunter?2@h/",
                "mongodb://u:hunter:2@h/",
                "mongodb://u:hunter%2@h/",
                "mongodb://u:12/hunter@h/"
            })
    void read_passwordThatIsNotEscapedInTheAddress_isRefusedWithTheRemedy(String uri) {
        assertThat(problems(Map.of("AURA_MONGODB_URI", uri)))
                .contains("AURA_MONGODB_URI: given a secret", "%40", "AURA_MONGODB_PASSWORD")
                .doesNotContain("hunter");
        assertThat(problems(Map.of("TAC_MONGODB_URI", uri)))
                .contains("TAC_MONGODB_URI: given a secret", "%40")
                .doesNotContain("hunter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"w=1", "w=0", "w=2", "journal=false", "w=majority&journal=false"})
    void read_weakerWriteConcernInTheAddress_endsTheStart(String options) {
        assertThat(problems(Map.of("AURA_MONGODB_URI", "mongodb://h/?" + options)))
                .contains("AURA_MONGODB_URI: ", "w=majority");
        assertThat(problems(Map.of("TAC_MONGODB_URI", "mongodb://h/?" + options)))
                .contains("TAC_MONGODB_URI: ", "w=majority");
    }

    @Test
    void read_certificateFileInTheAddress_isRefusedWithTheRemedy() {
        assertThat(problems(Map.of("AURA_MONGODB_URI", "mongodb://h/?tls=true&tlsCAFile=global-bundle.pem")))
                .contains("tlsCAFile", "javax.net.ssl.trustStore");
    }

    @Test
    void read_severalHostsWithoutASlash_areRead() throws Exception {
        assertThat(read(Map.of("AURA_MONGODB_URI", "mongodb://u:p@h1:1,h2:2?replicaSet=rs&maxPoolSize=9"))
                        .mongo()
                        .pool()
                        .most())
                .isEqualTo(9);
    }

    @Test
    void read_tlsSwitchedOffOverTheAddress_isNoticed() throws Exception {
        assertThat(read(Map.of("AURA_MONGODB_URI", "mongodb://h/?tls=true", "AURA_MONGODB_SSL", "false"))
                        .notices())
                .singleElement()
                .asString()
                .startsWith("AURA_MONGODB_SSL is false, which beats what AURA_MONGODB_URI says");
    }

    @Test
    void read_fewestConnectionsByDefault_giveWayToTheMost() throws Exception {
        assertThat(read(Map.of("AURA_MONGODB_URI", "mongodb://h/?maxPoolSize=1"))
                        .mongo()
                        .pool()
                        .fewest())
                .isEqualTo(1);
        assertThat(problems(Map.of("AURA_MONGODB_URI", "mongodb://h/?maxPoolSize=1&minPoolSize=2")))
                .contains("AURA_MONGODB_URI: given minPoolSize=2");
    }

    @Test
    void read_optionOutsideOfWhatIsAllowed_isRefusedByName() {
        assertThat(problems(Map.of("AURA_MONGODB_URI", "mongodb://h/?maxPoolSize=0")))
                .contains("AURA_MONGODB_URI: given maxPoolSize=0", "from 1 to 10000");
    }

    @Test
    void read_redisWhosePartsDoNotGoTogether_isRefused() {
        Map<String, String> redis = Map.of("AURA_REDIS_HOSTS", "r:1", "AURA_REDIS_MODE", "SINGLE");
        assertThat(problems(with(redis, "AURA_REDIS_USERNAME", "me"))).contains("AURA_REDIS_PASSWORD: given not set");
        assertThat(problems(with(redis, "AURA_REDIS_TLS_CA", "/ca.pem")))
                .contains(
                        "AURA_REDIS_TLS: given",
                        "AURA_REDIS_TLS_CA: given a text, allowed: one or more certificates in PEM",
                        "AURA_REDIS_TLS_CA_FILE");
    }

    @Test
    void read_authoritiesOfRedisInAFile_areItsContent() throws Exception {
        Map<String, String> environment = Map.of(
                "AURA_REDIS_HOSTS", "r:1",
                "AURA_REDIS_MODE", "SINGLE",
                "AURA_REDIS_TLS", "true",
                "AURA_REDIS_TLS_CA_FILE", file(VariableRows.CERTIFICATE + "\n"));

        assertThat(read(environment).redis().orElseThrow().adapter().access().tls())
                .contains(new RedisConfig.Tls(Optional.of(VariableRows.CERTIFICATE)));
        assertThat(read(environment).notices()).isEmpty();
    }

    private static Map<String, String> with(Map<String, String> environment, String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return more;
    }

    private static String password(Configuration read) {
        return new String(
                read.redis()
                        .orElseThrow()
                        .adapter()
                        .access()
                        .password()
                        .orElseThrow()
                        .reveal(),
                StandardCharsets.UTF_8);
    }

    private String file(String content) throws IOException {
        return Files.writeString(home.resolve("secret"), content).toString();
    }

    private String problems(Map<String, String> environment) {
        ConfigurationException refused = catchThrowableOfType(
                ConfigurationException.class, () -> reader(environment).read());
        assertThat(refused).as("was not refused").isNotNull();
        return refused.getMessage();
    }

    private Configuration read(Map<String, String> environment) throws Exception {
        return reader(environment).read();
    }

    private ConfigurationReader reader(Map<String, String> environment) {
        return new ConfigurationReader(environment, home, "1.2.3", new SecureRandom());
    }
}
