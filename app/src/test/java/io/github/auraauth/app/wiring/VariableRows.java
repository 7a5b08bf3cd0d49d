package io.github.auraauth.app.wiring;

import io.github.auraauth.adapter.channels.ChannelsConfig;
import io.github.auraauth.app.config.LoggingSettings;
import io.github.auraauth.app.config.behaviour.BehaviourSettings;
import io.github.auraauth.app.config.login.PageSettings;
import io.github.auraauth.app.config.upstream.StorageSettings;
import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.apikey.ApiKeyModel;
import io.github.auraauth.domain.apikey.ApiKeyPolicy;
import io.github.auraauth.domain.apikey.ApiKeyRequest;
import io.github.auraauth.domain.apikey.ApiKeys;
import io.github.auraauth.domain.authtoken.ListedAuthToken;
import io.github.auraauth.domain.crypto.EncryptionKeys;
import io.github.auraauth.domain.kernel.ProviderRefusal;
import io.github.auraauth.domain.kernel.RefusalKind;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.state.LoginState;
import io.github.auraauth.domain.state.StatePurpose;
import io.github.auraauth.domain.state.StateRequest;
import io.github.auraauth.domain.token.JsonWebKey;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.domain.user.UserIdentities;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** The rows of {@link EveryVariableTest}: for each variable a value, and what must be seen of it where it acts. */
public final class VariableRows {
    /** What is seen of an environment with which the program does not start. */
    static final String REFUSED = "refused";

    private static final String KEY = "a-key-of-the-variables-tests-32b";
    private static final String OTHER_KEY = "another-key-of-variables-tests-3";
    private static final String SEED = "a-seed-of-the-variables-tests";
    private static final String HOME = "<home>";
    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";

    /** What every row starts from: an environment for development that needs to generate no key. */
    public static final Map<String, String> BASE = Map.of("AURA_ENCRYPTION_KEY", KEY, "AURA_SEED_ID", SEED);

    private static final Map<String, String> REDIS =
            Map.of("AURA_REDIS_HOSTS", "127.0.0.1:1", "AURA_REDIS_MODE", "SINGLE");
    private static final Map<String, String> POOLED_REDIS = with(REDIS, "AURA_REDIS_USE_CONNECTION_POOL", "true");
    private static final Map<String, String> KERNEL = Map.of(
            "AURA_FP_AUTHSERVER_ENDPOINT", "https://kernel.example/",
            "AURA_FP_CLIENT_ID", "aura",
            "AURA_FP_CLIENT_SECRET", "a-secret",
            "AURA_REDIRECT_URI", "https://aura.example/aura-services/v1/users/auraid/integrated");
    private static final Map<String, String> ACCOUNT = Map.of(
            "AURA_MICROSOFT_AZURE_STORAGE_ACCOUNT", "fakeaccount",
            "AURA_MICROSOFT_AZURE_STORAGE_ACCESS_KEY", "YWFhYQ==",
            "AURA_MICROSOFT_AZURE_STORAGE_ENDPOINT", "http://127.0.0.1:1/fakeaccount");
    private static final Map<String, String> COMMON = Map.of(
            "AURA_MICROSOFT_AZURE_STORAGE_COMMON_ACCOUNT", "fakeaccount",
            "AURA_MICROSOFT_AZURE_STORAGE_COMMON_ACCESS_KEY", "YWFhYQ==");
    private static final Map<String, String> TEXTS = with(ACCOUNT, "AURA_LOCALE_FORCE_IMPORT", "true");
    private static final Map<String, String> RESOURCES = Map.of(
            "AURA_STATIC_RESOURCE_PROVIDER_ENDPOINT", "https://static.example/",
            "AURA_STATIC_RESOURCE_PROVIDER_SAS_TOKEN", "sig=fake");

    /** An authority that nobody has the key of. */
    public static final String CERTIFICATE = """
            -----BEGIN CERTIFICATE-----
            MIIBezCCASGgAwIBAgIUaswjtbgR0nnHL2AgstS/8Mn7PWEwCgYIKoZIzj0EAwIw
            EjEQMA4GA1UEAwwHZXhhbXBsZTAgFw0yNjExMzAwMDA4NDVaGA8yMTI2MTEwNjAw
            MDg0NVowEjEQMA4GA1UEAwwHZXhhbXBsZTBZMBMGByqGSM49AgEGCCqGSM49AwEH
            A0IABHdk9ryHLMM6C3mNTrjq+cN4Oij8ZcLiyIIpf0PPSWM7wr9tYudpN8rJ9P6R
            D5Vmk8luMjBS4ukOZMK6s3XFosOjUzBRMB0GA1UdDgQWBBRJDF0q4VMIOoEWbaq0
            akXDONXZpzAfBgNVHSMEGDAWgBRJDF0q4VMIOoEWbaq0akXDONXZpzAPBgNVHRMB
            Af8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUCIQCPfo0Nq2rhQaQF1RXN23fxJrja
            GJSO5Oe64K6FybnPkAIgSnpfQyWC3vsiya15YsXJHR5HmDTGKcnL7vgc+EWG57A=
            -----END CERTIFICATE-----""";

    private static final RSAPrivateKey RSA = rsa();

    private static final Map<String, String> SERVING = Map.of(
            "AURA_SERVICE_PORT", "0",
            "TAC_PORT", "0",
            "AURA_DATA_FOLDER", HOME,
            "AURA_SHUTDOWN_DRAIN", "100",
            "AURA_SHUTDOWN_GRACEFUL_TTL", "100");
    private static final Map<String, String> SERVING_WITH_KERNEL =
            with(with(KERNEL, "AURA_FP_AUTHSERVER_ENDPOINT", "http://127.0.0.1:1/"), SERVING);

    private VariableRows() {}

    /**
     * One variable.
     *
     * @param value another one than its default; {@code <home>} is the test's folder
     * @param beside what must be set too, for it to act
     * @param expected what {@code look} gives with the value, and only then
     */
    record Row(String name, String value, Map<String, String> beside, Object expected, Function<Arrived, Object> look) {
        String value(Path home) {
            return value.replace(HOME, home.toString());
        }

        Object expected(Path home) {
            return expected instanceof String text ? text.replace(HOME, home.toString()) : expected;
        }

        Object observe(Arrived arrived) {
            return look.apply(arrived);
        }

        /** Puts into the folder what some of the variables name. */
        void prepare(Path home) throws IOException {
            Files.createDirectories(home.resolve("pictures"));
            Files.writeString(home.resolve("pictures/done.svg"), SVG);
            Files.createDirectories(home.resolve("settings/resources"));
            Files.writeString(home.resolve("settings/resources/done.svg"), SVG);
            Files.createDirectories(home.resolve("texts"));
            try (var texts = VariableRows.class.getResourceAsStream("/locale/es-es.json")) {
                Files.copy(texts, home.resolve("texts/fr-fr.json"), StandardCopyOption.REPLACE_EXISTING);
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Row> all() {
        return Stream.of(
                        service(),
                        keys(),
                        mongo(),
                        redis(),
                        http(),
                        kernel(),
                        pages(),
                        storage(),
                        accounts(),
                        behaviours(),
                        unused())
                .flatMap(Function.identity());
    }

    private static Stream<Row> service() {
        return Stream.of(
                row("AURA_SERVICE_ENVIRONMENT", "PRE", preProduction(), "PRE", it -> kind(it).name()),
                row(
                        "AURA_VERSION",
                        "7.7.7",
                        SERVING,
                        true,
                        it -> Served.says(it, "/local-ping", "\"version\":\"7.7.7\"")),
                row(
                        "AURA_DATA_FOLDER",
                        "<home>/elsewhere",
                        "<home>/elsewhere",
                        it -> it.configuration().deployment().dataFolder().toString()),
                row(
                        "AURA_PUBLIC_URL",
                        "https://aura.example",
                        "aura.example",
                        it -> it.server().metricsHost()),
                row(
                        "AURA_SERVICE_PORT",
                        "4711",
                        4711,
                        it -> it.server().listening().port()),
                row(
                        "AURA_LISTEN_ADDRESS",
                        "127.0.0.2",
                        List.of("127.0.0.2", "127.0.0.2"),
                        it -> List.of(
                                it.server().listening().host(),
                                it.termsServer().listening().host())),
                row(
                        "AURA_HTTP_IDLE_TIMEOUT",
                        "12345",
                        List.of(Duration.ofMillis(12_345), Duration.ofMillis(12_345)),
                        it -> List.of(
                                it.server().listening().idleTimeout(),
                                it.termsServer().listening().idleTimeout())),
                row("TAC_PORT", "4712", 4712, it -> it.termsServer().listening().port()),
                row(
                        "AURA_TRUSTED_PROXIES",
                        "10.0.0.0/8",
                        List.of("10.0.0.0/8"),
                        it -> List.copyOf(it.server().trust().proxies())),
                row(
                        "AURA_CORS_ORIGINS",
                        "https://chat.example",
                        Set.of("https://chat.example"),
                        it -> it.server().trust().origins()),
                row(
                        "AURA_IGNORE_LOGGING_PATH",
                        "/healthz",
                        Set.of("/healthz"),
                        it -> it.server().unloggedPaths()),
                row(
                        "AURA_AUTHENTICATION_BLOCK_MODE",
                        "writeread",
                        SERVING,
                        true,
                        it -> Served.says(it, "/users/a", "SERVICE_BLOCKED")),
                row(
                        "AURA_SHUTDOWN_DRAIN",
                        "1234",
                        Duration.ofMillis(1234),
                        it -> it.configuration().http().drain()),
                row(
                        "AURA_SHUTDOWN_GRACEFUL_TTL",
                        "1234",
                        Duration.ofMillis(1234),
                        it -> it.server().stopTimeout()),
                row(
                        "AURA_AUDIT_RETENTION",
                        "7",
                        Duration.ofDays(7),
                        it -> it.configuration().audit().retention()),
                row(
                        "AURA_LOGGING_LEVEL",
                        "ERROR",
                        LoggingSettings.Level.ERROR,
                        it -> it.configuration().logging().level()),
                row(
                        "AURA_LOGGING_FORMAT",
                        "dev",
                        LoggingSettings.Format.DEV,
                        it -> it.configuration().logging().format()),
                row(
                        "AURA_DEFAULT_TIME_ZONE",
                        "Europe/Madrid",
                        List.of(ZoneId.of("Europe/Madrid"), ZoneId.of("Europe/Madrid")),
                        it -> List.of(
                                it.configuration().logging().zone(), (Object) it.withPages(pages -> pages.zone()))),
                row(
                        "TAC_MONGODB_URI",
                        "mongodb://terms.example",
                        with(
                                Map.of("TAC_APIKEY", "a-key-of-terms-tests"),
                                "AURA_MONGODB_URI",
                                "mongodb://users.example"),
                        "mongodb://terms.example",
                        it -> Arrived.text(it.termsMongo().access().uri())),
                row(
                        "TAC_APIKEY",
                        "one-key-of-terms,two-key-of-terms",
                        List.of("one-key-of-terms", "two-key-of-terms"),
                        it -> it.configuration().terms().orElseThrow().given().stream()
                                .map(Arrived::text)
                                .toList()));
    }

    private static Stream<Row> keys() {
        return Stream.of(
                row(
                        "AURA_ENCRYPTION_KEY",
                        OTHER_KEY,
                        true,
                        it -> it.keys().read(keyOf(OTHER_KEY, 35)).isPresent()),
                row(
                        "AURA_ENCRYPTION_ALGORITHM",
                        "aes-128-cbc",
                        Map.of("AURA_ENCRYPTION_KEY", "a-key-of-16bytes"),
                        true,
                        it -> it.keys()
                                .read(keyOf("aes-128-cbc", "a-key-of-16bytes", 35))
                                .isPresent()),
                row("AURA_ENCRYPTION_IV_LENGTH", "12", REFUSED, it -> "starts: the cipher has one length only"),
                row(
                        "AURA_ENCRYPTION_IV_POSITION",
                        "7",
                        true,
                        it -> it.keys().read(keyOf(KEY, 7)).isPresent()),
                row(
                        "AURA_ENVIRONMENT_NAME",
                        "north",
                        Optional.of("north"),
                        it -> it.keys()
                                .issue(request(), Instant.now())
                                .model()
                                .stamp()
                                .environment()),
                row(
                        "AURA_APIKEY_POLICY",
                        "strict",
                        ApiKeyPolicy.STRICT,
                        it -> it.keys().policy()),
                row(
                        "AURA_SEED_ID",
                        "another-seed-of-the-tests",
                        fingerprint("another-seed-of-the-tests"),
                        it -> new UserIdentities(it.configuration().keys().seed()).seedFingerprint()),
                row("AURA_APIKEY_THROTTLE", "3", SERVING, true, Served::throttles),
                row("AURA_REVOCATION_MAX_STALENESS", "1", true, KnownFor::aMomentOnly),
                row(
                        "AURA_STATE_POLICY",
                        "strict",
                        false,
                        it -> it.configuration()
                                .loginStates(Arrived.SOURCES.random())
                                .read(legacyState(), StatePurpose.LOGIN, Instant.now())
                                .isPresent()),
                row("AURA_VALID_REGISTER_STATE_MINUTES", "30", true, VariableRows::takesAStateOfTwentyMinutes),
                row("AURA_LINK_CONFIRM", "false", SERVING_WITH_KERNEL, false, Served::asksWhoComesByALink),
                row(
                        "AURA_TRUSTED_HOSTNAMES",
                        "chat.example",
                        true,
                        it -> it.configuration()
                                .login()
                                .trustedHosts()
                                .redirect("https://chat.example/")
                                .isPresent()));
    }

    private static Stream<Row> mongo() {
        Map<String, String> there = Map.of("AURA_MONGODB_URI", "mongodb://users.example");
        return Stream.of(
                row(
                        "AURA_MONGODB_URI",
                        "mongodb://users.example",
                        "mongodb://users.example",
                        it -> Arrived.text(it.mongo().access().uri())),
                row(
                        "AURA_MONGODB_USERNAME",
                        "somebody",
                        with(there, "AURA_MONGODB_PASSWORD", "a-password"),
                        Optional.of("somebody"),
                        it -> it.mongo().access().username()),
                row(
                        "AURA_MONGODB_PASSWORD",
                        "a-password",
                        with(there, "AURA_MONGODB_USERNAME", "somebody"),
                        Optional.of("a-password"),
                        it -> it.mongo().access().password().map(Arrived::text)),
                row(
                        "AURA_MONGODB_SSL",
                        "true",
                        there,
                        true,
                        it -> it.mongo().access().ssl().orElse(false)),
                row(
                        "AURA_MONGODB_POOL_SIZE",
                        "9",
                        there,
                        9,
                        it -> it.mongo().pool().most()),
                row(
                        "AURA_MONGODB_MAX_POOL_SIZE",
                        "8",
                        with(there, "AURA_MONGODB_POOL_SIZE", "9"),
                        8,
                        it -> it.mongo().pool().most()),
                row(
                        "AURA_MONGODB_MIN_POOL_SIZE",
                        "3",
                        there,
                        3,
                        it -> it.mongo().pool().fewest()),
                row(
                        "AURA_MONGODB_MAX_IDLE_TIME_MS",
                        "1234",
                        Duration.ofMillis(1234),
                        it -> it.mongo().pool().longestIdle()),
                row(
                        "AURA_MONGODB_HEARTBEAT_FREQUENCY_MS",
                        "1234",
                        Duration.ofMillis(1234),
                        it -> it.mongo().timeouts().heartbeat()),
                row(
                        "AURA_MONGODB_SERVER_SELECTION_TIMEOUT_MS",
                        "1234",
                        Duration.ofMillis(1234),
                        it -> it.mongo().timeouts().serverSelection()),
                row(
                        "AURA_MONGODB_SOCKET_TIMEOUT_MS",
                        "1234",
                        Duration.ofMillis(1234),
                        it -> it.mongo().timeouts().socket()),
                row(
                        "AURA_CONNECTION_TIMEOUT_MS",
                        "1234",
                        Duration.ofMillis(1234),
                        it -> it.mongo().timeouts().connection()),
                row(
                        "AURA_MONGODB_RETRY_WRITES",
                        "false",
                        false,
                        it -> it.mongo().retries().writes()),
                row(
                        "AURA_MONGODB_RETRY_READS",
                        "false",
                        false,
                        it -> it.mongo().retries().reads()),
                row(
                        "AURA_MONGODB_USER_DB",
                        "people",
                        "people",
                        it -> it.mongo().users().database()),
                row(
                        "AURA_MONGODB_USER_COLLECTION",
                        "persons",
                        "persons",
                        it -> it.mongo().users().collection()),
                row(
                        "AURA_MONGODB_READ_PREFERENCE",
                        "nearest",
                        "nearest",
                        it -> it.mongo().users().readPreference()),
                row("AURA_MONGODB_USER_LAST_ACCESS_UPDATE_INTERVAL", "0", SERVING, true, Served::writesEachAccess));
    }

    private static Stream<Row> redis() {
        return Stream.of(
                row(
                        "AURA_REDIS_HOSTS",
                        "127.0.0.2:7",
                        with(REDIS, "AURA_REDIS_HOSTS", "127.0.0.1:1"),
                        List.of("127.0.0.2:7"),
                        it -> it.redis().hosts().stream()
                                .map(host -> host.host() + ':' + host.port())
                                .toList()),
                row(
                        "AURA_REDIS_MODE",
                        "CLUSTER",
                        REDIS,
                        "CLUSTER",
                        it -> it.redis().mode().name()),
                row(
                        "AURA_REDIS_SENTINEL_INSTANCE_NAME",
                        "the-master",
                        with(REDIS, "AURA_REDIS_MODE", "SENTINEL"),
                        Optional.of("the-master"),
                        it -> it.redis().sentinelInstanceName()),
                row("AURA_REDIS_DATABASE", "5", REDIS, 5, it -> it.redis().database()),
                row(
                        "AURA_REDIS_PASSWORD",
                        "a-password",
                        REDIS,
                        Optional.of("a-password"),
                        it -> it.redis().access().password().map(Arrived::text)),
                row(
                        "AURA_REDIS_USERNAME",
                        "somebody",
                        with(REDIS, "AURA_REDIS_PASSWORD", "a-password"),
                        Optional.of("somebody"),
                        it -> it.redis().access().username()),
                row(
                        "AURA_REDIS_SENTINEL_PASSWORD",
                        "another-password",
                        REDIS,
                        Optional.of("another-password"),
                        it -> it.redis().access().sentinelPassword().map(Arrived::text)),
                row(
                        "AURA_REDIS_TLS",
                        "true",
                        REDIS,
                        true,
                        it -> it.redis().access().tls().isPresent()),
                row(
                        "AURA_REDIS_TLS_CA",
                        CERTIFICATE,
                        with(REDIS, "AURA_REDIS_TLS", "true"),
                        Optional.of(CERTIFICATE),
                        it -> it.redis().access().tls().orElseThrow().authorities()),
                row(
                        "AURA_ENVIRONMENT_PREFIX",
                        "north:",
                        REDIS,
                        "north:",
                        it -> it.redis().keyPrefix()),
                row(
                        "AURA_REDIS_USE_CONNECTION_POOL",
                        "true",
                        REDIS,
                        true,
                        it -> it.redis().pool().isPresent()),
                row(
                        "AURA_REDIS_CONNECTION_POOL_MIN",
                        "4",
                        POOLED_REDIS,
                        4,
                        it -> it.redis().pool().orElseThrow().min()),
                row(
                        "AURA_REDIS_CONNECTION_POOL_MAX",
                        "9",
                        POOLED_REDIS,
                        9,
                        it -> it.redis().pool().orElseThrow().max()),
                row(
                        "AURA_REDIS_MAX_RECONNECT_RETRIES",
                        "3",
                        REDIS,
                        3,
                        it -> it.redis().maxReconnectRetries()),
                row(
                        "AURA_REDIS_MAX_RECONNECT_INTERVAL",
                        "1234",
                        REDIS,
                        Duration.ofMillis(1234),
                        it -> it.redis().maxReconnectInterval()),
                row("AURA_REDIS_CACHE_TTL", "77", REDIS, Duration.ofSeconds(77), CachedFor::aUser));
    }

    private static Stream<Row> http() {
        return Stream.of(
                row("AURA_HTTP_KEEP_ALIVE", "false", false, it -> it.outgoing().keepAlive()),
                row(
                        "AURA_HTTP_KEEP_ALIVE_MSECS",
                        "1234",
                        Duration.ofMillis(1234),
                        it -> it.outgoing().keepAliveTime()),
                row("AURA_HTTP_REQUEST_MAX_SOCKETS", "7", 7, it -> it.outgoing().maxSockets()),
                row(
                        "AURA_HTTP_REQUEST_TIMEOUT",
                        "1234",
                        Duration.ofMillis(1234),
                        it -> it.outgoing().requestTimeout()),
                row("AURA_INTERNAL_RETRIES", "3", 3, it -> it.outgoing().retries()),
                row(
                        "AURA_HTTP_PATHS_LOG_DISABLED",
                        "silent",
                        true,
                        it -> it.outgoing().unloggedPaths().containsAll(List.of("silent", "healthz"))),
                row(
                        "AURA_DIRECTLINE_API_ENDPOINT",
                        "http://127.0.0.1:1/conversations",
                        URI.create("http://127.0.0.1:1/conversations"),
                        it -> it.directLine().conversations()),
                row(
                        "AURA_DIRECTLINE_SECRETS",
                        "one-secret,two-secret",
                        List.of("one-secret", "two-secret"),
                        it -> it.directLine().secrets().stream()
                                .map(Arrived::text)
                                .toList()));
    }

    private static Stream<Row> kernel() {
        return Stream.of(
                row(
                        "AURA_FP_AUTHSERVER_ENDPOINT",
                        "https://other.example/",
                        KERNEL,
                        Optional.of(URI.create("https://other.example/")),
                        it -> it.kernel().endpoint()),
                row(
                        "AURA_FP_CLIENT_ID",
                        "another",
                        KERNEL,
                        "another",
                        it -> it.client().id()),
                row(
                        "AURA_FP_CLIENT_SECRET",
                        "another-secret",
                        KERNEL,
                        Optional.of("another-secret"),
                        it -> it.client().secret().map(Arrived::text)),
                row(
                        "AURA_REDIRECT_URI",
                        "https://b.example/aura-services/v1/users/auraid/integrated",
                        KERNEL,
                        "https://b.example/aura-services/v1/users/auraid/integrated",
                        it -> it.client().redirectUri().toString()),
                row(
                        "AURA_FP_CLIENT_ISSUER",
                        "https://client.example/issuer",
                        with(Map.of(), "AURA_FP_ISSUER", "https://fp.example/issuer"),
                        "https://client.example/issuer",
                        it -> it.issuer().name()),
                row(
                        "AURA_FP_ISSUER",
                        "https://fp.example/issuer",
                        "https://fp.example/issuer",
                        it -> it.issuer().name()),
                row(
                        "AURA_FP_PRIVATE_KEY",
                        privateKey(),
                        RSA.getModulus(),
                        it -> modulus(it.kernelModule().signingKeys.publicKeys().get(0))),
                row(
                        "AURA_FP_PRIVATE_KEY_ID",
                        "the-key",
                        Map.of("AURA_FP_PRIVATE_KEY", privateKey()),
                        "the-key",
                        it -> it.kernelModule().signingKeys.publicKeys().get(0).id()),
                row(
                        "AURA_KERNEL_AUDIENCE",
                        "the-audience",
                        Map.of("AURA_FP_AUTHSERVER_ENDPOINT", "https://kernel.example/"),
                        true,
                        it -> it.kernelModule().callers.isPresent()),
                row(
                        "AURA_ERROR_CODES_CREDENTIALS",
                        "E1,E2",
                        RefusalKind.CREDENTIALS,
                        it -> sorted(it, "E2", "nothing")),
                row("AURA_ERROR_CODES_TIMEOUT", "E1,E2", RefusalKind.TIMEOUT, it -> sorted(it, "E2", "nothing")),
                row(
                        "AURA_ERROR_DESCRIPTIONS_CREDENTIALS",
                        "bad word",
                        RefusalKind.CREDENTIALS,
                        it -> sorted(it, "E9", "a bad word")),
                row(
                        "AURA_ERROR_DESCRIPTIONS_TIMEOUT",
                        "too late",
                        RefusalKind.TIMEOUT,
                        it -> sorted(it, "E9", "it is too late")));
    }

    private static Stream<Row> pages() {
        return Stream.of(
                row(
                        "AURA_DEFAULT_LOCALE",
                        "es-es",
                        "es-es",
                        it -> it.withPages(pages -> pages.locales()
                                .get()
                                .texts(Optional.empty(), "")
                                .culture())),
                row(
                        "AURA_LOCALE_FOLDER",
                        "<home>/texts",
                        true,
                        it -> it.withPages(
                                pages -> pages.locales().get().find("fr-fr").isPresent())),
                row(
                        "AURA_IMAGE_SUCCESS",
                        "done.svg",
                        true,
                        it -> it.withPages(pages -> pages.image().get().isPresent())),
                row(
                        "AURA_RESOURCES_FOLDER",
                        "<home>",
                        Map.of("AURA_IMAGE_SUCCESS", "pictures/done.svg"),
                        true,
                        it -> it.withPages(pages -> pages.image().get().isPresent())),
                row(
                        "AURA_LOCALE_FORCE_IMPORT",
                        "true",
                        ACCOUNT,
                        true,
                        it -> it.withOutgoing(outgoing -> OperatorStorage.of(it.configuration(), outgoing)
                                .texts()
                                .isPresent())),
                row(
                        "AURA_LOCALE_REMOTE_BACKUP",
                        "true",
                        TEXTS,
                        true,
                        it -> remoteTexts(it).backup()),
                row(
                        "AURA_LOCALE_REMOTE_REFRESH",
                        "7",
                        TEXTS,
                        Duration.ofSeconds(7),
                        it -> remoteTexts(it).pause()),
                row(
                        "AURA_LOCALE_REMOTE_CONTAINER",
                        "others",
                        TEXTS,
                        "others/authentication/locale/a.json",
                        PlaceInStorage::ofTexts),
                row(
                        "AURA_LOCALE_REMOTE_CONTAINER_PREFIX",
                        "x/y",
                        TEXTS,
                        "static-resources/x/y/a.json",
                        PlaceInStorage::ofTexts));
    }

    private static Stream<Row> storage() {
        return Stream.of(
                row(
                        "AURA_MICROSOFT_AZURE_STORAGE_ACCOUNT",
                        "otheraccount",
                        SERVING,
                        true,
                        it -> Served.says(it, "/config", "otheraccount")),
                row(
                        "AURA_MICROSOFT_AZURE_STORAGE_ACCESS_KEY",
                        "YmJiYg==",
                        ACCOUNT,
                        "YmJiYg==",
                        it -> Arrived.text(storage(it).account().orElseThrow().key())),
                row(
                        "AURA_MICROSOFT_AZURE_STORAGE_ENDPOINT",
                        "http://127.0.0.1:2/fakeaccount",
                        ACCOUNT,
                        URI.create("http://127.0.0.1:2/fakeaccount"),
                        it -> storage(it).account().orElseThrow().endpoint()),
                row(
                        "AURA_MAKEUP_MODE",
                        "local",
                        ACCOUNT,
                        false,
                        it -> it.withOutgoing(outgoing -> OperatorStorage.of(it.configuration(), outgoing)
                                .indexes()
                                .isPresent())),
                row(
                        "AURA_MICROSOFT_AZURE_STORAGE_CONFIGURATION_CONTAINER",
                        "others",
                        ACCOUNT,
                        "others/1.2.3/a.json",
                        PlaceInStorage::ofIndexes),
                row(
                        "AURA_MICROSOFT_AZURE_STORAGE_COMMON_ACCOUNT",
                        "otheraccount",
                        Map.of("AURA_MICROSOFT_AZURE_STORAGE_COMMON_ACCESS_KEY", "YWFhYQ=="),
                        URI.create("https://otheraccount.blob.core.windows.net"),
                        it -> storage(it).common().orElseThrow().endpoint()),
                row(
                        "AURA_MICROSOFT_AZURE_STORAGE_COMMON_ACCESS_KEY",
                        "YmJiYg==",
                        COMMON,
                        "YmJiYg==",
                        it -> Arrived.text(storage(it).common().orElseThrow().key())),
                row(
                        "AURA_MICROSOFT_AZURE_STORAGE_COMMON_ENDPOINT",
                        "http://127.0.0.1:2/fakeaccount",
                        COMMON,
                        URI.create("http://127.0.0.1:2/fakeaccount"),
                        it -> storage(it).common().orElseThrow().endpoint()),
                row(
                        "AURA_STATIC_RESOURCE_PROVIDER_ENDPOINT",
                        "https://b.example/",
                        RESOURCES,
                        URI.create("https://b.example/"),
                        it -> storage(it).staticResources().orElseThrow().endpoint()),
                row(
                        "AURA_STATIC_RESOURCE_PROVIDER_SAS_TOKEN",
                        "sig=other",
                        RESOURCES,
                        "sig=other",
                        it -> Arrived.text(
                                storage(it).staticResources().orElseThrow().sasToken())),
                row(
                        "AURA_STATIC_RESOURCES_CONTAINER",
                        "others",
                        RESOURCES,
                        "others/authentication/resources/a.json",
                        PlaceInStorage::ofResources),
                row(
                        "AURA_STATIC_RESOURCES_CONTAINER_PREFIX",
                        "x/y",
                        RESOURCES,
                        "static-resources/x/y/a.json",
                        PlaceInStorage::ofResources));
    }

    private static Stream<Row> accounts() {
        Map<String, String> shared = with(preProduction(), "AURA_SERVICE_ENVIRONMENT", "PRE");
        return Stream.of(
                row(
                        "AURA_ACCOUNTS_ENABLED",
                        "true",
                        shared,
                        true,
                        it -> it.configuration().accounts().enabled()),
                row(
                        "AUTH_TOKENS",
                        "media_store:a-fake-secret-of-tests:view_show\nother:another-fake-secret-1:",
                        List.of(1, 2),
                        it -> it.configuration().accounts().tokens().tokens().stream()
                                .map(ListedAuthToken::line)
                                .toList()),
                row(
                        "AURA_ADMIN_USERNAME",
                        "Somebody",
                        Map.of("AURA_ADMIN_PASSWORD", "fourteen-storks-above-a-lake"),
                        "somebody",
                        it -> it.configuration()
                                .accounts()
                                .administrator()
                                .orElseThrow()
                                .username()
                                .value()),
                row(
                        "AURA_ADMIN_PASSWORD",
                        "fourteen-storks-above-a-lake",
                        Map.of("AURA_ADMIN_USERNAME", "somebody"),
                        "fourteen-storks-above-a-lake",
                        it -> Arrived.text(it.configuration()
                                .accounts()
                                .administrator()
                                .orElseThrow()
                                .password())),
                row(
                        "AURA_CHANNELS_CONFIGURATION_API_ENDPOINT",
                        "https://channels.example/v1",
                        Optional.of(URI.create("https://channels.example/v1")),
                        it -> it.configuration().upstream().channels().map(ChannelsConfig::endpoint)),
                row(
                        "AURA_AUTHORIZATION_HEADER",
                        "APIKEY a-key",
                        Map.of("AURA_CHANNELS_CONFIGURATION_API_ENDPOINT", "https://channels.example"),
                        Optional.of("APIKEY a-key"),
                        it -> it.configuration()
                                .upstream()
                                .channels()
                                .flatMap(ChannelsConfig::authorization)
                                .map(Arrived::text)),
                row(
                        "AURA_ADMIN_SECOND_FACTOR",
                        "false",
                        false,
                        it -> it.configuration().accounts().secondFactor()),
                row(
                        "AURA_OIDC_KEY_SET_MAX_AGE",
                        "60",
                        Duration.ofSeconds(60),
                        it -> it.configuration().accounts().keySetAge()));
    }

    private static Stream<Row> behaviours() {
        Map<String, String> active = with(ACCOUNT, "DEV_AURA_BEHAVIOR_MANAGER_ACTIVE", "true");
        return Stream.of(
                row(
                        "DEV_AURA_BEHAVIOR_MANAGER_ACTIVE",
                        "true",
                        ACCOUNT,
                        true,
                        it -> it.withOutgoing(outgoing -> OperatorStorage.of(it.configuration(), outgoing)
                                .behaviours()
                                .isPresent())),
                row(
                        "DEV_AURA_AUTH_BEHAVIOR_MICROSOFT_AZURE_STORAGE_SETTINGS_FILE",
                        "elsewhere/other.json",
                        active,
                        "elsewhere/other.json",
                        it -> behaviours(it).file().text()),
                row(
                        "DEV_AURA_AUTH_BEHAVIOR_CRON_PATTERN",
                        "0 0 1 1 *",
                        active,
                        Instant.parse("2027-01-01T00:00:00Z"),
                        it -> behaviours(it).pattern().after(Instant.parse("2026-11-30T12:00:00Z"))),
                row(
                        "AURA_MONGODB_CACHE_COLLECTION",
                        "others",
                        active,
                        "others",
                        it -> behaviours(it).cache().collection()),
                row(
                        "AURA_MONGODB_CACHE_INDEX",
                        "other",
                        active,
                        "other",
                        it -> behaviours(it).cache().field()),
                row(
                        "AURA_MONGODB_CACHE_TTL",
                        "7",
                        active,
                        Duration.ofSeconds(7),
                        it -> behaviours(it).cache().timeToLive()));
    }

    /** What can mean nothing here must say so, and nothing else of it can be seen. */
    private static Stream<Row> unused() {
        String name = "AURA_HTTP_MONKEY_PATCHER_ENABLED";
        return Stream.of(row(
                name,
                "true",
                true,
                it -> it.configuration().notices().stream()
                        .anyMatch(notice -> notice.startsWith(name + " is set, but "))));
    }

    private static Row row(String name, String value, Object expected, Function<Arrived, Object> look) {
        return row(name, value, Map.of(), expected, look);
    }

    private static Row row(
            String name, String value, Map<String, String> beside, Object expected, Function<Arrived, Object> look) {
        return new Row(name, value, beside, expected, look);
    }

    private static Map<String, String> with(Map<String, String> environment, String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return more;
    }

    private static Map<String, String> with(Map<String, String> environment, Map<String, String> others) {
        Map<String, String> more = new HashMap<>(environment);
        more.putAll(others);
        return more;
    }

    private static Map<String, String> preProduction() {
        return Map.of(
                "AURA_PUBLIC_URL", "https://aura.example",
                "AURA_ENVIRONMENT_NAME", "north",
                "AURA_MONGODB_URI", "mongodb://users.example");
    }

    private static Enum<?> kind(Arrived it) {
        return it.configuration().deployment().kind();
    }

    private static String keyOf(String key, int position) {
        return keyOf("aes-256-cbc", key, position);
    }

    /** A key of version 1, where the place of the initialization vector matters. */
    private static String keyOf(String algorithm, String key, int position) {
        ApiKeys keys = new ApiKeys(
                EncryptionKeys.parse(algorithm, key), position, "local", ApiKeyPolicy.COMPAT, Arrived.SOURCES.random());
        return Arrived.text(keys.issueLegacy(request()).text());
    }

    private static ApiKeyRequest request() {
        var grants = ApiKeyModel.Grants.of(Set.of("aura-services"), Set.of("kernel"), AccessMode.READ);
        return new ApiKeyRequest("9.5.0", grants, Optional.empty(), Optional.empty());
    }

    private static String fingerprint(String seed) {
        return new UserIdentities(Secret.ofText(seed)).seedFingerprint();
    }

    /** A state as aura-bot writes one, which is a text that looks like a key of version 1. */
    private static String legacyState() {
        var text = new io.github.auraauth.domain.crypto.CbcText(EncryptionKeys.parse("aes-256-cbc", KEY), 35);
        String json = "{\"auraId\":\"an-aura-id\",\"channelId\":\"" + new UUID(0x4000, 0x8000_0000_0000_0001L)
                + "\",\"ts\":" + Instant.now().toEpochMilli() + "}";
        return text.seal(json.getBytes(StandardCharsets.UTF_8), Arrived.SOURCES.random());
    }

    private static Object takesAStateOfTwentyMinutes(Arrived it) {
        var states = it.configuration().loginStates(Arrived.SOURCES.random());
        var request = new StateRequest(
                new AuraId("an-aura-id"),
                new ChannelId(new UUID(0x4000, 0x8000_0000_0000_0001L)),
                StatePurpose.LOGIN,
                LoginState.Extras.NONE);
        Instant then = Instant.now().minus(Duration.ofMinutes(20));
        return states.read(Arrived.text(states.issue(request, then)), StatePurpose.LOGIN, Instant.now())
                .isPresent();
    }

    private static RefusalKind sorted(Arrived it, String code, String description) {
        return it.configuration()
                .upstream()
                .kernel()
                .refusals()
                .sort(new ProviderRefusal("access_denied", Optional.of(description), List.of(code)));
    }

    private static PageSettings.RemoteTexts remoteTexts(Arrived it) {
        return it.configuration().login().pages().remoteTexts().orElseThrow();
    }

    private static StorageSettings storage(Arrived it) {
        return it.configuration().upstream().storage();
    }

    private static BehaviourSettings behaviours(Arrived it) {
        return it.configuration().behaviours().orElseThrow();
    }

    private static RSAPrivateKey rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return (RSAPrivateKey) generator.generateKeyPair().getPrivate();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static BigInteger modulus(JsonWebKey key) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.parameters().get("n")));
    }

    private static String privateKey() {
        return Base64.getEncoder().encodeToString(RSA.getEncoded());
    }
}
