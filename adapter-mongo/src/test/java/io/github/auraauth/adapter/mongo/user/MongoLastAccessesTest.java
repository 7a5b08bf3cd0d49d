package io.github.auraauth.adapter.mongo.user;

import static io.github.auraauth.adapter.mongo.TestDatabase.CLOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.domain.user.AuraId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Notes are written by the executor or not at all; the contract is tested with the store's. */
class MongoLastAccessesTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Instant AT = Instant.parse("2030-01-02T03:04:05.678Z");

    private final AuraId auraId = new AuraId("a");

    @Test
    void note_executorFull_isDropped() {
        MongoLastAccesses full = new MongoLastAccesses(
                DATABASE.connection(),
                task -> {
                    throw new RejectedExecutionException("full");
                },
                CLOCK);
        assertThatCode(() -> full.note(auraId, AT, Duration.ofHours(1))).doesNotThrowAnyException();
    }

    @Test
    void note_any_isWrittenByTheExecutorOnly() {
        DATABASE.users().insertOne(new Document("auraId", "a"));
        List<Runnable> tasks = new ArrayList<>();
        new MongoLastAccesses(DATABASE.connection(), tasks::add, CLOCK).note(auraId, AT, Duration.ofHours(1));
        assertThat(DATABASE.users().find().first()).doesNotContainKey("lastAccess");
        tasks.forEach(Runnable::run);
        assertThat(DATABASE.users().find().first()).containsEntry("lastAccess", Date.from(AT));
    }

    /** Else every read would be an access to be noted, and none would be. */
    @Test
    void note_lastAccessThatIsNoDate_becomesOne() {
        DATABASE.users().insertOne(new Document("auraId", "a").append("lastAccess", "2020-01-02T03:04:05Z"));
        new MongoLastAccesses(DATABASE.connection(), Runnable::run, CLOCK).note(auraId, AT, Duration.ofHours(1));
        assertThat(DATABASE.users().find().first()).containsEntry("lastAccess", Date.from(AT));
    }

    @Test
    void note_databaseGone_isDropped() {
        MongoConnection closed = DATABASE.connect();
        closed.close();
        assertThatCode(() -> new MongoLastAccesses(closed, Runnable::run, CLOCK).note(auraId, AT, Duration.ofHours(1)))
                .doesNotThrowAnyException();
    }
}
