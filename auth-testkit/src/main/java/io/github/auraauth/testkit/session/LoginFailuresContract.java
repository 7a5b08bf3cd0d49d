package io.github.auraauth.testkit.session;

import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.assertOutage;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.session.FailureCount;
import io.github.auraauth.domain.session.LoginAttemptKey;
import io.github.auraauth.port.out.session.LoginFailures;
import io.github.auraauth.testkit.OutageContract;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.internal.OutageCheck;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link LoginFailures}. An adapter's test implements it: {@code failures()} gives one that knows nothing when
 * a test begins, always over the same counts.
 */
public interface LoginFailuresContract extends OutageContract {
    /** The time of the kit's first login, so that nothing of it is forgotten. */
    Instant NOON = Instant.parse("2130-01-02T12:00:00.123Z");

    /** The port under test. */
    LoginFailures failures();

    @Test
    default void find_neverNoted_isNothing() {
        assertThat(find('a')).isEqualTo(FailureCount.NONE);
    }

    @Test
    default void noteFailure_severalSince_countsThemWithTheLast() {
        fail('a', 0, 0);
        fail('a', 1, 0);
        fail('a', 5, 0);
        assertThat(find('a')).isEqualTo(failures(3, 5));
        assertThat(find('b')).isEqualTo(FailureCount.NONE);
    }

    @Test
    default void noteFailure_countBeganLongAgo_beginsAnew() {
        fail('a', 0, 0);
        fail('a', 10, 0);
        fail('a', 12, 1);
        assertThat(find('a')).isEqualTo(failures(1, 12));
        fail('a', 13, 12);
        assertThat(find('a')).isEqualTo(failures(2, 13));
    }

    @Test
    default void noteFailure_earlierThanTheLast_countsAndLeavesTheLast() {
        fail('a', 5, 0);
        fail('a', 3, 0);
        assertThat(find('a')).isEqualTo(failures(2, 5));
    }

    @Test
    default void noteFailure_manyAtOnce_countsEach() {
        Race.of(i -> {
            fail('a', i, 0);
            return i;
        });
        assertThat(find('a')).isEqualTo(failures(Race.THREADS, Race.THREADS - 1));
    }

    @Test
    default void noteFailure_manyAtOnceOfACountThatBeganLongAgo_countsEachOfTheNew() {
        fail('a', 0, 0);
        Race.of(i -> {
            fail('a', 100, 50);
            return i;
        });
        assertThat(find('a')).isEqualTo(failures(Race.THREADS, 100));
    }

    @Test
    default void noteSuccess_afterFailures_forgetsThemAndKnowsTheKey() {
        fail('a', 0, 0);
        failures().noteSuccess(key('a'), NOON.plusSeconds(1).plusNanos(999_999), soon());
        assertThat(find('a')).isEqualTo(success(1));
        assertThat(find('b')).isEqualTo(FailureCount.NONE);
    }

    @Test
    default void noteSuccess_earlierThanTheLast_leavesTheLast() {
        failures().noteSuccess(key('a'), NOON.plusSeconds(2), soon());
        failures().noteSuccess(key('a'), NOON, soon());
        assertThat(find('a')).isEqualTo(success(2));
    }

    @Test
    default void noteSuccess_manyAtOnceOfAnUnknownKey_succeedsForAll() {
        Race.of(i -> {
            failures().noteSuccess(key('a'), NOON.plusSeconds(i), soon());
            return i;
        });
        assertThat(find('a')).isEqualTo(success(Race.THREADS - 1));
    }

    @Test
    default void noteFailure_afterSuccess_beginsACountAndKeepsTheSuccess() {
        failures().noteSuccess(key('a'), NOON, soon());
        fail('a', 1, 0);
        fail('a', 2, 0);
        assertThat(find('a')).isEqualTo(new FailureCount(2, Optional.of(NOON.plusSeconds(2)), Optional.of(NOON)));
    }

    @Test
    default void clear_afterFailures_leavesTheSuccess() {
        failures().noteSuccess(key('a'), NOON, soon());
        fail('a', 1, 0);
        failures().clear(key('a'), soon());
        failures().clear(key('a'), soon());
        assertThat(find('a')).isEqualTo(success(0));
        fail('b', 1, 0);
        failures().clear(key('b'), soon());
        assertThat(find('b')).isEqualTo(FailureCount.NONE);
        fail('b', 2, 0);
        assertThat(find('b')).isEqualTo(failures(1, 2));
    }

    @Test
    default void clear_neverNoted_notesNothing() {
        failures().clear(key('a'), soon());
        assertThat(find('a')).isEqualTo(FailureCount.NONE);
    }

    @Test
    default void anyCall_nullArgument_isRefusedByName() {
        assertNullIsRefused("key", () -> failures().find(nothing(), soon()));
        assertNullIsRefused("deadline", () -> failures().find(key('a'), nothing()));
        assertNullIsRefused("key", () -> failures().noteFailure(nothing(), NOON, NOON, soon()));
        assertNullIsRefused("at", () -> failures().noteFailure(key('a'), nothing(), NOON, soon()));
        assertNullIsRefused("since", () -> failures().noteFailure(key('a'), NOON, nothing(), soon()));
        assertNullIsRefused("deadline", () -> failures().noteFailure(key('a'), NOON, NOON, nothing()));
        assertNullIsRefused("key", () -> failures().noteSuccess(nothing(), NOON, soon()));
        assertNullIsRefused("at", () -> failures().noteSuccess(key('a'), nothing(), soon()));
        assertNullIsRefused("deadline", () -> failures().noteSuccess(key('a'), NOON, nothing()));
        assertNullIsRefused("key", () -> failures().clear(nothing(), soon()));
        assertNullIsRefused("deadline", () -> failures().clear(key('a'), nothing()));
        assertThat(find('a')).isEqualTo(FailureCount.NONE);
    }

    @Test
    default void anyCall_deadlinePassed_isAnOutage() {
        assertOutage(() -> failures().find(key('a'), passed()));
        assertOutage(() -> failures().noteFailure(key('a'), NOON, NOON, passed()));
        assertOutage(() -> failures().noteSuccess(key('a'), NOON, passed()));
        assertOutage(() -> failures().clear(key('a'), passed()));
    }

    @Test
    default void anyCall_storeAway_isAnOutageInTime() {
        OutageCheck.ofStore(LoginFailures.class, this::failures)
                .fails((failures, deadline) -> failures.find(key('a'), deadline))
                .fails((failures, deadline) -> failures.noteFailure(key('a'), NOON, NOON, deadline))
                .fails((failures, deadline) -> failures.noteSuccess(key('a'), NOON, deadline))
                .fails((failures, deadline) -> failures.clear(key('a'), deadline))
                .whenAway(this);
    }

    private FailureCount find(char digit) {
        return failures().find(key(digit), soon());
    }

    private void fail(char digit, int second, int since) {
        failures().noteFailure(key(digit), NOON.plusSeconds(second), NOON.plusSeconds(since), soon());
    }

    private static FailureCount failures(int count, int lastSecond) {
        return new FailureCount(count, Optional.of(NOON.plusSeconds(lastSecond)), Optional.empty());
    }

    private static FailureCount success(int second) {
        return new FailureCount(0, Optional.empty(), Optional.of(NOON.plusSeconds(second)));
    }

    private static LoginAttemptKey key(char digit) {
        return new LoginAttemptKey(String.valueOf(digit).repeat(64));
    }
}
