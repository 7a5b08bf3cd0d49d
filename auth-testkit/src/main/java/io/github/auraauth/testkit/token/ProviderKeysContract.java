package io.github.auraauth.testkit.token;

import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.assertOutage;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.token.JsonWebKeySet;
import io.github.auraauth.port.out.token.ProviderKeys;
import io.github.auraauth.testkit.OutageContract;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.internal.OutageCheck;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link ProviderKeys}. An adapter's test implements it: {@code keys()} gives keys that were never
 * fetched when a test begins, from a provider that is there.
 */
public interface ProviderKeysContract extends OutageContract {
    /** The keys under test. */
    ProviderKeys keys();

    /** What the provider publishes now. */
    JsonWebKeySet published();

    /** Lets the provider publish another key too. */
    void rotate();

    /** How often the provider was asked for its keys. */
    int fetches();

    /** Moves the clock of the keys under test. */
    void advance(Duration time);

    @Test
    default void current_again_isFetchedOnce() {
        assertThat(fetches()).isZero();
        assertThat(keys().current(soon())).isEqualTo(published());
        rotate();
        assertThat(keys().current(soon())).isNotEqualTo(published());
        assertThat(fetches()).isOne();
    }

    @Test
    default void current_concurrently_isFetchedOnce() {
        assertThat(Race.of(number -> keys().current(soon()))).containsOnly(published());
        assertThat(fetches()).isOne();
    }

    @Test
    default void refreshed_afterRotation_isFetchedAnew() {
        JsonWebKeySet old = keys().current(soon());
        rotate();
        assertThat(keys().refreshed(soon())).isEqualTo(published()).isNotEqualTo(old);
        assertThat(keys().current(soon())).isEqualTo(published());
    }

    @Test
    default void refreshed_neverFetched_isFetched() {
        assertThat(keys().refreshed(soon())).isEqualTo(published());
        assertThat(fetches()).isOne();
    }

    @Test
    default void refreshed_againAndAgain_isFetchedOnceInTenSeconds() {
        keys().current(soon());
        keys().refreshed(soon());
        for (int second = 0; second < 10; second++) {
            keys().refreshed(soon());
            advance(Duration.ofMillis(999));
        }
        assertThat(fetches()).isEqualTo(2);
        advance(Duration.ofSeconds(1));
        rotate();
        assertThat(keys().refreshed(soon())).isEqualTo(published());
        assertThat(fetches()).isEqualTo(3);
    }

    @Test
    default void refreshed_concurrently_isFetchedOnceAndNewForAll() {
        keys().current(soon());
        rotate();
        List<JsonWebKeySet> all = Race.of(number -> keys().refreshed(soon()));
        assertThat(all).containsOnly(published());
        assertThat(fetches()).isEqualTo(2);
    }

    @Test
    default void anyCall_providerAway_givesTheLastGoodOnes() {
        JsonWebKeySet old = keys().current(soon());
        takeBackendAway();
        assertThat(keys().refreshed(soon())).isEqualTo(old);
        assertThat(keys().current(soon())).isEqualTo(old);
        advance(Duration.ofDays(1));
        assertThat(keys().current(soon())).isEqualTo(old);
        advance(Duration.ofDays(1));
        assertThat(keys().refreshed(soon())).isEqualTo(old);
    }

    @Test
    default void anyCall_providerAwayFromTheStart_isAnOutageInTime() {
        OutageCheck.ofService(ProviderKeys.class, this::keys)
                .fails(ProviderKeys::current)
                .fails(ProviderKeys::refreshed)
                .whenAway(this);
    }

    @Test
    default void anyCall_deadlinePassedBeforeTheFirst_isAnOutage() {
        assertOutage(() -> keys().current(passed()));
        assertOutage(() -> keys().refreshed(passed()));
        assertThat(keys().current(soon())).isEqualTo(published());
    }

    @Test
    default void refreshed_deadlinePassed_doesNotUseUpTheAttempt() {
        JsonWebKeySet old = keys().current(soon());
        rotate();
        assertThat(keys().refreshed(passed())).isEqualTo(old);
        assertThat(keys().refreshed(soon())).isEqualTo(published());
    }

    @Test
    default void anyCall_nullDeadline_isRefusedByName() {
        assertNullIsRefused("deadline", () -> keys().current(nothing()));
        assertNullIsRefused("deadline", () -> keys().refreshed(nothing()));
    }
}
