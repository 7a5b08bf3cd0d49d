package io.github.auraauth.adapter.mongo.invalidation;

import static io.github.auraauth.adapter.mongo.TestDatabase.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.domain.invalidation.InvalidationEntry;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.user.SampleUsers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One log, several processes: some new, some asleep for long. */
class InvalidationLogAcrossProcessesTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Instant AT = Instant.parse("2030-01-02T03:04:05.678Z");

    private MongoConnection otherConnection;
    private MongoInvalidationLog log;
    private MongoInvalidationLog other;

    @BeforeEach
    void open() {
        otherConnection = DATABASE.connect();
        log = new MongoInvalidationLog(DATABASE.connection());
        other = new MongoInvalidationLog(otherConnection);
    }

    @AfterEach
    void close() {
        otherConnection.close();
    }

    @Test
    void open_byThreeProcessesAtOnce_numbersWithoutGap() {
        List<MongoInvalidationLog> logs = List.of(log, other, new MongoInvalidationLog(otherConnection));
        List<InvalidationEntry> lines = Race.of(60, i -> append(logs.get(i % 3), AT));
        assertThat(lines)
                .extracting(InvalidationEntry::seq)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 60).boxed().toList());
        assertThat(other.after(0, 100, soon())).hasSize(60).containsExactlyInAnyOrderElementsOf(lines);
    }

    @Test
    void open_line_isStoredUnderItsNumberWithoutTheAuraId() {
        InvalidationEntry opening = append(log, AT);
        log.close(opening, AT, soon());
        String name = SampleUsers.pseudonym("a").hex();
        assertThat(DATABASE.stored("removals")).containsExactly(line(1, name, 0, AT), line(2, name, 1, AT));
    }

    @Test
    void after_otherProcessAppendedFewOrMany_givesThemAll() {
        append(log, AT);
        assertThat(other.after(0, 1000, soon())).hasSize(1);
        fill(2, 21);
        assertThat(numbers(other.after(1, 1000, soon()))).isEqualTo(range(2, 21));
        fill(22, 400);
        assertThat(numbers(other.after(21, 100, soon()))).isEqualTo(range(22, 121));
        assertThat(numbers(other.after(121, 1000, soon()))).isEqualTo(range(122, 400));
        assertThat(other.after(400, 1000, soon())).isEmpty();
    }

    @Test
    void after_exactlyAsManyAsAreAskedForAtOnce_givesThemAll() {
        for (int newest = 31; newest <= 35; newest++) {
            DATABASE.collection("removals").drop();
            fill(1, newest);
            assertThat(numbers(other.after(1, 1000, soon()))).isEqualTo(range(2, newest));
            assertThat(append(new MongoInvalidationLog(otherConnection), AT).seq())
                    .isEqualTo(newest + 1);
        }
    }

    @Test
    void after_ownPlaceSweptMeanwhile_goesOnWithWhatIsLeft() {
        fill(1, 50);
        log.forgetBefore(AT.plusSeconds(40), soon());
        assertThat(numbers(other.after(3, 1000, soon()))).isEqualTo(range(40, 50));
        assertThat(numbers(other.after(0, 5, soon()))).isEqualTo(range(40, 44));
    }

    @Test
    void open_afterOthersAppendedAndSwept_takesNoNumberBelow() {
        append(log, AT);
        fill(2, 500);
        other.forgetBefore(AT.plusSeconds(499), soon());
        assertThat(append(log, AT).seq()).isEqualTo(501);
        assertThat(append(new MongoInvalidationLog(otherConnection), AT).seq()).isEqualTo(502);
    }

    @Test
    void forgetBefore_allOld_keepsTheNewest() {
        fill(1, 100);
        other.forgetBefore(AT.plusSeconds(1_000), soon());
        assertThat(numbers(log.after(0, 1000, soon()))).containsExactly(100L);
    }

    @Test
    void forgetBefore_clocksThatDiffer_leavesNoGap() {
        append(log, AT.plusSeconds(10));
        append(log, AT);
        append(log, AT.plusSeconds(20));
        log.forgetBefore(AT.plusSeconds(5), soon());
        assertThat(numbers(other.after(0, 10, soon()))).containsExactly(1L, 2L, 3L);
        log.forgetBefore(AT.plusSeconds(15), soon());
        assertThat(numbers(other.after(0, 10, soon()))).containsExactly(3L);
    }

    private static InvalidationEntry append(MongoInvalidationLog log, Instant at) {
        return log.open(SampleUsers.pseudonym("a"), at, soon());
    }

    /** Lines of others, a second apart. */
    private static void fill(long first, long last) {
        List<Document> lines = new ArrayList<>();
        for (long seq = first; seq <= last; seq++) {
            lines.add(line(seq, SampleUsers.pseudonym("a").hex(), 0, AT.plusSeconds(seq)));
        }
        DATABASE.collection("removals").insertMany(lines);
    }

    private static Document line(long seq, String name, long opening, Instant at) {
        return new Document("_id", seq)
                .append("name", name)
                .append("opening", opening)
                .append("at", Date.from(at));
    }

    private static List<Long> numbers(List<InvalidationEntry> lines) {
        return lines.stream().map(InvalidationEntry::seq).toList();
    }

    private static List<Long> range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
