package io.github.auraauth.testkit.erasure;

import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.assertOutage;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.invalidation.HashedAuraId;
import io.github.auraauth.port.out.erasure.ErasedAuraIds;
import io.github.auraauth.testkit.OutageContract;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.internal.OutageCheck;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link ErasedAuraIds}. An adapter's test implements it: {@code erased()} gives one in which nothing
 * is noted when a test begins, always over the same notes.
 */
public interface ErasedAuraIdsContract extends OutageContract {
    /** When the kit's auraIds are erased. */
    Instant AT = Instant.parse("2030-01-02T03:04:05.678Z");

    /** Until when that is of importance. */
    Instant END = Instant.parse("2130-01-02T03:04:05.678Z");

    /** The port under test. */
    ErasedAuraIds erased();

    @Test
    default void erasedAt_neverNoted_isEmpty() {
        assertThat(erased().erasedAt(hashed('a'), soon())).isEmpty();
    }

    @Test
    default void note_several_tellsEachToTheMillisecond() {
        erased().note(Set.of(hashed('a'), hashed('b')), AT.plusNanos(999), END, soon());
        assertThat(erased().erasedAt(hashed('a'), soon())).contains(AT);
        assertThat(erased().erasedAt(hashed('b'), soon())).contains(AT);
        assertThat(erased().erasedAt(hashed('c'), soon())).isEmpty();
    }

    @Test
    default void note_none_changesNothing() {
        erased().note(Set.of(), AT, END, soon());
        assertThat(erased().erasedAt(hashed('a'), soon())).isEmpty();
    }

    @Test
    default void note_twice_laterCounts() {
        erased().note(Set.of(hashed('a')), AT.plusSeconds(9), END, soon());
        erased().note(Set.of(hashed('a')), AT, END, soon());
        assertThat(erased().erasedAt(hashed('a'), soon())).contains(AT.plusSeconds(9));
        erased().note(Set.of(hashed('a')), AT.plusSeconds(10), END, soon());
        assertThat(erased().erasedAt(hashed('a'), soon())).contains(AT.plusSeconds(10));
    }

    @Test
    default void note_manyAtOnce_latestCounts() {
        Race.of(caller -> {
            erased().note(Set.of(hashed('a')), AT.plusSeconds(caller), END, soon());
            return caller;
        });
        assertThat(erased().erasedAt(hashed('a'), soon())).contains(AT.plusSeconds(Race.THREADS - 1));
    }

    @Test
    default void note_setChangedAfterwards_changesNothing() {
        Set<HashedAuraId> given = new HashSet<>(Set.of(hashed('a')));
        erased().note(given, AT, END, soon());
        given.add(hashed('b'));
        assertThat(erased().erasedAt(hashed('b'), soon())).isEqualTo(Optional.empty());
    }

    @Test
    default void anyCall_deadlinePassed_isOutage() {
        assertOutage(() -> erased().note(Set.of(hashed('a')), AT, END, passed()));
        assertOutage(() -> erased().erasedAt(hashed('a'), passed()));
    }

    @Test
    default void anyCall_storeAway_isAnOutageInTime() {
        OutageCheck.ofStore(ErasedAuraIds.class, this::erased)
                .fails((erased, deadline) -> erased.note(Set.of(hashed('a')), AT, END, deadline))
                .fails((erased, deadline) -> erased.erasedAt(hashed('a'), deadline))
                .whenAway(this);
    }

    @Test
    default void anyCall_nullArgument_isRefused() {
        assertNullIsRefused("auraIds", () -> erased().note(nothing(), AT, END, soon()));
        assertNullIsRefused("erasedAt", () -> erased().note(Set.of(hashed('a')), nothing(), END, soon()));
        assertNullIsRefused("end", () -> erased().note(Set.of(hashed('a')), AT, nothing(), soon()));
        assertNullIsRefused("deadline", () -> erased().note(Set.of(hashed('a')), AT, END, nothing()));
        assertNullIsRefused("auraId", () -> erased().erasedAt(nothing(), soon()));
        assertNullIsRefused("deadline", () -> erased().erasedAt(hashed('a'), nothing()));
    }

    private static HashedAuraId hashed(char digit) {
        return new HashedAuraId(String.valueOf(digit).repeat(64));
    }
}
