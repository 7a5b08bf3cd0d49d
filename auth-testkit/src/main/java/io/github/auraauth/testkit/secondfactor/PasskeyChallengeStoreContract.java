package io.github.auraauth.testkit.secondfactor;

import static io.github.auraauth.testkit.account.SampleAccounts.id;
import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.assertOutage;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.passkey.PasskeyChallenge;
import io.github.auraauth.domain.passkey.PasskeyChallenge.Purpose;
import io.github.auraauth.domain.passkey.PasskeyChallengeDigest;
import io.github.auraauth.port.out.secondfactor.PasskeyChallengeStore;
import io.github.auraauth.testkit.OutageContract;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.internal.OutageCheck;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link PasskeyChallengeStore}. An adapter's test implements it: {@code challenges()} gives one that holds
 * nothing when a test begins, always over the same challenges.
 */
public interface PasskeyChallengeStoreContract extends OutageContract {
    /** When the kit's challenges end. */
    Instant END = Instant.parse("2130-01-02T03:04:05.678Z");

    /** The port under test. */
    PasskeyChallengeStore challenges();

    @Test
    default void take_neverInserted_isEmpty() {
        assertThat(challenges().take(digest('a'), soon())).isEmpty();
    }

    @Test
    default void take_inserted_givesItWholeAndOnce() {
        for (Purpose purpose : Purpose.values()) {
            challenges().insert(digest('a'), challenge(purpose, END.plusNanos(999_999)), soon());
            challenges().insert(digest('b'), challenge(purpose, END), soon());
            assertThat(challenges().take(digest('a'), soon())).contains(challenge(purpose, END));
            assertThat(challenges().take(digest('a'), soon())).isEmpty();
            assertThat(challenges().take(digest('b'), soon())).isPresent();
        }
    }

    @Test
    default void take_manyAtOnce_givesItOnce() {
        challenges().insert(digest('a'), challenge(Purpose.LOGIN, END), soon());
        assertThat(Race.of(i -> challenges().take(digest('a'), soon())))
                .filteredOn(Optional::isPresent)
                .hasSize(1);
    }

    @Test
    default void deleteAll_ofOneAccount_leavesThoseOfOthersAndOfNobody() {
        challenges().insert(digest('a'), challenge(Purpose.REGISTRATION, END), soon());
        challenges().insert(digest('b'), challenge(Purpose.LOGIN, END), soon());
        challenges().insert(digest('c'), new PasskeyChallenge(Purpose.SECOND_FACTOR, Optional.of(id(2)), END), soon());
        challenges().deleteAll(id(1), soon());
        challenges().deleteAll(id(1), soon());
        assertThat(challenges().take(digest('a'), soon())).isEmpty();
        assertThat(challenges().take(digest('b'), soon())).isPresent();
        assertThat(challenges().take(digest('c'), soon())).isPresent();
    }

    @Test
    default void anyCall_nullArgument_isRefusedByName() {
        var challenge = challenge(Purpose.LOGIN, END);
        assertNullIsRefused("digest", () -> challenges().insert(nothing(), challenge, soon()));
        assertNullIsRefused("challenge", () -> challenges().insert(digest('a'), nothing(), soon()));
        assertNullIsRefused("deadline", () -> challenges().insert(digest('a'), challenge, nothing()));
        assertNullIsRefused("digest", () -> challenges().take(nothing(), soon()));
        assertNullIsRefused("deadline", () -> challenges().take(digest('a'), nothing()));
        assertNullIsRefused("account", () -> challenges().deleteAll(nothing(), soon()));
        assertNullIsRefused("deadline", () -> challenges().deleteAll(id(1), nothing()));
        assertThat(challenges().take(digest('a'), soon())).isEmpty();
    }

    @Test
    default void anyCall_deadlinePassed_isAnOutage() {
        assertOutage(() -> challenges().insert(digest('a'), challenge(Purpose.LOGIN, END), passed()));
        assertOutage(() -> challenges().take(digest('a'), passed()));
        assertOutage(() -> challenges().deleteAll(id(1), passed()));
    }

    @Test
    default void anyCall_storeAway_isAnOutageInTime() {
        OutageCheck.ofStore(PasskeyChallengeStore.class, this::challenges)
                .fails((store, deadline) -> store.insert(digest('a'), challenge(Purpose.LOGIN, END), deadline))
                .fails((store, deadline) -> store.take(digest('a'), deadline))
                .fails((store, deadline) -> store.deleteAll(id(1), deadline))
                .whenAway(this);
    }

    private static PasskeyChallenge challenge(Purpose purpose, Instant end) {
        return new PasskeyChallenge(purpose, purpose == Purpose.LOGIN ? Optional.empty() : Optional.of(id(1)), end);
    }

    private static PasskeyChallengeDigest digest(char digit) {
        return new PasskeyChallengeDigest(String.valueOf(digit).repeat(64));
    }
}
