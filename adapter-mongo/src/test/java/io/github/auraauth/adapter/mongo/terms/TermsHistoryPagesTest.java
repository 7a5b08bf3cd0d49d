package io.github.auraauth.adapter.mongo.terms;

import static io.github.auraauth.adapter.mongo.TestDatabase.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.domain.terms.Acceptance;
import io.github.auraauth.domain.terms.ChangeOutcome;
import io.github.auraauth.domain.terms.ServiceName;
import io.github.auraauth.domain.terms.Terms;
import io.github.auraauth.domain.terms.TermsCaller;
import io.github.auraauth.domain.terms.TermsChange;
import io.github.auraauth.domain.terms.TermsStamp;
import io.github.auraauth.domain.terms.TermsStatus;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.domain.terms.TermsVersion;
import io.github.auraauth.testkit.Race;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.BsonBinaryWriter;
import org.bson.Document;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How entries leave a record's document, wherever a mover is stopped and whoever comes between. */
class TermsHistoryPagesTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final int MOST_BYTES = 32 * 1024;
    private static final Instant NOON = Instant.parse("2030-01-02T12:00:00.123Z");
    private static final TermsUserId ANNE = new TermsUserId("fake-anne");
    private static final Terms AURA = new Terms(new ServiceName("aura"), new TermsVersion("1"));

    private final MongoTermsStore store = new MongoTermsStore(DATABASE.connection(), TestDatabase.UNREADABLE);
    private final MongoTermsHistory history = new MongoTermsHistory(DATABASE.connection(), TestDatabase.UNREADABLE);
    private final TermsHistoryMover mover = new TermsHistoryMover(DATABASE.connection());

    @Test
    void change_thousandTimes_keepsTheDocumentSmall() {
        insert();
        changes(1, 1_001);
        assertThat(size(record())).isLessThan(MOST_BYTES);
        assertThat(statuses()).isEqualTo(words(0, 1_001));
    }

    @Test
    void change_concurrentlyAtTheLimit_losesAndDoublesNothing() {
        insert();
        changes(1, TermsHistoryMover.FULL);
        List<ChangeOutcome> outcomes = Race.of(i -> change(1_000 + i));
        assertThat(outcomes).containsOnly(ChangeOutcome.CHANGED);
        assertThat(statuses()).hasSize(TermsHistoryMover.FULL + Race.THREADS).doesNotHaveDuplicates();
        assertThat(size(record())).isLessThan(MOST_BYTES);
    }

    @Test
    void change_longHistoryFromBeforeThereWerePages_isMovedLittleByLittle() {
        long entries = 1_000;
        DATABASE.collection(TermsDocumentMapper.COLLECTION)
                .insertOne(original("word-999").append("history", entries(1_000)));
        change(1_000);
        assertThat(pagesOf(record())).isEqualTo(4);
        for (int i = 1_001; size(record()) > MOST_BYTES; i++) {
            assertThat(change(i)).isEqualTo(ChangeOutcome.CHANGED);
            entries = i;
        }
        assertThat(statuses()).isEqualTo(words(0, (int) entries + 1));
    }

    @Test
    void removeAll_longHistoryFromBeforeThereWerePages_isMovedLittleByLittle() {
        DATABASE.collection(TermsDocumentMapper.COLLECTION)
                .insertOne(original("word-99").append("history", entries(100)));
        store.removeAll(ANNE, stamp(100), soon());
        insert();
        assertThat(size(record())).isLessThan(MOST_BYTES);
        assertThat(history.find(ANNE, soon())).hasSize(102);
    }

    @Test
    void find_moverStoppedAnywhere_isEveryLineOnce() {
        insert();
        changes(1, TermsHistoryMover.FULL);
        List<String> all = words(0, TermsHistoryMover.FULL);
        Document full = full();
        assertThat(statuses()).isEqualTo(all);
        assertThat(mover.announce(full, soon())).isTrue();
        assertThat(statuses()).isEqualTo(all);
        assertThat(mover.fill(full, soon())).isTrue();
        assertThat(statuses()).isEqualTo(all);
        mover.release(full, soon());
        assertThat(statuses()).isEqualTo(all);
        assertThat(pagesOf(record())).isEqualTo(1);
    }

    @Test
    void change_afterAMoverStoppedAnywhere_goesOn() {
        for (int steps = 0; steps < 3; steps++) {
            history.erase(Set.of(ANNE.value()), soon());
            insert();
            changes(1, TermsHistoryMover.FULL);
            Document full = full();
            if (steps > 0) {
                mover.announce(full, soon());
            }
            if (steps > 1) {
                mover.fill(full, soon());
            }
            changes(TermsHistoryMover.FULL, 3 * TermsHistoryMover.FULL);
            assertThat(statuses()).isEqualTo(words(0, 3 * TermsHistoryMover.FULL));
        }
    }

    @Test
    void move_byASlowMoverAfterAnother_changesNothing() {
        insert();
        changes(1, TermsHistoryMover.FULL);
        Document full = full();
        mover.announce(full, soon());
        changes(TermsHistoryMover.FULL, TermsHistoryMover.FULL + 40);
        Document stored = record();
        assertThat(mover.announce(full, soon())).isFalse();
        mover.fill(full, soon());
        mover.release(full, soon());
        assertThat(record()).isEqualTo(stored);
        assertThat(statuses()).isEqualTo(words(0, TermsHistoryMover.FULL + 40));
    }

    @Test
    void erase_whileAMoverIsUnderWay_leavesNothingWhereverItIs() {
        for (int steps = 0; steps < 4; steps++) {
            insert();
            changes(1, TermsHistoryMover.FULL + TermsHistoryPages.PAGE_SIZE);
            Document full = full();
            if (steps > 0) {
                mover.announce(full, soon());
            }
            if (steps > 1) {
                mover.fill(full, soon());
            }
            if (steps > 2) {
                mover.release(full, soon());
            }
            assertThat(history.erase(Set.of(ANNE.value()), soon())).isEqualTo(1);
            assertThat(mover.announce(full, soon())).isFalse();
            assertThat(mover.fill(full, soon())).isFalse();
            mover.release(full, soon());
            assertThat(DATABASE.stored(TermsDocumentMapper.COLLECTION)).isEmpty();
            assertThat(DATABASE.stored(TermsHistoryPages.COLLECTION)).isEmpty();
        }
    }

    @Test
    void announce_recordErasedAfterThePageWasMade_takesThePageAway() {
        insert();
        changes(1, TermsHistoryMover.FULL);
        Document full = full();
        history.erase(Set.of(ANNE.value()), soon());
        insert();
        assertThat(mover.announce(full, soon())).isFalse();
        assertThat(DATABASE.stored(TermsHistoryPages.COLLECTION)).isEmpty();
        assertThat(statuses()).isEqualTo(words(0, 1));
    }

    @Test
    void anyCall_erasureStoppedInTheMiddle_seesNothingAndTheNextEndsIt() {
        insert();
        changes(1, 3 * TermsHistoryMover.FULL);
        DATABASE.collection(TermsDocumentMapper.COLLECTION).updateOne(new Document(), TermsDocumentMapper.erasure());
        assertThat(store.find(ANNE, AURA, soon())).isEmpty();
        assertThat(store.findAll(ANNE, soon())).isEmpty();
        assertThat(history.find(ANNE, soon())).isEmpty();
        assertThat(change(1)).isEqualTo(ChangeOutcome.ABSENT);
        store.removeAll(ANNE, stamp(0), soon());
        assertThat(history.erase(Set.of(ANNE.value()), soon())).isEqualTo(1);
        assertThat(DATABASE.stored(TermsDocumentMapper.COLLECTION)).isEmpty();
        assertThat(DATABASE.stored(TermsHistoryPages.COLLECTION)).isEmpty();
    }

    @Test
    void insert_erasureStoppedInTheMiddle_endsItAndBeginsAnew() {
        insert();
        changes(1, 3 * TermsHistoryMover.FULL);
        DATABASE.collection(TermsDocumentMapper.COLLECTION).updateOne(new Document(), TermsDocumentMapper.erasure());
        insert();
        assertThat(statuses()).isEqualTo(words(0, 1));
        assertThat(DATABASE.stored(TermsHistoryPages.COLLECTION)).isEmpty();
    }

    @Test
    void page_stored_namesNoUser() {
        insert();
        changes(1, 3 * TermsHistoryMover.FULL);
        assertThat(DATABASE.stored(TermsHistoryPages.COLLECTION)).isNotEmpty().allSatisfy(page -> {
            assertThat(page.toJson()).doesNotContain("anne");
            assertThat(page.getList("lines", Document.class)).hasSize(TermsHistoryPages.PAGE_SIZE);
        });
    }

    /** The last thousand of twenty thousand changes cost what the second thousand did; a round has one move of a page. */
    @Test
    @Tag("deep")
    void change_twentyThousandTimes_costsTheSameAtTheEnd() {
        insert();
        changes(1, 1_000);
        long[] rounds = new long[19_000 / TermsHistoryPages.PAGE_SIZE];
        for (int round = 0; round < rounds.length; round++) {
            int next = 1_000 + round * TermsHistoryPages.PAGE_SIZE;
            long began = System.nanoTime();
            changes(next, next + TermsHistoryPages.PAGE_SIZE);
            rounds[round] = System.nanoTime() - began;
        }
        long first = median(Arrays.copyOf(rounds, 31));
        long last = median(Arrays.copyOfRange(rounds, rounds.length - 31, rounds.length));
        assertThat((double) last).isLessThan(1.5 * first);
        assertThat(size(record())).isLessThan(MOST_BYTES);
        assertThat(statuses()).isEqualTo(words(0, 1_000 + rounds.length * TermsHistoryPages.PAGE_SIZE));
    }

    private static long median(long[] times) {
        Arrays.sort(times);
        return times[times.length / 2];
    }

    private void insert() {
        TermsStamp stamp = stamp(0);
        store.insert(Acceptance.created(ANNE, AURA, new TermsStatus("word-0"), stamp), stamp, soon());
    }

    private void changes(int from, int to) {
        IntStream.range(from, to).forEach(this::change);
    }

    private ChangeOutcome change(int number) {
        return store.change(ANNE, AURA, new TermsStatus("word-" + number), stamp(number), soon());
    }

    private Document full() {
        return mover.oldestOfFull(record(), soon()).orElseThrow();
    }

    private static Document record() {
        List<Document> records = DATABASE.stored(TermsDocumentMapper.COLLECTION);
        assertThat(records).hasSize(1);
        return records.get(0);
    }

    private static int pagesOf(Document record) {
        return record.getInteger(TermsHistoryPages.MOVED) / TermsHistoryPages.PAGE_SIZE;
    }

    private List<String> statuses() {
        return history.find(ANNE, soon()).stream()
                .map(TermsChange::status)
                .map(status -> status.orElseThrow().value())
                .toList();
    }

    private static List<String> words(int from, int to) {
        return mapped(from, to, i -> "word-" + i);
    }

    private static List<Document> entries(int count) {
        return mapped(
                0,
                count,
                i -> new Document("what", i == 0 ? "created" : "changed")
                        .append("status", "word-" + i)
                        .append("at", Date.from(NOON))
                        .append("correlator", "correlator-" + i)
                        .append("key", 0));
    }

    private static <T> List<T> mapped(int from, int to, IntFunction<T> each) {
        return IntStream.range(from, to).mapToObj(each).collect(Collectors.toList());
    }

    private static TermsStamp stamp(int number) {
        return new TermsCaller("correlator-" + number, 0).at(NOON);
    }

    private static Document original(String status) {
        return new Document("user_id", ANNE.value())
                .append("name", "aura")
                .append("version", "1")
                .append("created_at", Date.from(NOON))
                .append("status", status);
    }

    private static int size(Document document) {
        BasicOutputBuffer bytes = new BasicOutputBuffer();
        try (bytes;
                BsonBinaryWriter writer = new BsonBinaryWriter(bytes)) {
            new DocumentCodec()
                    .encode(writer, document, EncoderContext.builder().build());
            return bytes.getSize();
        }
    }
}
