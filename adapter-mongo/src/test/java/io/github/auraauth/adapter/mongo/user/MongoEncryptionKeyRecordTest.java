package io.github.auraauth.adapter.mongo.user;

import static io.github.auraauth.adapter.mongo.TestDatabase.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.testkit.Race;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database knows which keys have written into it. */
class MongoEncryptionKeyRecordTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final MongoEncryptionKeyRecord record =
            new MongoEncryptionKeyRecord(DATABASE.connection(), TestDatabase.CLOCK);

    @Test
    void isUnknown_firstKeyAndThoseBesideIt_areKnown() {
        assertThat(isUnknown("one")).isFalse();
        store("users");
        assertThat(isUnknown("one")).isFalse();
        assertThat(isUnknown("two", "one")).isFalse();
        assertThat(isUnknown("one")).as("an instance that is not rolled yet").isFalse();
        assertThat(isUnknown("two")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"users", "accounts", "apikeys"})
    void isUnknown_othersAlone_areUnknownWhereSomethingIsThere(String collection) {
        assertThat(isUnknown("one")).isFalse();
        assertThat(isUnknown("two")).as("nothing is there").isFalse();
        store(collection);
        assertThat(isUnknown("three", "four")).isTrue();
        assertThat(isUnknown("three", "two")).isFalse();
    }

    @Test
    void isUnknown_accepted_isKnown() {
        isUnknown("one");
        store("users");
        assertThat(isUnknown("two")).isTrue();
        record.accept("two", soon());
        assertThat(isUnknown("two")).isFalse();
    }

    @Test
    void isUnknown_severalAtOnce_areAllKnownAfterwards() {
        assertThat(Race.of(8, number -> isUnknown("key-" + number))).containsOnly(false);
        store("users");
        assertThat(isUnknown("key-0")).isFalse();
        assertThat(isUnknown("key-7")).isFalse();
    }

    private boolean isUnknown(String... keyIds) {
        return record.isUnknown(List.of(keyIds), soon());
    }

    private static void store(String collection) {
        DATABASE.connection()
                .defined(collection)
                .within(soon(), all -> all.insertOne(new Document("auraId", "a").append("jti", "a")));
    }
}
