package io.github.auraauth.testkit.provider;

import static io.github.auraauth.testkit.account.SampleAccounts.id;
import static io.github.auraauth.testkit.client.SampleClients.clientId;
import static io.github.auraauth.testkit.grant.SampleGrants.sessionId;
import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.assertOutage;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static io.github.auraauth.testkit.internal.PortCalls.spoil;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.domain.provider.LogoutNotice;
import io.github.auraauth.port.out.provider.LogoutNotices;
import io.github.auraauth.testkit.OutageContract;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.internal.EdgeCaseTexts;
import io.github.auraauth.testkit.internal.OutageCheck;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link LogoutNotices}. An adapter's test implements it: {@code notices()} gives one that holds nothing when
 * a test begins, always over the same notices.
 */
public interface LogoutNoticesContract extends OutageContract {
    /** When the kit's people log out. */
    Instant NOW = Instant.parse("2130-01-02T03:04:05.678Z");

    /** The port under test. */
    LogoutNotices notices();

    @Test
    default void due_neverStored_isEmpty() {
        assertThat(notices().due(NOW, 10, soon())).isEmpty();
    }

    @Test
    default void due_inserted_givesAllOfItToTheMillisecond() {
        LogoutNotice plain = inserted(notice(1));
        LogoutNotice odd = inserted(new LogoutNotice(
                id(2).value(),
                new ClientId("$.".repeat(ClientId.LONGEST / 2)),
                String.join("\0", EdgeCaseTexts.all()),
                sessionId(2),
                1_000_000,
                NOW.minusSeconds(1).plusNanos(999_999),
                NOW.plusNanos(999_999)));
        assertThat(notices().due(NOW, 10, soon())).containsExactlyInAnyOrder(plain, odd);
    }

    @Test
    default void due_laterOnes_areLeftOut() {
        inserted(notice(1));
        assertThat(notices().due(NOW.minusMillis(1), 10, soon())).isEmpty();
        assertThat(notices().due(NOW, 10, soon())).hasSize(1);
        assertThat(notices().due(NOW.plusMillis(1), 10, soon())).hasSize(1);
    }

    @Test
    default void due_moreThanAskedFor_givesSoMany() {
        IntStream.range(0, 5).forEach(number -> inserted(notice(number)));
        assertThat(notices().due(NOW, 3, soon())).hasSize(3).doesNotHaveDuplicates();
        spoil(notices().due(NOW, 10, soon()));
        assertThat(notices().due(NOW, 10, soon())).hasSize(5);
    }

    @Test
    default void attempt_asRead_isDueLater() {
        LogoutNotice read = inserted(notice(1));
        LogoutNotice other = inserted(notice(2));
        LogoutNotice attempted = read.attempted(NOW.plusNanos(999_999));
        assertThat(notices().attempt(attempted, soon())).isTrue();
        assertThat(notices().due(NOW, 10, soon())).containsExactly(other);
        assertThat(notices().due(attempted.dueAt(), 10, soon())).containsExactlyInAnyOrder(attempted, other);
        LogoutNotice next = attempted.attempted(attempted.dueAt());
        assertThat(notices().attempt(next, soon())).isTrue();
        assertThat(notices().due(next.dueAt(), 10, soon())).containsExactlyInAnyOrder(next, other);
    }

    @Test
    default void attempt_madeSinceRead_isFalseAndChangesNothing() {
        LogoutNotice read = inserted(notice(1));
        LogoutNotice first = read.attempted(NOW);
        notices().attempt(first, soon());
        assertThat(notices().attempt(read.attempted(NOW.plusSeconds(9)), soon()))
                .isFalse();
        assertThat(notices().due(NOW.plusSeconds(60), 10, soon())).containsExactly(first);
    }

    @Test
    default void attempt_manyAtOnce_isTrueOnce() {
        LogoutNotice read = inserted(notice(1));
        List<Boolean> outcomes = Race.of(i -> notices().attempt(read.attempted(NOW.plusSeconds(i)), soon()));
        assertThat(outcomes).containsOnlyOnce(true);
        assertThat(notices().due(NOW.plusSeconds(3_600), 10, soon()))
                .containsExactly(read.attempted(NOW.plusSeconds(outcomes.indexOf(true))));
    }

    @Test
    default void attempt_neverStoredOrDeleted_storesNothing() {
        assertThat(notices().attempt(notice(1).attempted(NOW), soon())).isFalse();
        LogoutNotice read = inserted(notice(1));
        notices().delete(read.id(), soon());
        assertThat(notices().attempt(read.attempted(NOW), soon())).isFalse();
        assertThat(notices().due(NOW.plusSeconds(60), 10, soon())).isEmpty();
    }

    @Test
    default void delete_twice_isTrueThenFalse() {
        LogoutNotice notice = inserted(notice(1));
        LogoutNotice other = inserted(notice(2));
        assertThat(notices().delete(notice.id(), soon())).isTrue();
        assertThat(notices().delete(notice.id(), soon())).isFalse();
        assertThat(notices().due(NOW, 10, soon())).containsExactly(other);
    }

    @Test
    default void delete_manyAtOnce_isTrueOnce() {
        LogoutNotice notice = inserted(notice(1));
        assertThat(Race.of(i -> notices().delete(notice.id(), soon()))).containsOnlyOnce(true);
    }

    @Test
    default void anyCall_nullArgument_isRefusedByName() {
        assertNullIsRefused("notice", () -> notices().insert(nothing(), soon()));
        assertNullIsRefused("deadline", () -> notices().insert(notice(1), nothing()));
        assertNullIsRefused("now", () -> notices().due(nothing(), 1, soon()));
        assertNullIsRefused("deadline", () -> notices().due(NOW, 1, nothing()));
        assertNullIsRefused("attempted", () -> notices().attempt(nothing(), soon()));
        assertNullIsRefused("deadline", () -> notices().attempt(notice(1).attempted(NOW), nothing()));
        assertNullIsRefused("id", () -> notices().delete(nothing(), soon()));
        assertNullIsRefused("deadline", () -> notices().delete(notice(1).id(), nothing()));
        assertThat(notices().due(NOW, 1, soon())).isEmpty();
    }

    @Test
    default void anyCall_deadlinePassed_isAnOutage() {
        assertOutage(() -> notices().insert(notice(1), passed()));
        assertOutage(() -> notices().due(NOW, 1, passed()));
        assertOutage(() -> notices().attempt(notice(1).attempted(NOW), passed()));
        assertOutage(() -> notices().delete(notice(1).id(), passed()));
    }

    @Test
    default void anyCall_storeAway_isAnOutageInTime() {
        OutageCheck.ofStore(LogoutNotices.class, this::notices)
                .fails((store, deadline) -> store.insert(notice(1), deadline))
                .fails((store, deadline) -> store.due(NOW, 1, deadline))
                .fails((store, deadline) -> store.attempt(notice(1).attempted(NOW), deadline))
                .fails((store, deadline) -> store.delete(notice(1).id(), deadline))
                .whenAway(this);
    }

    private LogoutNotice inserted(LogoutNotice notice) {
        notices().insert(notice, soon());
        return notice;
    }

    private static LogoutNotice notice(int number) {
        return LogoutNotice.create(id(number).value(), clientId(1), "fake-subject", sessionId(number), NOW);
    }
}
