package io.github.auraauth.adapter.mongo;

import static io.github.auraauth.adapter.mongo.TestDatabase.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.SettableClock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Expired rows go, and only they. */
class ExpiredUserSweepTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final SettableClock clock = SettableClock.startingNow();
    private final ExpiredUserSweep sweep = new ExpiredUserSweep(DATABASE.connection(), clock);

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

    private Date in(int hours) {
        return Date.from(clock.instant().plus(Duration.ofHours(hours)));
    }

    private static Document row(String name) {
        return new Document("auraId", name).append("authorizationId", name);
    }
}
