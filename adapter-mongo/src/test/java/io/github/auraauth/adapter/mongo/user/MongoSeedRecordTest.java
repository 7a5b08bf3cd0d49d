package io.github.auraauth.adapter.mongo.user;

import static io.github.auraauth.adapter.mongo.TestDatabase.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.adapter.mongo.user.MongoSeedRecord.SeedOutcome;
import io.github.auraauth.testkit.Race;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A database knows with which seed it was begun. */
class MongoSeedRecordTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final MongoSeedRecord record = new MongoSeedRecord(DATABASE.connection(), TestDatabase.CLOCK);

    @Test
    void compare_firstAndThenTheSame_saysSo() {
        assertThat(compare("one")).isEqualTo(SeedOutcome.FIRST);
        assertThat(compare("one")).isEqualTo(SeedOutcome.SAME);
    }

    @Test
    void compare_anotherWithoutUsers_saysSoAndKeepsTheFirst() {
        compare("one");
        assertThat(compare("two")).isEqualTo(SeedOutcome.DIFFERENT_WITHOUT_USERS);
        assertThat(compare("one")).isEqualTo(SeedOutcome.SAME);
    }

    @Test
    void compare_anotherWithUsers_saysSo() {
        compare("one");
        DATABASE.users().insertOne(new Document("auraId", "a"));
        assertThat(compare("two")).isEqualTo(SeedOutcome.DIFFERENT_WITH_USERS);
        assertThat(compare("one")).isEqualTo(SeedOutcome.SAME);
    }

    @Test
    void accept_another_takesThePlaceOfTheFirst() {
        compare("one");
        record.accept("two", soon());
        assertThat(compare("two")).isEqualTo(SeedOutcome.SAME);
        assertThat(DATABASE.stored("aura-seed")).hasSize(1);
    }

    @Test
    void compare_severalAtOnce_oneIsTheFirst() {
        List<SeedOutcome> outcomes = Race.of(8, i -> compare("one"));
        assertThat(outcomes).containsOnlyOnce(SeedOutcome.FIRST);
        assertThat(outcomes.stream().filter(SeedOutcome.SAME::equals)).hasSize(7);
    }

    private SeedOutcome compare(String fingerprint) {
        return record.compare(fingerprint, soon());
    }
}
