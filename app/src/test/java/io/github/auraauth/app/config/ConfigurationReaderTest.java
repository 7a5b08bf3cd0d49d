package io.github.auraauth.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.auraauth.adapter.mongo.MongoConfig;
import io.github.auraauth.adapter.redis.RedisConfig;
import io.github.auraauth.adapter.redis.RedisHost;
import io.github.auraauth.adapter.redis.RedisMode;
import io.github.auraauth.app.config.mongo.MongoSettings;
import io.github.auraauth.app.config.variable.Catalogue;
import io.github.auraauth.app.config.variable.ServiceEnvironment;
import io.github.auraauth.app.config.variable.Variable;
import io.github.auraauth.domain.apikey.ApiKeyPolicy;
import io.github.auraauth.domain.user.BlockMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationReaderTest {
    private static final String KEY = "0123456789abcdef0123456789abcdef";
    private static final Map<String, String> PRO = Map.of(
            "AURA_SERVICE_ENVIRONMENT", "PRO",
            "AURA_PUBLIC_URL", "https://auth.example.com",
            "AURA_ENVIRONMENT_NAME", "es-pro",
            "AURA_ENCRYPTION_KEY", KEY,
            "AURA_SEED_ID", "a seed of some length",
            "AURA_MONGODB_URI", "mongodb://mongo.example:27017");

    @TempDir
    private Path home;

    @Test
    void read_nothingSet_isDevelopmentWithGeneratedSecrets() throws Exception {
        Configuration read = read(Map.of());

        assertThat(read.deployment().kind()).isEqualTo(ServiceEnvironment.DEV);
        assertThat(read.deployment().name()).isEqualTo("local");
        assertThat(read.deployment().version()).isEqualTo("1.2.3");
        assertThat(read.deployment().dataFolder()).isEqualTo(home.resolve("data"));
        assertThat(read.mongo().isEmbedded()).isTrue();
        assertThat(read.mongo().users())
                .isEqualTo(new MongoConfig.UserCollection("aura-users", "users", "primaryPreferred"));
        assertThat(read.redis()).isEmpty();
        assertThat(read.keys().policy()).isEqualTo(ApiKeyPolicy.COMPAT);
        assertThat(read.keys().encryptionKeys().entries()).hasSize(1);
        assertThat(read.http().port()).isEqualTo(2367);
        assertThat(read.http().gracefulStop()).isEqualTo(Duration.ofSeconds(25));
        assertThat(read.http().unloggedPaths()).containsExactly("/ping", "/local-ping");
        assertThat(read.notices()).isEmpty();
    }

    @Test
    void read_listenAddressUnset_isLoopbackInDevelopmentAndEverywhereElsewhere() throws Exception {
        assertThat(read(Map.of()).http().listenAddress()).isEqualTo("127.0.0.1");
        assertThat(read(PRO).http().listenAddress()).isEqualTo("0.0.0.0");
        assertThat(read(Map.of("AURA_LISTEN_ADDRESS", "::1")).http().listenAddress())
                .isEqualTo("::1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1/8", "127.0.0.1:2367", "300.0.0.1", "*"})
    void read_listenAddressNotInNumbers_isAProblem(String address) {
        assertThat(problems(Map.of("AURA_LISTEN_ADDRESS", address)))
                .contains("AURA_LISTEN_ADDRESS: given \"" + address + "\"");
    }

    @Test
    void read_idleTimeout_isTakenOrSeventyFiveSeconds() throws Exception {
        assertThat(read(Map.of()).http().idleTimeout()).isEqualTo(Duration.ofSeconds(75));
        assertThat(read(Map.of("AURA_HTTP_IDLE_TIMEOUT", "20000")).http().idleTimeout())
                .isEqualTo(Duration.ofSeconds(20));
        assertThat(problems(Map.of("AURA_HTTP_IDLE_TIMEOUT", "9999"))).contains("AURA_HTTP_IDLE_TIMEOUT");
    }

    @Test
    void read_twice_keepsTheGeneratedSecrets() throws Exception {
        Configuration first = read(Map.of());
        Configuration second = read(Map.of());

        assertThat(second.keys().seed()).isEqualTo(first.keys().seed());
        assertThat(second.keys().encryptionKeys().entries())
                .isEqualTo(first.keys().encryptionKeys().entries());
        assertThat(first.keys().seed())
                .isNotEqualTo(first.keys().encryptionKeys().entries().get(0));
    }

    @Test
    void read_shorterAlgorithm_cutsTheGeneratedKey() throws Exception {
        Configuration read = read(Map.of("AURA_ENCRYPTION_ALGORITHM", "aes-128-cbc"));

        assertThat(read.keys().encryptionKeys().entries().get(0).length()).isEqualTo(16);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PRE", "PRO"})
    void read_nothingElseSetOutsideDevelopment_listsAllThatIsMissing(String kind) {
        assertThat(problems(Map.of("AURA_SERVICE_ENVIRONMENT", kind)))
                .contains(
                        "AURA_PUBLIC_URL: given not set",
                        "AURA_ENVIRONMENT_NAME: given not set",
                        "AURA_ENCRYPTION_KEY: given not set",
                        "AURA_SEED_ID: given not set",
                        "AURA_MONGODB_URI: given not set");
        assertThat(home.resolve("data")).doesNotExist();
    }

    @Test
    void read_everythingNeededInProduction_isStrictAndWritesNothing() throws Exception {
        Configuration read = read(PRO);

        assertThat(read.keys().policy()).isEqualTo(ApiKeyPolicy.STRICT);
        assertThat(read.deployment().publicUrl()).hasToString("Optional[https://auth.example.com]");
        assertThat(read.mongo().isEmbedded()).isFalse();
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void read_shortSeed_isRefusedOutsideDevelopmentOnly() throws Exception {
        assertThat(problems(with(PRO, "AURA_SEED_ID", "fifteen letters")))
                .contains("AURA_SEED_ID: given a secret, allowed: at least 16 characters outside DEV")
                .doesNotContain("fifteen letters");
        assertThat(read(Map.of("AURA_SEED_ID", "x")).keys().seed().length()).isEqualTo(1);
    }

    @Test
    void read_severalProblems_listsThemAllInOneMessage() {
        String message = problems(Map.of(
                "AURA_SERVICE_PORT", "99999",
                "AURA_MONGODB_SSL", "maybe",
                "AURA_ENCRYPTION_IV_LENGTH", "12",
                "AURA_ENCRYPTION_KEY", "too short to be one",
                "AURA_MONGODB_URI", "mongo.example?password=hunter2",
                "AURA_LOGGING_LEVEL", "LOUD"));

        assertThat(message)
                .contains(
                        "AURA_SERVICE_PORT: given \"99999\", allowed: a whole number from 0 to 65535",
                        "AURA_MONGODB_SSL: given \"maybe\", allowed: true, false",
                        "AURA_ENCRYPTION_IV_LENGTH: given \"12\", allowed: 16",
                        "AURA_ENCRYPTION_KEY: given a secret, allowed: every encryption key must have 32 bytes",
                        "AURA_MONGODB_URI: given a secret, allowed: an address that begins with mongodb://",
                        "AURA_LOGGING_LEVEL: given \"LOUD\", allowed: TRACE, DEBUG, INFO, WARN, ERROR, FATAL, OFF")
                .doesNotContain("too short to be one", "hunter2");
        assertThat(message.lines()).hasSize(7);
    }

    @Test
    void read_everySecretInAWrongForm_isNeverShown() {
        Map<String, String> environment = new HashMap<>();
        Catalogue.load().all().stream()
                .filter(Variable::secret)
                .forEach(each -> environment.put(each.name(), "ca\u0001nary"));

        assertThat(problems(environment))
                .contains("AURA_ENCRYPTION_KEY", "AURA_REDIS_PASSWORD")
                .doesNotContain("nary");
    }

    @Test
    void read_passwordInAnAddress_isNeverShown() {
        assertThat(problems(Map.of(
                        "AURA_PUBLIC_URL", "https://user:hunter2@a.example",
                        "AURA_REDIS_HOSTS", "redis://:hunter2@r.example:6379")))
                .contains("[redacted]@a.example")
                .doesNotContain("hunter2");
    }

    @Test
    void read_secretInAFile_isItsContentWithoutTheLastLineBreak() throws Exception {
        Path file = Files.writeString(home.resolve("key"), KEY + "\r\n");

        Configuration read = read(Map.of("AURA_ENCRYPTION_KEY_FILE", file.toString()));

        assertThat(read.keys().encryptionKeys().entries().get(0).reveal())
                .isEqualTo(KEY.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void read_secretAndItsFile_areRefusedTogether() throws IOException {
        Path file = Files.writeString(home.resolve("key"), KEY);

        assertThat(problems(Map.of("AURA_ENCRYPTION_KEY", KEY, "AURA_ENCRYPTION_KEY_FILE", file.toString())))
                .contains("AURA_ENCRYPTION_KEY: given both itself and AURA_ENCRYPTION_KEY_FILE")
                .doesNotContain(KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", " \n"})
    void read_emptyFile_isRefused(String content) throws IOException {
        Path file = Files.writeString(home.resolve("seed"), content);

        assertThat(problems(Map.of("AURA_SEED_ID_FILE", file.toString()))).contains("AURA_SEED_ID_FILE: given");
    }

    @Test
    void read_missingFile_isRefused() {
        assertThat(problems(Map.of("AURA_SEED_ID_FILE", home.resolve("none").toString())))
                .contains("AURA_SEED_ID_FILE: given", "there is no such file");
    }

    @Test
    void read_fileForWhatIsNoSecret_isRefused() {
        assertThat(problems(Map.of("AURA_SERVICE_PORT_FILE", "port"))).contains("AURA_SERVICE_PORT_FILE");
    }

    @Test
    void read_emptyValue_isUnset() throws Exception {
        assertThat(read(Map.of("AURA_SERVICE_PORT", "", "AURA_MONGODB_URI", " "))
                        .http()
                        .port())
                .isEqualTo(2367);
    }

    @ParameterizedTest
    @CsvSource({",,60", "10,,10", ",20,20", "10,20,20"})
    void read_poolSizes_newerNameBeatsOlder(String older, String newer, int expected) throws Exception {
        Map<String, String> environment = new HashMap<>();
        environment.put("AURA_MONGODB_POOL_SIZE", older == null ? "" : older);
        environment.put("AURA_MONGODB_MAX_POOL_SIZE", newer == null ? "" : newer);

        assertThat(read(environment).mongo().pool().most()).isEqualTo(expected);
    }

    @Test
    void read_mongoVariables_arriveInTheirFields() throws Exception {
        MongoSettings mongo = read(Map.of(
                        "AURA_MONGODB_URI", "mongodb://m:1",
                        "AURA_MONGODB_USERNAME", "me",
                        "AURA_MONGODB_PASSWORD", "\" p \"",
                        "AURA_MONGODB_READ_PREFERENCE", "NEAREST",
                        "AURA_MAKEUP_MODE", "local"))
                .mongo();

        assertThat(mongo.credentials().orElseThrow().password().length()).isEqualTo(3);
        assertThat(mongo.users().readPreference()).isEqualTo("nearest");
        assertThat(mongo.timeouts())
                .isEqualTo(new MongoConfig.Timeouts(
                        Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(45), Duration.ofSeconds(10)));
        assertThat(mongo.lastAccessInterval()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void read_halfOfTheCredentials_isRefused() {
        assertThat(problems(Map.of("AURA_MONGODB_USERNAME", "me"))).contains("AURA_MONGODB_PASSWORD: given not set");
        assertThat(problems(Map.of("AURA_MONGODB_PASSWORD", "x"))).contains("AURA_MONGODB_USERNAME: given not set");
    }

    @Test
    void read_redisHosts_needTheSentinelsName() throws Exception {
        assertThat(problems(Map.of("AURA_REDIS_HOSTS", "a:1"))).contains("AURA_REDIS_SENTINEL_INSTANCE_NAME");
        RedisSettings redis = read(Map.of(
                        "AURA_REDIS_HOSTS", "a:26379,[::1]:26380", "AURA_REDIS_SENTINEL_INSTANCE_NAME", "mymaster"))
                .redis()
                .orElseThrow();

        assertThat(redis.adapter().mode()).isEqualTo(RedisMode.SENTINEL);
        assertThat(redis.adapter().hosts()).containsExactly(new RedisHost("a", 26379), new RedisHost("::1", 26380));
        assertThat(redis.adapter().pool()).isEmpty();
        assertThat(redis.timeToLive()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void read_redisPool_onlyWhenAskedFor() throws Exception {
        Map<String, String> single = Map.of("AURA_REDIS_HOSTS", "a:1", "AURA_REDIS_MODE", "single");

        assertThat(read(with(single, "AURA_REDIS_USE_CONNECTION_POOL", "false"))
                        .redis()
                        .orElseThrow()
                        .adapter()
                        .pool())
                .isEmpty();
        assertThat(read(with(single, "AURA_REDIS_USE_CONNECTION_POOL", "true"))
                        .redis()
                        .orElseThrow()
                        .adapter()
                        .pool())
                .contains(new RedisConfig.PoolSize(2, 100));
    }

    @Test
    void read_severalSingleRedis_isRefused() {
        assertThat(problems(Map.of("AURA_REDIS_HOSTS", "a:1,b:2", "AURA_REDIS_MODE", "SINGLE")))
                .contains("AURA_REDIS_HOSTS");
    }

    @Test
    void read_blockMode_isTheDomains() throws Exception {
        assertThat(read(Map.of("AURA_AUTHENTICATION_BLOCK_MODE", "writeread"))
                        .http()
                        .blockMode())
                .isEqualTo(BlockMode.WRITE_READ);
    }

    @Test
    void read_variablesInVain_areNoticedOnce() throws Exception {
        assertThat(read(Map.of("AURA_HTTP_MONKEY_PATCHER_ENABLED", "true", "AURA_SERVIC_PORT", "1"))
                        .notices())
                .hasSize(2)
                .anySatisfy(notice -> assertThat(notice).contains("AURA_HTTP_MONKEY_PATCHER_ENABLED", "Node"))
                .anySatisfy(notice -> assertThat(notice).contains("AURA_SERVIC_PORT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PRE", "PRO"})
    void read_noTrustedProxiesOutsideDevelopment_isNoticed(String kind) throws Exception {
        Map<String, String> live = with(PRO, "AURA_SERVICE_ENVIRONMENT", kind);
        assertThat(read(live).notices())
                .anySatisfy(notice -> assertThat(notice).startsWith("AURA_TRUSTED_PROXIES is not set"));
        assertThat(read(with(live, "AURA_TRUSTED_PROXIES", "10.0.0.0/8")).notices())
                .noneSatisfy(notice -> assertThat(notice).contains("AURA_TRUSTED_PROXIES"));
    }

    @Test
    void list_badConfiguration_showsValuesAndProblems() throws IOException {
        Path file = Files.writeString(home.resolve("password"), "canary");
        ConfigurationListing listing = reader(Map.of(
                        "AURA_SERVICE_PORT", "http",
                        "AURA_MONGODB_URI", "mongodb://canary:canary@m",
                        "AURA_REDIS_PASSWORD_FILE", file.toString()))
                .list();

        assertThat(listing.toString()).doesNotContain("canary");
        assertThat(listing.problems()).hasSize(1);
        assertThat(listing.entries())
                .hasSize(Catalogue.load().all().size())
                .contains(
                        entry("AURA_SERVICE_PORT", "http", "env", false),
                        entry("AURA_MONGODB_URI", "[redacted]", "env", true),
                        entry("AURA_REDIS_PASSWORD", "[redacted]", "file", true),
                        entry("AURA_ENCRYPTION_KEY", "[redacted]", "generated", true),
                        entry("AURA_SEED_ID", "[redacted]", "generated", true),
                        entry("AURA_LOGGING_LEVEL", "INFO", "default", false),
                        entry("AURA_APIKEY_POLICY", "compat", "default", false));
        assertThat(home.resolve("data")).doesNotExist();
    }

    private static ConfigurationListing.Entry entry(String name, String value, String source, boolean secret) {
        return new ConfigurationListing.Entry(name, java.util.Optional.of(value), source, secret);
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

    private static Map<String, String> with(Map<String, String> environment, String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return more;
    }
}
