package io.github.auraauth.testkit.session;

import static io.github.auraauth.testkit.account.SampleAccounts.id;
import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.assertOutage;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.session.AuthenticationMethod;
import io.github.auraauth.domain.session.Session;
import io.github.auraauth.domain.session.SessionDigest;
import io.github.auraauth.domain.session.SessionId;
import io.github.auraauth.port.out.session.SessionStore;
import io.github.auraauth.testkit.OutageContract;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.internal.OutageCheck;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link SessionStore}. An adapter's test implements it: {@code sessions()} gives one that holds nothing when
 * a test begins, always over the same sessions.
 */
public interface SessionStoreContract extends OutageContract {
    /** When the kit's sessions began, so that none of them has ended. */
    Set<AuthenticationMethod> METHODS = Set.of(AuthenticationMethod.PASSWORD);

    Instant BEGUN = Instant.parse("2130-01-02T12:00:00.123Z");

    /** The port under test. */
    SessionStore sessions();

    @Test
    default void find_neverStored_isEmpty() {
        assertThat(sessions().find(digest(1), soon())).isEmpty();
        assertThat(sessions().ofAccount(id(1), soon())).isEmpty();
    }

    @Test
    default void find_inserted_givesAllOfItToTheMillisecond() {
        Session staff = new Session(
                sessionId(1),
                id(1),
                7,
                true,
                BEGUN.plusNanos(999_999),
                BEGUN.plusSeconds(5),
                Set.of(AuthenticationMethod.values()));
        sessions().insert(digest(1), staff, soon());
        Session plain = inserted(2, 1);
        assertThat(sessions().find(digest(1), soon())).contains(staff);
        assertThat(staff.begunAt()).isEqualTo(BEGUN);
        assertThat(sessions().find(digest(2), soon())).contains(plain);
    }

    @Test
    default void ofAccount_severalSessions_givesItsOwnByTheirDigests() {
        Session first = inserted(1, 1);
        Session second = inserted(2, 1);
        inserted(3, 2);
        assertThat(sessions().ofAccount(id(1), soon())).isEqualTo(Map.of(digest(1), first, digest(2), second));
    }

    @Test
    default void ofAccount_moreThanAreGiven_givesAsManyAsThat() {
        for (int number = 1; number <= SessionStore.MOST_GIVEN + 1; number++) {
            inserted(number, 1);
        }
        assertThat(sessions().ofAccount(id(1), soon())).hasSize(SessionStore.MOST_GIVEN);
        int last = SessionStore.MOST_GIVEN + 1;
        assertThat(sessions().withId(id(1), sessionId(last), soon())).containsOnlyKeys(digest(last));
    }

    @Test
    default void withId_oneUnderTwoSecrets_givesBothAndNoneOfOthers() {
        Session session = inserted(1, 1);
        sessions().insert(digest(2), session, soon());
        inserted(3, 1);
        inserted(4, 2);
        assertThat(sessions().withId(id(1), session.id(), soon()))
                .isEqualTo(Map.of(digest(1), session, digest(2), session));
        assertThat(sessions().withId(id(2), session.id(), soon())).isEmpty();
    }

    @Test
    default void noteUse_inAnyOrder_leavesTheLatestToTheMillisecond() {
        inserted(1, 1);
        Race.of(i -> {
            sessions().noteUse(digest(1), BEGUN.plusSeconds(i).plusNanos(999_999), soon());
            return i;
        });
        sessions().noteUse(digest(1), BEGUN, soon());
        Instant last = BEGUN.plusSeconds(Race.THREADS - 1).truncatedTo(ChronoUnit.MILLIS);
        assertThat(sessions().find(digest(1), soon()))
                .contains(new Session(sessionId(1), id(1), 0, false, BEGUN, last, METHODS));
    }

    @Test
    default void noteUse_neverStored_storesNothing() {
        sessions().noteUse(digest(1), BEGUN, soon());
        assertThat(sessions().find(digest(1), soon())).isEmpty();
    }

    @Test
    default void delete_twice_isTrueThenFalse() {
        inserted(1, 1);
        Session other = inserted(2, 1);
        assertThat(sessions().delete(digest(1), soon())).isTrue();
        assertThat(sessions().delete(digest(1), soon())).isFalse();
        assertThat(sessions().find(digest(1), soon())).isEmpty();
        assertThat(sessions().ofAccount(id(1), soon())).isEqualTo(Map.of(digest(2), other));
    }

    @Test
    default void delete_manyAtOnce_isTrueOnce() {
        inserted(1, 1);
        assertThat(Race.of(i -> sessions().delete(digest(1), soon()))).containsOnlyOnce(true);
    }

    @Test
    default void delete_thenNoteUse_doesNotBringItBack() {
        inserted(1, 1);
        sessions().delete(digest(1), soon());
        sessions().noteUse(digest(1), BEGUN.plusSeconds(60), soon());
        assertThat(sessions().find(digest(1), soon())).isEmpty();
    }

    @Test
    default void deleteAll_ofOneAccount_leavesThoseOfOthers() {
        inserted(1, 1);
        inserted(2, 1);
        Session other = inserted(3, 2);
        sessions().deleteAll(id(1), soon());
        sessions().deleteAll(id(1), soon());
        assertThat(sessions().find(digest(1), soon())).isEmpty();
        assertThat(sessions().ofAccount(id(1), soon())).isEmpty();
        assertThat(sessions().find(digest(3), soon())).contains(other);
    }

    @Test
    default void anyCall_nullArgument_isRefusedByName() {
        Session session = session(1, 1);
        assertNullIsRefused("digest", () -> sessions().insert(nothing(), session, soon()));
        assertNullIsRefused("session", () -> sessions().insert(digest(1), nothing(), soon()));
        assertNullIsRefused("deadline", () -> sessions().insert(digest(1), session, nothing()));
        assertNullIsRefused("digest", () -> sessions().find(nothing(), soon()));
        assertNullIsRefused("deadline", () -> sessions().find(digest(1), nothing()));
        assertNullIsRefused("account", () -> sessions().ofAccount(nothing(), soon()));
        assertNullIsRefused("deadline", () -> sessions().ofAccount(id(1), nothing()));
        assertNullIsRefused("account", () -> sessions().withId(nothing(), session.id(), soon()));
        assertNullIsRefused("id", () -> sessions().withId(id(1), nothing(), soon()));
        assertNullIsRefused("deadline", () -> sessions().withId(id(1), session.id(), nothing()));
        assertNullIsRefused("digest", () -> sessions().noteUse(nothing(), BEGUN, soon()));
        assertNullIsRefused("at", () -> sessions().noteUse(digest(1), nothing(), soon()));
        assertNullIsRefused("deadline", () -> sessions().noteUse(digest(1), BEGUN, nothing()));
        assertNullIsRefused("digest", () -> sessions().delete(nothing(), soon()));
        assertNullIsRefused("deadline", () -> sessions().delete(digest(1), nothing()));
        assertNullIsRefused("account", () -> sessions().deleteAll(nothing(), soon()));
        assertNullIsRefused("deadline", () -> sessions().deleteAll(id(1), nothing()));
        assertThat(sessions().find(digest(1), soon())).isEmpty();
    }

    @Test
    default void anyCall_deadlinePassed_isAnOutage() {
        assertOutage(() -> sessions().insert(digest(1), session(1, 1), passed()));
        assertOutage(() -> sessions().find(digest(1), passed()));
        assertOutage(() -> sessions().ofAccount(id(1), passed()));
        assertOutage(() -> sessions().withId(id(1), sessionId(1), passed()));
        assertOutage(() -> sessions().noteUse(digest(1), BEGUN, passed()));
        assertOutage(() -> sessions().delete(digest(1), passed()));
        assertOutage(() -> sessions().deleteAll(id(1), passed()));
    }

    @Test
    default void anyCall_storeAway_isAnOutageInTime() {
        OutageCheck.ofStore(SessionStore.class, this::sessions)
                .fails((store, deadline) -> store.insert(digest(1), session(1, 1), deadline))
                .fails((store, deadline) -> store.find(digest(1), deadline))
                .fails((store, deadline) -> store.ofAccount(id(1), deadline))
                .fails((store, deadline) -> store.withId(id(1), sessionId(1), deadline))
                .fails((store, deadline) -> store.noteUse(digest(1), BEGUN, deadline))
                .fails((store, deadline) -> store.delete(digest(1), deadline))
                .fails((store, deadline) -> store.deleteAll(id(1), deadline))
                .whenAway(this);
    }

    private Session inserted(int number, int account) {
        Session session = session(number, account);
        sessions().insert(digest(number), session, soon());
        return session;
    }

    private static Session session(int number, int account) {
        return new Session(sessionId(number), id(account), 0, false, BEGUN, BEGUN, METHODS);
    }

    private static SessionId sessionId(int number) {
        return new SessionId(id(number).value());
    }

    private static SessionDigest digest(int number) {
        return new SessionDigest("%064x".formatted(number));
    }
}
