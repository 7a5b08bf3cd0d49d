package io.github.auraauth.testkit.provider;

import static io.github.auraauth.testkit.account.SampleAccounts.id;
import static io.github.auraauth.testkit.client.SampleClients.clientId;
import static io.github.auraauth.testkit.grant.SampleGrants.sessionId;
import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.assertOutage;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.port.out.provider.SessionClients;
import io.github.auraauth.testkit.Eventually;
import io.github.auraauth.testkit.OutageContract;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.internal.OutageCheck;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link SessionClients}. An adapter's test implements it: {@code clients()} gives one in which nothing is
 * noted when a test begins, always over the same notes.
 */
public interface SessionClientsContract extends OutageContract {
    /** Until when the kit's sessions may last. */
    Instant UNTIL = Instant.parse("2130-01-02T03:04:05.678Z");

    /** The port under test. */
    SessionClients clients();

    @Test
    default void ofSession_neverNoted_isEmpty() {
        assertThat(clients().ofSession(sessionId(1), soon())).isEmpty();
        assertThat(clients().ofAccount(id(1), soon())).isEmpty();
    }

    @Test
    default void ofSession_noted_givesEachClientOnce() {
        note(1, 1, 1);
        note(1, 1, 2);
        note(1, 1, 1);
        note(2, 1, 3);
        assertThat(ofSession(1)).containsExactlyInAnyOrder(clientId(1), clientId(2));
        assertThat(ofSession(2)).containsExactly(clientId(3));
    }

    @Test
    default void ofSession_longestClientOfOddCharacters_givesIt() {
        var odd = new ClientId("$.".repeat(ClientId.LONGEST / 2));
        clients().note(sessionId(1), id(1), odd, UNTIL, soon());
        assertThat(ofSession(1)).containsExactly(odd);
        clients().forget(sessionId(1), Set.of(odd), soon());
        assertThat(ofSession(1)).isEmpty();
    }

    @Test
    default void ofAccount_severalSessions_givesThoseOfTheAccount() {
        note(1, 1, 1);
        note(1, 1, 2);
        note(2, 1, 1);
        note(3, 2, 3);
        note(4, 1, 4);
        forget(4, 4);
        assertThat(clients().ofAccount(id(1), soon()))
                .isEqualTo(Map.of(sessionId(1), Set.of(clientId(1), clientId(2)), sessionId(2), Set.of(clientId(1))));
    }

    @Test
    default void forget_some_leavesTheOthers() {
        note(1, 1, 1);
        note(1, 1, 2);
        note(2, 1, 1);
        forget(1, 1);
        assertThat(ofSession(1)).containsExactly(clientId(2));
        assertThat(ofSession(2)).containsExactly(clientId(1));
        forget(1, 2);
        assertThat(ofSession(1)).isEmpty();
        note(1, 1, 3);
        assertThat(ofSession(1)).containsExactly(clientId(3));
    }

    @Test
    default void forget_neverNoted_doesNothing() {
        forget(1, 1);
        note(1, 1, 1);
        forget(1, 2);
        clients().forget(sessionId(1), Set.of(), soon());
        assertThat(ofSession(1)).containsExactly(clientId(1));
    }

    @Test
    default void note_manyAtOnce_losesNone() {
        Set<ClientId> noted = Set.copyOf(Race.of(i -> {
            note(1, 1, i);
            return clientId(i);
        }));
        assertThat(ofSession(1)).isEqualTo(noted);
    }

    /** Whoever is noted while others are forgotten is still there. */
    @Test
    default void forget_whileOthersAreNoted_losesNone() {
        IntStream.range(0, Race.THREADS).filter(i -> i % 2 == 1).forEach(i -> note(1, 1, i));
        Race.of(i -> {
            if (i % 2 == 0) {
                note(1, 1, i);
            } else {
                forget(1, i);
            }
            return i;
        });
        assertThat(ofSession(1))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, Race.THREADS)
                        .filter(i -> i % 2 == 0)
                        .mapToObj(i -> clientId(i))
                        .toList());
    }

    @Test
    default void extend_noted_keepsThemForLonger_andNotForLess() {
        InstantSource clock = InstantSource.system();
        Instant soonOver = clock.instant().plusMillis(200);
        clients().note(sessionId(1), id(1), clientId(1), soonOver, soon());
        clients().extend(sessionId(1), UNTIL, soon());
        clients().extend(sessionId(1), soonOver, soon());
        Eventually.holds("the first end", () -> clock.instant().isAfter(soonOver));
        note(2, 1, 2);
        assertThat(ofSession(1)).containsExactly(clientId(1));
    }

    @Test
    default void extend_neverNotedOrForgotten_notesNothing() {
        clients().extend(sessionId(1), UNTIL, soon());
        assertThat(clients().ofAccount(id(1), soon())).isEmpty();
        note(1, 1, 1);
        forget(1, 1);
        clients().extend(sessionId(1), UNTIL, soon());
        assertThat(ofSession(1)).isEmpty();
    }

    @Test
    default void anyCall_nullArgument_isRefusedByName() {
        assertNullIsRefused("session", () -> clients().note(nothing(), id(1), clientId(1), UNTIL, soon()));
        assertNullIsRefused("account", () -> clients().note(sessionId(1), nothing(), clientId(1), UNTIL, soon()));
        assertNullIsRefused("client", () -> clients().note(sessionId(1), id(1), nothing(), UNTIL, soon()));
        assertNullIsRefused("until", () -> clients().note(sessionId(1), id(1), clientId(1), nothing(), soon()));
        assertNullIsRefused("deadline", () -> clients().note(sessionId(1), id(1), clientId(1), UNTIL, nothing()));
        assertNullIsRefused("session", () -> clients().extend(nothing(), UNTIL, soon()));
        assertNullIsRefused("until", () -> clients().extend(sessionId(1), nothing(), soon()));
        assertNullIsRefused("deadline", () -> clients().extend(sessionId(1), UNTIL, nothing()));
        assertNullIsRefused("session", () -> clients().ofSession(nothing(), soon()));
        assertNullIsRefused("deadline", () -> clients().ofSession(sessionId(1), nothing()));
        assertNullIsRefused("account", () -> clients().ofAccount(nothing(), soon()));
        assertNullIsRefused("deadline", () -> clients().ofAccount(id(1), nothing()));
        assertNullIsRefused("session", () -> clients().forget(nothing(), Set.of(), soon()));
        assertNullIsRefused("told", () -> clients().forget(sessionId(1), nothing(), soon()));
        assertNullIsRefused("deadline", () -> clients().forget(sessionId(1), Set.of(), nothing()));
        assertThat(ofSession(1)).isEmpty();
    }

    @Test
    default void anyCall_deadlinePassed_isAnOutage() {
        assertOutage(() -> clients().note(sessionId(1), id(1), clientId(1), UNTIL, passed()));
        assertOutage(() -> clients().extend(sessionId(1), UNTIL, passed()));
        assertOutage(() -> clients().ofSession(sessionId(1), passed()));
        assertOutage(() -> clients().ofAccount(id(1), passed()));
        assertOutage(() -> clients().forget(sessionId(1), Set.of(clientId(1)), passed()));
    }

    @Test
    default void anyCall_storeAway_isAnOutageInTime() {
        OutageCheck.ofStore(SessionClients.class, this::clients)
                .fails((notes, deadline) -> notes.note(sessionId(1), id(1), clientId(1), UNTIL, deadline))
                .fails((notes, deadline) -> notes.extend(sessionId(1), UNTIL, deadline))
                .fails((notes, deadline) -> notes.ofSession(sessionId(1), deadline))
                .fails((notes, deadline) -> notes.ofAccount(id(1), deadline))
                .fails((notes, deadline) -> notes.forget(sessionId(1), Set.of(clientId(1)), deadline))
                .whenAway(this);
    }

    private void note(int session, int account, int client) {
        clients().note(sessionId(session), id(account), clientId(client), UNTIL, soon());
    }

    private void forget(int session, int client) {
        clients().forget(sessionId(session), Set.of(clientId(client)), soon());
    }

    private Set<ClientId> ofSession(int session) {
        return clients().ofSession(sessionId(session), soon());
    }
}
