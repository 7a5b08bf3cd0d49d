package io.github.auraauth.testkit.activity;

import static io.github.auraauth.testkit.account.SampleAccounts.id;
import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.assertOutage;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.activity.Activity;
import io.github.auraauth.domain.activity.AuditEntry;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.out.activity.ActivityLog;
import io.github.auraauth.port.out.activity.ActivityLog.Position;
import io.github.auraauth.testkit.OutageContract;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.internal.EdgeCaseTexts;
import io.github.auraauth.testkit.internal.OutageCheck;
import io.github.auraauth.testkit.internal.PortCalls;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link ActivityLog}. An adapter's test implements it: {@code log()} gives one that holds nothing when a test
 * begins, always over the same entries.
 */
public interface ActivityLogContract extends OutageContract {
    /** The time of the kit's first entry. */
    Instant NOON = Instant.parse("2030-01-02T12:00:00.123Z");

    /** The port under test. */
    ActivityLog log();

    @Test
    default void page_nothingAppended_isEmpty() {
        assertThat(page(Optional.empty(), Keyset.first(), 10)).isEmpty();
    }

    @Test
    default void page_severalEntries_comeNewestFirstAndByFallingIdAtOneTime() {
        Activity first = appended("b:1", 0, 1);
        Activity third = appended("c:1", 5, 1);
        Activity fourth = appended("c:2", 5, 2);
        Activity second = appended("a:2", 3, 1);
        assertThat(page(Optional.empty(), Keyset.first(), 10)).containsExactly(fourth, third, second, first);
        assertThat(page(Optional.of(id(1)), Keyset.first(), 10)).containsExactly(third, second, first);
        assertThat(page(Optional.of(id(9)), Keyset.first(), 10)).isEmpty();
    }

    @Test
    default void page_fewerAskedThanThereAre_goesOnBehindTheLast() {
        List<Activity> all = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            all.add(0, appended("a:" + i, i / 4, i % 2));
        }
        assertThat(walked(Optional.empty())).containsExactlyElementsOf(all);
        assertThat(walked(Optional.of(id(1))))
                .containsExactlyElementsOf(all.stream()
                        .filter(entry -> entry.account().equals(Optional.of(id(1))))
                        .toList());
    }

    @Test
    default void page_backwards_givesWhatIsDirectlyNewer() {
        Activity first = appended("a:1", 0, 1);
        Activity second = appended("a:2", 2, 1);
        Activity third = appended("b:1", 2, 1);
        appended("a:3", 4, 1);
        assertThat(page(Optional.empty(), Keyset.before(Position.of(first)), 2)).containsExactly(third, second);
        assertThat(log().count(Optional.empty(), 3, soon())).isEqualTo(3);
        assertThat(log().count(Optional.of(id(9)), 3, soon())).isZero();
    }

    @Test
    default void page_behindAPlaceWhereNoneIs_beginsThere() {
        Activity first = appended("a:1", 0, 1);
        appended("a:2", 2, 1);
        assertThat(page(Optional.empty(), Keyset.after(new Position(NOON.plusSeconds(1), "z")), 10))
                .containsExactly(first);
    }

    @Test
    default void append_everyEventWithOddAndLongTexts_isGivenBackWhole() {
        List<Activity> all = new ArrayList<>();
        List<Activity.Event> events = List.of(Activity.Event.values());
        for (int i = 0; i < events.size(); i++) {
            String text = EdgeCaseTexts.all().get(i % EdgeCaseTexts.all().size());
            all.add(
                    0,
                    new Activity(
                            "$a.b:%05d".formatted(i),
                            NOON.plusNanos(999_999),
                            events.get(i),
                            "cli:" + text,
                            i % 2 == 0 ? Optional.of(id(1)) : Optional.empty(),
                            i == 0 ? "" : EdgeCaseTexts.ofLength(i)));
        }
        append(all);
        assertThat(page(Optional.empty(), Keyset.first(), 100)).containsExactlyElementsOf(all);
        assertThat(all.get(0).at()).isEqualTo(NOON);
    }

    @Test
    default void append_idThatIsThere_changesNothing() {
        Activity first = appended("a:1", 0, 1);
        appended("a:1", 5, 2);
        assertThat(page(Optional.empty(), Keyset.first(), 10)).containsExactly(first);
    }

    @Test
    default void append_batchOfWhichAPartIsThere_storesTheOthers() {
        Activity first = appended("a:1", 0, 1);
        Activity second = entry("a:2", 1, 1);
        Activity third = entry("a:3", 2, 1);
        append(List.of(entry("a:1", 9, 9), second, third));
        append(List.of(second, third));
        append(List.of());
        assertThat(page(Optional.empty(), Keyset.first(), 10)).containsExactly(third, second, first);
    }

    @Test
    default void append_manyAtOnce_losesNone() {
        Race.of(i -> appended("a:" + i, i, i));
        assertThat(page(Optional.empty(), Keyset.first(), 2 * Race.THREADS)).hasSize(Race.THREADS);
    }

    @Test
    default void page_returnedListSpoiled_changesNothing() {
        Activity entry = appended("a:1", 0, 1);
        PortCalls.spoil(page(Optional.empty(), Keyset.first(), 10));
        assertThat(page(Optional.empty(), Keyset.first(), 10)).containsExactly(entry);
    }

    @Test
    default void anyCall_nullArgument_isRefusedByName() {
        assertNullIsRefused("entries", () -> log().append(nothing(), soon()));
        assertNullIsRefused("deadline", () -> log().append(List.of(AuditEntry.of(entry("a:1", 0, 1))), nothing()));
        assertNullIsRefused("account", () -> log().page(nothing(), Keyset.first(), 1, soon()));
        assertNullIsRefused("place", () -> log().page(Optional.empty(), nothing(), 1, soon()));
        assertNullIsRefused("deadline", () -> log().page(Optional.empty(), Keyset.first(), 1, nothing()));
        assertThat(page(Optional.empty(), Keyset.first(), 1)).isEmpty();
    }

    @Test
    default void anyCall_deadlinePassed_isAnOutage() {
        assertOutage(() -> log().append(List.of(AuditEntry.of(entry("a:1", 0, 1))), passed()));
        assertOutage(() -> log().page(Optional.empty(), Keyset.first(), 1, passed()));
    }

    @Test
    default void anyCall_storeAway_isAnOutageInTime() {
        OutageCheck.ofStore(ActivityLog.class, this::log)
                .fails((log, deadline) -> log.append(List.of(AuditEntry.of(entry("a:1", 0, 1))), deadline))
                .fails((log, deadline) -> log.count(Optional.empty(), 1, deadline))
                .fails((log, deadline) -> log.page(Optional.empty(), Keyset.first(), 1, deadline))
                .whenAway(this);
    }

    private List<Activity> walked(Optional<AccountId> account) {
        List<Activity> walked = new ArrayList<>();
        Keyset<Position> place = Keyset.first();
        List<Activity> page;
        do {
            page = page(account, place, 3);
            walked.addAll(page);
            place = page.isEmpty()
                    ? place
                    : Keyset.after(page.get(page.size() - 1)).map(Position::of);
        } while (page.size() == 3);
        return walked;
    }

    private List<Activity> page(Optional<AccountId> account, Keyset<Position> place, int most) {
        return log().page(account, place, most, soon());
    }

    private Activity appended(String entryId, int second, int account) {
        Activity entry = entry(entryId, second, account);
        append(List.of(entry));
        return entry;
    }

    private void append(List<Activity> all) {
        log().append(all.stream().map(AuditEntry::of).toList(), soon());
    }

    private static Activity entry(String entryId, int second, int account) {
        return new Activity(
                entryId,
                NOON.plusSeconds(second),
                Activity.Event.ACCOUNT_UPDATE,
                "account:fake",
                Optional.of(id(account)),
                "an object");
    }
}
