package io.github.auraauth.adapter.mongo.index;

import static io.github.auraauth.adapter.mongo.TestDatabase.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.SettableClock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What has expired goes, in every collection with a TTL index, and nothing else does. */
class ExpiredDocumentSweepTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final SettableClock clock = SettableClock.startingNow();
    private final ExpiredDocumentSweep sweep =
            new ExpiredDocumentSweep(DATABASE.connection(), IndexDefinition.bundled(), clock);

    @Test
    void sweep_nobody_removesNothing() {
        assertThat(sweep.sweep(soon())).isZero();
    }

    @Test
    void sweep_someExpired_removesThemOnly() {
        DATABASE.users()
                .insertMany(List.of(
                        row("endless"),
                        row("expiring").append("expiresAt", in(1)),
                        row("later").append("expiresAt", in(2))));
        assertThat(sweep.sweep(soon())).isZero();
        clock.advance(Duration.ofHours(1));
        assertThat(sweep.sweep(soon())).isEqualTo(1);
        assertThat(DATABASE.stored(TestDatabase.USERS))
                .extracting(row -> row.getString("auraId"))
                .containsExactlyInAnyOrder("endless", "later");
    }

    @Test
    void sweep_moreThanABatch_removesAllEvenByTwoAtOnce() {
        DATABASE.users()
                .insertMany(IntStream.range(0, 1_200)
                        .mapToObj(i -> row("row-" + i).append("expiresAt", in(1)))
                        .toList());
        clock.advance(Duration.ofHours(1));
        List<Long> removed = Race.of(2, i -> sweep.sweep(soon()));
        assertThat(removed.get(0) + removed.get(1)).isEqualTo(1_200);
        assertThat(DATABASE.users().countDocuments()).isZero();
    }

    /** The server's TTL index takes dates only. */
    @Test
    void sweep_endsThatAreNoDates_removesTheExpired() {
        long now = clock.instant().toEpochMilli();
        String text = clock.instant().toString();
        String behind = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.ofHours(-12))
                .toString();
        String ahead = OffsetDateTime.ofInstant(clock.instant().plusSeconds(1), ZoneOffset.ofHours(14))
                .toString();
        Map<String, Object> expired = Map.of(
                "text", text, "behind", behind, "day", "2020-02-03", "long", now, "double", (double) now, "int", 1);
        Map<String, Object> others = Map.of(
                "later text",
                clock.instant().plusMillis(1).toString(),
                "ahead",
                ahead,
                "far",
                "9999-12-31",
                "later long",
                now + 1,
                "word",
                "2020-13-01",
                "bool",
                true,
                "list",
                List.of("2020-02-03"),
                "empty",
                "");
        expired.forEach(this::insert);
        others.forEach(this::insert);

        assertThat(sweep.sweep(soon())).isEqualTo(expired.size());
        assertThat(DATABASE.stored(TestDatabase.USERS))
                .extracting(row -> row.getString("auraId"))
                .containsExactlyInAnyOrderElementsOf(others.keySet());
    }

    @Test
    void sweep_moreTextsThanABatch_removesAll() {
        DATABASE.users()
                .insertMany(IntStream.range(0, 1_200)
                        .mapToObj(i -> row("row-" + i).append("expiresAt", "2020-02-03T04:05:06Z"))
                        .toList());
        assertThat(sweep.sweep(soon())).isEqualTo(1_200);
        assertThat(DATABASE.users().countDocuments()).isZero();
    }

    @Test
    void sweep_definition_reachesEveryCollectionWithATtlIndex() {
        Map<String, String> fields = new LinkedHashMap<>();
        IndexDefinition.bundled()
                .result()
                .forEach((collection, indexes) -> indexes.stream()
                        .filter(index -> index.expireAfterSeconds().isPresent())
                        .forEach(index -> fields.put(
                                collection, index.keys().keySet().iterator().next())));
        assertThat(fields).containsKeys("users", "loginStates", "erasedAuraIds");
        fields.forEach((collection, field) -> DATABASE.collection(
                        collection.equals("users") ? TestDatabase.USERS : collection)
                .insertMany(List.of(row("a").append(field, in(1)), row("b").append(field, in(3)))));
        clock.advance(Duration.ofHours(2));

        assertThat(sweep.sweep(soon())).isEqualTo(fields.size());
    }

    private void insert(String name, Object end) {
        DATABASE.users().insertOne(row(name).append("expiresAt", end));
    }

    private Date in(int hours) {
        return Date.from(clock.instant().plus(Duration.ofHours(hours)));
    }

    private static Document row(String name) {
        return new Document("auraId", name).append("authorizationId", name);
    }
}
