package io.github.auraauth.testkit.session;

import static io.github.auraauth.testkit.account.SampleAccounts.id;
import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.assertOutage;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.session.PendingLogin;
import io.github.auraauth.domain.session.PendingLoginDigest;
import io.github.auraauth.port.out.session.PendingLoginStore;
import io.github.auraauth.testkit.OutageContract;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.internal.OutageCheck;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link PendingLoginStore}. An adapter's test implements it: {@code logins()} gives one that holds nothing
 * when a test begins, always over the same logins.
 */
public interface PendingLoginStoreContract extends OutageContract {
    /** When the kit's logins end. */
    Instant END = Instant.parse("2130-01-02T03:04:05.678Z");

    /** The port under test. */
    PendingLoginStore logins();

    @Test
    default void find_neverInserted_isEmpty() {
        assertThat(logins().find(digest('a'), soon())).isEmpty();
        assertThat(logins().countTry(digest('a'), soon())).isFalse();
        assertThat(logins().take(digest('a'), soon())).isFalse();
    }

    @Test
    default void find_inserted_givesItToTheMillisecond() {
        logins().insert(digest('a'), new PendingLogin(id(1), 7, 0, END.plusNanos(999_999)), soon());
        assertThat(logins().find(digest('a'), soon())).contains(new PendingLogin(id(1), 7, 0, END));
    }

    @Test
    default void countTry_oneAfterTheOther_isTrueSoOftenAsItMay() {
        inserted('a', 1);
        inserted('b', 1);
        assertThat(IntStream.rangeClosed(1, PendingLogin.MOST_TRIES + 2)
                        .filter(i -> logins().countTry(digest('a'), soon())))
                .hasSize(PendingLogin.MOST_TRIES);
        assertThat(logins().find(digest('a'), soon()))
                .contains(new PendingLogin(id(1), 0, PendingLogin.MOST_TRIES, END));
        assertThat(logins().countTry(digest('b'), soon())).isTrue();
        assertThat(logins().find(digest('b'), soon())).contains(new PendingLogin(id(1), 0, 1, END));
    }

    @Test
    default void countTry_manyAtOnce_isTrueSoOftenAsItMay() {
        inserted('a', 1);
        assertThat(Race.of(i -> logins().countTry(digest('a'), soon())))
                .filteredOn(Boolean::booleanValue)
                .hasSize(Math.min(Race.THREADS, PendingLogin.MOST_TRIES));
    }

    @Test
    default void take_manyAtOnce_isTrueOnce() {
        inserted('a', 1);
        assertThat(Race.of(i -> logins().take(digest('a'), soon()))).containsOnlyOnce(true);
        assertThat(logins().find(digest('a'), soon())).isEmpty();
    }

    @Test
    default void deleteAll_ofOneAccount_leavesThoseOfOthers() {
        inserted('a', 1);
        inserted('b', 2);
        logins().deleteAll(id(1), soon());
        logins().deleteAll(id(1), soon());
        assertThat(logins().find(digest('a'), soon())).isEmpty();
        assertThat(logins().find(digest('b'), soon())).isPresent();
    }

    @Test
    default void anyCall_nullArgument_isRefusedByName() {
        var login = new PendingLogin(id(1), 0, 0, END);
        assertNullIsRefused("digest", () -> logins().insert(nothing(), login, soon()));
        assertNullIsRefused("login", () -> logins().insert(digest('a'), nothing(), soon()));
        assertNullIsRefused("deadline", () -> logins().insert(digest('a'), login, nothing()));
        assertNullIsRefused("digest", () -> logins().find(nothing(), soon()));
        assertNullIsRefused("deadline", () -> logins().find(digest('a'), nothing()));
        assertNullIsRefused("digest", () -> logins().countTry(nothing(), soon()));
        assertNullIsRefused("deadline", () -> logins().countTry(digest('a'), nothing()));
        assertNullIsRefused("digest", () -> logins().take(nothing(), soon()));
        assertNullIsRefused("deadline", () -> logins().take(digest('a'), nothing()));
        assertNullIsRefused("account", () -> logins().deleteAll(nothing(), soon()));
        assertNullIsRefused("deadline", () -> logins().deleteAll(id(1), nothing()));
        assertThat(logins().find(digest('a'), soon())).isEmpty();
    }

    @Test
    default void anyCall_deadlinePassed_isAnOutage() {
        assertOutage(() -> logins().insert(digest('a'), new PendingLogin(id(1), 0, 0, END), passed()));
        assertOutage(() -> logins().find(digest('a'), passed()));
        assertOutage(() -> logins().countTry(digest('a'), passed()));
        assertOutage(() -> logins().take(digest('a'), passed()));
        assertOutage(() -> logins().deleteAll(id(1), passed()));
    }

    @Test
    default void anyCall_storeAway_isAnOutageInTime() {
        OutageCheck.ofStore(PendingLoginStore.class, this::logins)
                .fails((store, deadline) -> store.insert(digest('a'), new PendingLogin(id(1), 0, 0, END), deadline))
                .fails((store, deadline) -> store.find(digest('a'), deadline))
                .fails((store, deadline) -> store.countTry(digest('a'), deadline))
                .fails((store, deadline) -> store.take(digest('a'), deadline))
                .fails((store, deadline) -> store.deleteAll(id(1), deadline))
                .whenAway(this);
    }

    private void inserted(char digit, int account) {
        logins().insert(digest(digit), new PendingLogin(id(account), 0, 0, END), soon());
    }

    private static PendingLoginDigest digest(char digit) {
        return new PendingLoginDigest(String.valueOf(digit).repeat(64));
    }
}
