package io.github.auraauth.adapter.mongo.behaviour;

import static io.github.auraauth.adapter.mongo.TestDatabase.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.port.out.behaviour.BehaviourCache;
import io.github.auraauth.port.out.behaviour.BehaviourCache.CachedText;
import io.github.auraauth.testkit.SettableClock;
import io.github.auraauth.testkit.behaviour.BehaviourCacheContract;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoBehaviourCacheTest implements BehaviourCacheContract {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final SettableClock clock = SettableClock.startingNow();

    @Override
    public BehaviourCache cache() {
        return cacheBy("id");
    }

    @Override
    public void letPass(Duration time) {
        clock.advance(time);
    }

    @Override
    public Backend takeBackendAway() {
        return DATABASE.takeAway();
    }

    @Test
    void put_fieldOfItsOwn_holdsTheNameOfOneDocument() {
        for (String field : List.of("id", "key", "_id")) {
            BehaviourCache cache = cacheBy(field);
            cache.put(NAME, text("[1]"), LONG, soon());
            cache.put(NAME, text("[2]"), LONG, soon());
            assertThat(cache.find(NAME, soon())).contains(text("[2]"));
            assertThat(documents())
                    .filteredOn(document -> ("aura-auth:" + NAME).equals(document.get(field)))
                    .hasSize(1);
            DATABASE.connection()
                    .collection(MongoBehaviourCache.COLLECTION)
                    .within(soon(), all -> all.deleteMany(new Document()));
        }
    }

    @Test
    void put_documentsOfOthers_areLeftAlone() {
        Document other = new Document("_id", "x").append("id", NAME.text()).append("text", 7);
        DATABASE.connection().collection(MongoBehaviourCache.COLLECTION).within(soon(), all -> all.insertOne(other));
        cache().put(NAME, text("[]"), LONG, soon());
        assertThat(cache().find(NAME, soon())).contains(text("[]"));
        assertThat(documents()).contains(other).hasSize(2);
    }

    @Test
    void find_documentOfAnotherForm_isEmpty() {
        Document changed =
                new Document("_id", "x").append("id", "aura-auth:" + NAME).append("text", "[]");
        DATABASE.connection().collection(MongoBehaviourCache.COLLECTION).within(soon(), all -> all.insertOne(changed));
        assertThat(cache().find(NAME, soon())).isEmpty();
    }

    @Test
    void field_thatHoldsSomethingElse_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> cacheBy("text"));
    }

    private BehaviourCache cacheBy(String field) {
        return new MongoBehaviourCache(DATABASE.connection(), MongoBehaviourCache.COLLECTION, field, clock);
    }

    private static List<Document> documents() {
        return DATABASE.connection()
                .collection(MongoBehaviourCache.COLLECTION)
                .within(soon(), all -> all.find().into(new ArrayList<>()));
    }

    private static CachedText text(String text) {
        return new CachedText(text, Instant.parse("2031-02-03T04:05:06.789Z"));
    }
}
