package io.github.auraauth.testkit.login;

import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.assertOutage;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.state.StateDigest;
import io.github.auraauth.port.out.login.LoginStateUses;
import io.github.auraauth.port.out.login.LoginStateUses.StateUseOutcome;
import io.github.auraauth.testkit.OutageContract;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.internal.OutageCheck;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link LoginStateUses}. An adapter's test implements it: {@code uses()} gives one in which nothing is
 * noted when a test begins, always over the same notes.
 */
public interface LoginStateUsesContract extends OutageContract {
    /** Until when the kit's states could be used. */
    Instant END = Instant.parse("2130-01-02T03:04:05.678Z");

    /** The port under test. */
    LoginStateUses uses();

    @Test
    default void use_neverSeen_isFirst() {
        assertThat(uses().use(digest('a'), END, soon())).isEqualTo(StateUseOutcome.FIRST);
    }

    @Test
    default void use_again_isRepeated() {
        uses().use(digest('a'), END, soon());
        assertThat(uses().use(digest('a'), END, soon())).isEqualTo(StateUseOutcome.REPEATED);
        assertThat(uses().use(digest('a'), END.plusSeconds(1), soon())).isEqualTo(StateUseOutcome.REPEATED);
    }

    @Test
    default void use_another_isFirst() {
        uses().use(digest('a'), END, soon());
        assertThat(uses().use(digest('b'), END, soon())).isEqualTo(StateUseOutcome.FIRST);
    }

    @Test
    default void use_manyAtOnce_oneIsFirst() {
        List<StateUseOutcome> outcomes = Race.of(caller -> uses().use(digest('c'), END, soon()));
        assertThat(outcomes).filteredOn(StateUseOutcome.FIRST::equals).hasSize(1);
        assertThat(outcomes).filteredOn(StateUseOutcome.REPEATED::equals).hasSize(Race.THREADS - 1);
    }

    @Test
    default void isUsed_afterAUse_isTrueForThatStateOnly() {
        assertThat(uses().isUsed(digest('a'), soon())).isFalse();
        uses().use(digest('a'), END, soon());
        assertThat(uses().isUsed(digest('a'), soon())).isTrue();
        assertThat(uses().isUsed(digest('b'), soon())).isFalse();
    }

    @Test
    default void isUsed_asked_usesNothingUp() {
        uses().isUsed(digest('a'), soon());
        assertThat(uses().use(digest('a'), END, soon())).isEqualTo(StateUseOutcome.FIRST);
    }

    @Test
    default void anyCall_deadlinePassed_isOutage() {
        assertOutage(() -> uses().use(digest('a'), END, passed()));
        assertOutage(() -> uses().isUsed(digest('a'), passed()));
    }

    @Test
    default void anyCall_storeAway_isAnOutageInTime() {
        OutageCheck.ofStore(LoginStateUses.class, this::uses)
                .fails((uses, deadline) -> uses.use(digest('a'), END, deadline))
                .fails((uses, deadline) -> uses.isUsed(digest('a'), deadline))
                .whenAway(this);
    }

    @Test
    default void anyCall_nullArgument_isRefused() {
        assertNullIsRefused("state", () -> uses().use(nothing(), END, soon()));
        assertNullIsRefused("end", () -> uses().use(digest('a'), nothing(), soon()));
        assertNullIsRefused("deadline", () -> uses().use(digest('a'), END, nothing()));
        assertNullIsRefused("state", () -> uses().isUsed(nothing(), soon()));
        assertNullIsRefused("deadline", () -> uses().isUsed(digest('a'), nothing()));
    }

    private static StateDigest digest(char digit) {
        return new StateDigest(String.valueOf(digit).repeat(64));
    }
}
