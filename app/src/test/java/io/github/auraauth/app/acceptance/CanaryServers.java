package io.github.auraauth.app.acceptance;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.github.auraauth.adapter.azure.FakeBlobStorage;
import io.github.auraauth.adapter.redis.RedisProcess;
import io.github.auraauth.adapter.redis.RedisServers;
import io.github.auraauth.fakes.directline.FakeDirectLine;
import io.github.auraauth.fakes.kernel.FakeKernel;
import io.github.auraauth.fakes.kernel.KnownClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * Server processes of every log level, over one MongoDB, one Redis, one Kernel and one Direct Line. All secrets of their
 * environment are canaries. TRACE, which logs what any level logs, is there in both formats. Beside it there is usually
 * what is chosen most and what logs least, and thoroughly each other level, in one format each.
 */
final class CanaryServers implements AutoCloseable {
    static final String AUDIENCE = "aura-services";
    static final String TERMS_KEY = "canary-terms-key-0123456789abcdef";
    private static final String REDIRECT = "https://aura.example/aura-services/v1/users/auraid/integrated";
    private static final String REDIS_PASSWORD = "canary-redis-password";
    private static final String EVERYTHING_IN_REDIS = """
            local out = {}
            for _, key in ipairs(redis.call('KEYS', '*')) do
              out[#out + 1] = key
              local kind = redis.call('TYPE', key).ok
              if kind == 'string' then out[#out + 1] = redis.call('GET', key)
              elseif kind == 'hash' then out[#out + 1] = table.concat(redis.call('HGETALL', key), ' ')
              else out[#out + 1] = 'unread ' .. kind end
            end
            return out
            """;

    private static final List<String> LEVELS = Thoroughness.ALL
            ? List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL", "OFF")
            : List.of("TRACE", "INFO", "OFF");

    final FakeKernel kernel;
    final FakeDirectLine directLine;
    final Map<String, ServerProcess> byLevel = new LinkedHashMap<>();
    private final RedisProcess redis = RedisServers.singleWithPassword(REDIS_PASSWORD);
    private final MongoServer mongo = new MongoServer(new MemoryBackend());
    private final CuttableProxy toMongo;
    private final FakeBlobStorage storage = new FakeBlobStorage();
    private final TraceCollector traces = new TraceCollector();
    private final Path folder;
    private final Map<String, String> environment;

    CanaryServers(Path folder, Canaries canaries) {
        InetSocketAddress address = mongo.bind();
        toMongo = new CuttableProxy(address);
        SecureRandom random = new SecureRandom();
        KnownClient client = new KnownClient(
                "aura",
                Optional.of(canaries.secret("canary-client-secret")),
                Optional.empty(),
                List.of(URI.create(REDIRECT)));
        kernel = FakeKernel.start(0, List.of(client), InstantSource.system(), random);
        directLine = FakeDirectLine.start(
                0, List.of(canaries.secret("canary-direct-line-secret")), InstantSource.system(), random);
        this.folder = folder;
        environment = environment(canaries);
        try {
            launchAll();
        } catch (AssertionError notReady) {
            close();
            throw notReady;
        }
    }

    private void launchAll() {
        for (String level : LEVELS) {
            launch(level, byLevel.size() % 2 == 0 ? "json" : "dev");
        }
        launch("TRACE", "dev");
    }

    /** One after the other: a machine that starts eight at once may need longer for each than anybody waits. */
    private void launch(String level, String format) {
        Map<String, String> own = new HashMap<>(environment);
        own.put("AURA_LOGGING_LEVEL", level);
        own.put("AURA_LOGGING_FORMAT", format);
        String name = level + '-' + format;
        byLevel.put(name, ServerProcess.start(folder.resolve(name), own));
    }

    private Map<String, String> environment(Canaries canaries) {
        canaries.secret(REDIS_PASSWORD);
        String database = "mongodb://127.0.0.1:" + toMongo.port();
        Map<String, String> environment = Servers.on(database, redis.host());
        environment.put("AURA_REDIS_PASSWORD", REDIS_PASSWORD);
        environment.put("AURA_ENCRYPTION_KEY", canaries.secret(Api.ENCRYPTION_KEY));
        environment.put("AURA_SEED_ID", canaries.secret(Api.SEED));
        environment.put("TAC_MONGODB_URI", database + "/tac");
        environment.put("TAC_APIKEY", canaries.secret(TERMS_KEY));
        environment.put("AURA_FP_AUTHSERVER_ENDPOINT", kernel.address().toString());
        environment.put("AURA_FP_CLIENT_ID", "aura");
        environment.put("AURA_FP_CLIENT_SECRET", "canary-client-secret");
        environment.put("AURA_REDIRECT_URI", REDIRECT);
        environment.put("AURA_KERNEL_AUDIENCE", AUDIENCE);
        environment.put("AURA_TRUSTED_HOSTNAMES", "chat.example");
        environment.put(
                "AURA_DIRECTLINE_API_ENDPOINT", directLine.conversations().toString());
        environment.put("AURA_DIRECTLINE_SECRETS", "canary-direct-line-secret");
        environment.put("AURA_MICROSOFT_AZURE_STORAGE_ACCOUNT", "fakeaccount");
        environment.put("AURA_MICROSOFT_AZURE_STORAGE_COMMON_ACCOUNT", FakeBlobStorage.ACCOUNT);
        environment.put(
                "AURA_MICROSOFT_AZURE_STORAGE_COMMON_ACCESS_KEY",
                canaries.secret(
                        Base64.getEncoder().encodeToString("canary-storage-key".getBytes(StandardCharsets.US_ASCII))));
        environment.put(
                "AURA_MICROSOFT_AZURE_STORAGE_COMMON_ENDPOINT",
                storage.endpoint().toString());
        environment.putAll(traces.environment());
        environment.put("OTEL_EXPORTER_OTLP_HEADERS", "api-key=" + canaries.secret("canary-key-of-the-collector"));
        environment.put("AURA_APIKEY_THROTTLE", "0");
        environment.put("AURA_IGNORE_LOGGING_PATH", "/nothing");
        // on a busy machine a connection may wait longer than usual for its turn, and would end just as it is used
        // again
        environment.put("AURA_HTTP_IDLE_TIMEOUT", "600000");
        return environment;
    }

    /** Names and values of all keys. */
    String inRedis() {
        return redis.cli("EVAL", EVERYTHING_IN_REDIS, "0");
    }

    /** An operator beside the servers. */
    CommandLine operator() {
        return new CommandLine(folder.resolve("operator"), environment);
    }

    /** Names and bodies of all that was sent to the collector. */
    String inTraces() {
        return traces.received();
    }

    /** Names and rows of all KPI files, those that the storage has and those that wait for it. */
    Map<String, String> inKpiFiles() {
        Map<String, String> all = new LinkedHashMap<>();
        storage.paths()
                .forEach(path -> all.put(path, new String(storage.bytes(path).orElseThrow(), StandardCharsets.UTF_8)));
        for (String name : byLevel.keySet()) {
            try (Stream<Path> files = Files.walk(folder.resolve(name).resolve("data/kpis"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    all.put(file.toString(), Files.readString(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    /** All documents by database and collection. */
    Map<String, String> inMongo() {
        Map<String, String> all = new LinkedHashMap<>();
        try (MongoClient client = MongoClients.create(
                "mongodb://127.0.0.1:" + mongo.getLocalAddress().getPort())) {
            for (String name : client.listDatabaseNames()) {
                MongoDatabase database = client.getDatabase(name);
                for (String collection : database.listCollectionNames()) {
                    List<String> documents = new ArrayList<>();
                    for (Document document : database.getCollection(collection).find()) {
                        documents.add(document.toJson());
                    }
                    all.put(name + '.' + collection, String.join("\n", documents));
                }
            }
        }
        return all;
    }

    /** From now on nothing that the servers depend on answers. */
    void takeEverythingAway() {
        toMongo.cut();
        redis.kill();
        kernel.close();
        directLine.close();
        storage.failWith(503);
        traces.close();
    }

    @Override
    public void close() {
        byLevel.values().forEach(ServerProcess::close);
        kernel.close();
        directLine.close();
        toMongo.close();
        mongo.shutdownNow();
        redis.close();
        storage.close();
        traces.close();
    }
}
