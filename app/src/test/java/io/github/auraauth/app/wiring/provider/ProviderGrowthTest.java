package io.github.auraauth.app.wiring.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.github.auraauth.adapter.mongo.MongoConfig;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.index.ExpiredDocumentSweep;
import io.github.auraauth.adapter.mongo.index.IndexDefinition;
import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.domain.crypto.EncryptionKeys;
import io.github.auraauth.domain.grant.AccessToken;
import io.github.auraauth.domain.grant.AccessTokenDigest;
import io.github.auraauth.domain.grant.Grant;
import io.github.auraauth.domain.provider.AuthorizationParameters;
import io.github.auraauth.domain.provider.KeptRequest;
import io.github.auraauth.domain.provider.RequestDigest;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.embedded.DataFolder;
import io.github.auraauth.embedded.EmbeddedStore;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.SettableClock;
import io.github.auraauth.testkit.grant.SampleGrants;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logins of clients leave nothing behind once all is over, neither in the embedded store nor in its file. */
class ProviderGrowthTest {
    private static final Duration CODE = Duration.ofSeconds(60);
    private static final Duration ACCESS = Duration.ofMinutes(10);
    private static final Duration REFRESH = Duration.ofDays(30);
    private static final int CLIENTS = 4;
    private static final long SMALL = 256 * 1024;

    @TempDir
    private Path folder;

    private final SettableClock clock = SettableClock.startingNow();

    @Test
    void codesAndRefreshes_byTheHundred_leaveNothingBehind() throws Exception {
        leaveNothingBehind(300, 100);
    }

    @Test
    @Tag("deep")
    void codesAndRefreshes_byTheHundredThousand_leaveNothingBehind() throws Exception {
        leaveNothingBehind(100_000, 500);
    }

    /** @param atOnce how many logins there are in one day, after which the sweep comes */
    private void leaveNothingBehind(int logins, int atOnce) throws Exception {
        DataFolder data = DataFolder.open(folder.resolve("data"));
        long largest = 0;
        try (EmbeddedStore store = EmbeddedStore.open(data, Clock.systemUTC(), new SecureRandom());
                MongoConnection mongo = MongoConnection.open(config(store.uri()), InstantSource.system());
                MongoClient direct = MongoClients.create(store.uri())) {
            ProviderStores stores = ProviderStores.over(
                    mongo,
                    new AtRestCipher(
                            EncryptionKeys.parse("aes-256-cbc", "growth-tests-encryption-key-32-b"),
                            new SecureRandom()),
                    new SimpleMeterRegistry());
            ExpiredDocumentSweep sweep = new ExpiredDocumentSweep(mongo, IndexDefinition.bundled(), clock);
            for (int day = 0; day < logins / atOnce; day++) {
                int first = day * atOnce;
                Race.of(CLIENTS, client -> logIn(stores, first + client, first + atOnce));
                clock.advance(Duration.ofDays(1));
                sweep.sweep(soon());
                largest = Math.max(largest, filesSize());
            }
            assertThat(documents(direct)).isPositive();
            clock.advance(REFRESH.plus(Duration.ofDays(1)));

            sweep.sweep(soon());
            store.forgetRemoved();

            assertThat(documents(direct)).isZero();
            assertThat(filesSize()).isLessThan(SMALL);
        }
        // thirty days are alive at most, of about a kibibyte each, and the files are twice that, once more while they
        // are compacted, and some slack
        assertThat(largest).isLessThan(Math.min(logins, 31L * atOnce) * 8 * 1024 + SMALL);
    }

    private long filesSize() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("data"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("store."))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    /** One of several, each of which takes its own part of the logins. */
    private int logIn(ProviderStores stores, int first, int end) {
        for (int number = first; number < end; number += CLIENTS) {
            logIn(stores, number);
        }
        return end;
    }

    /** A request that waited, a code, its exchange and one refresh. */
    private void logIn(ProviderStores stores, int number) {
        Instant now = clock.instant();
        RequestDigest digest = new RequestDigest("%064x".formatted(number));
        KeptRequest request = new KeptRequest(
                new AuthorizationParameters(
                        Map.of("client_id", "c", "state", "x".repeat(100)), Set.of(), Optional.empty()),
                now,
                KeptRequest.Stage.PERSON,
                Optional.empty());
        stores.requests().insert(digest, request, soon());
        if (number % 3 > 0) {
            stores.requests().delete(digest, soon());
        }
        Grant sample = SampleGrants.grant(number, number % 100, 1);
        Grant grant = new Grant(
                sample.id(),
                new ClientId("client"),
                sample.account(),
                0,
                sample.scopes(),
                sample.authentication(),
                sample.request(),
                Grant.State.ISSUED,
                0,
                now,
                now.plus(CODE));
        stores.grants().insert(grant, soon());
        if (number % 5 == 0) {
            return;
        }
        assertThat(stores.grants().activate(grant.id(), 1, now, now.plus(REFRESH), soon()))
                .isTrue();
        insertToken(stores, 2L * number, grant, now);
        assertThat(stores.grants().rotate(grant.id(), 1, now, now.plus(REFRESH), soon()))
                .isTrue();
        insertToken(stores, 2L * number + 1, grant, now);
    }

    private static void insertToken(ProviderStores stores, long number, Grant grant, Instant now) {
        stores.accessTokens()
                .insert(
                        new AccessTokenDigest("%064x".formatted(number)),
                        new AccessToken(grant.id(), grant.scopes(), now, now.plus(ACCESS)),
                        soon());
    }

    private static long documents(MongoClient client) {
        return StreamSupport.stream(
                        client.getDatabase("growth").listCollectionNames().spliterator(), false)
                .filter(name -> name.startsWith("oidc_"))
                .mapToLong(
                        name -> client.getDatabase("growth").getCollection(name).countDocuments())
                .sum();
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(30), InstantSource.system());
    }

    private static MongoConfig config(String uri) {
        return new MongoConfig(
                new MongoConfig.Access(Secret.ofText(uri), Optional.empty(), Optional.empty(), Optional.empty()),
                new MongoConfig.PoolLimits(4, 1, Duration.ofSeconds(30)),
                new MongoConfig.Timeouts(
                        Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(45), Duration.ofSeconds(10)),
                new MongoConfig.Retries(true, true),
                new MongoConfig.UserCollection("growth", "users", "primary"));
    }
}
