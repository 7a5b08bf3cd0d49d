package io.github.auraauth.adapter.mongo;

import static io.github.auraauth.adapter.mongo.TestDatabase.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.erasure.Erasure;
import io.github.auraauth.domain.erasure.ErasureCounts;
import io.github.auraauth.domain.user.PhoneNumber;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.domain.user.UserRow;
import io.github.auraauth.testkit.SampleUsers;
import io.github.auraauth.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What of a person lies in the journal: nothing in clear, and nothing at all once it is finished. */
class StoredErasureDocumentTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Instant BEGUN = Instant.parse("2030-01-02T03:04:05.678Z");
    private static final PhoneNumber NUMBER = new PhoneNumber("+12025550100");

    private final SettableClock clock = SettableClock.startingNow();
    private final User user = SampleUsers.user("a", BEGUN);
    private final Erasure erasure = Erasure.of(new UUID(1, 2), NUMBER, BEGUN).including(List.of(UserRow.of("a", user)));
    private final MongoErasureJournal journal = journal("0123456789abcdef0123456789abcdef");

    @Test
    void record_identifiers_lieEnciphered() {
        journal.record(erasure, soon());
        Document entry = DATABASE.stored("erasures").get(0);
        assertThat(entry)
                .containsEntry("_id", erasure.id().toString())
                .containsEntry("begun", Date.from(BEGUN))
                .containsEntry("numberDigest", TestDatabase.digest().hex(NUMBER.value()));
        assertThat(entry.getString("phoneNumber")).startsWith("aux1_");
        for (String field : List.of("auraIds", "userIds", "auraGlobalIds")) {
            assertThat(entry.getList(field, String.class))
                    .singleElement()
                    .asString()
                    .startsWith("aux1_");
        }
        assertThat(entry.toJson())
                .doesNotContain(
                        NUMBER.value(),
                        "2025550100",
                        user.auraId().value(),
                        user.registration().userId().value(),
                        user.auraGlobalId().text());
    }

    @Test
    void finish_entry_leavesTimesCountAndDigestOnly() {
        journal.record(erasure, soon());
        clock.advance(Duration.ofMinutes(1));
        journal.finish(erasure.id(), new ErasureCounts(3, 2), soon());
        journal.finish(erasure.id(), new ErasureCounts(4, 0), soon());
        assertThat(DATABASE.stored("erasures"))
                .containsExactly(new Document("_id", erasure.id().toString())
                        .append("begun", Date.from(BEGUN))
                        .append("numberDigest", TestDatabase.digest().hex(NUMBER.value()))
                        .append("finished", Date.from(clock.instant()))
                        .append("rows", 3)
                        .append("terms", 2L));
    }

    @Test
    void unfinished_entryOfALostKey_keepsNoOtherFromBeingFinished() {
        journal("another-key-that-has-been-lost-!").record(erasure, soon());
        Erasure readable = Erasure.of(new UUID(3, 4), NUMBER, BEGUN.plusSeconds(1));
        journal.record(readable, soon());
        assertThat(journal.unfinished(soon())).containsExactly(readable);
    }

    private MongoErasureJournal journal(String key) {
        return new MongoErasureJournal(DATABASE.connection(), TestDatabase.cipher(key), TestDatabase.digest(), clock);
    }
}
