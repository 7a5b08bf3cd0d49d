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
import io.github.auraauth.domain.session.SessionId;
import io.github.auraauth.port.out.provider.SessionClients;
import io.github.auraauth.testkit.Eventually;
import io.github.auraauth.testkit.OutageContract;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.internal.OutageCheck;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
    default void take_neverNoted_isEmpty() {
        assertThat(clients().take(sessionId(1), soon())).isEmpty();
        assertThat(clients().takeAll(id(1), soon())).isEmpty();
    }

    @Test
    default void take_noted_givesEachClientOnce() {
        note(1, 1, 1);
        note(1, 1, 2);
        note(1, 1, 1);
        note(2, 1, 3);
        assertThat(clients().take(sessionId(1), soon())).containsExactlyInAnyOrder(clientId(1), clientId(2));
        assertThat(clients().take(sessionId(1), soon())).isEmpty();
        assertThat(clients().take(sessionId(2), soon())).containsExactly(clientId(3));
    }

    @Test
    default void take_longestClientOfOddCharacters_givesIt() {
        var odd = new ClientId("$.".repeat(ClientId.LONGEST / 2));
        clients().note(sessionId(1), id(1), odd, UNTIL, soon());
        assertThat(clients().take(sessionId(1), soon())).containsExactly(odd);
    }

    @Test
    default void note_afterTake_isGivenToTheNext() {
        note(1, 1, 1);
        clients().take(sessionId(1), soon());
        note(1, 1, 2);
        assertThat(clients().take(sessionId(1), soon())).containsExactly(clientId(2));
    }

    @Test
    default void note_manyAtOnce_losesNone() {
        Set<ClientId> noted = Set.copyOf(Race.of(i -> {
            note(1, 1, i);
            return clientId(i);
        }));
        assertThat(clients().take(sessionId(1), soon())).isEqualTo(noted);
    }

    @Test
    default void take_manyAtOnce_givesThemToOne() {
        IntStream.range(0, 5).forEach(client -> note(1, 1, client));
        List<Set<ClientId>> taken = Race.of(i -> clients().take(sessionId(1), soon()));
        assertThat(taken)
                .filteredOn(clients -> !clients.isEmpty())
                .singleElement()
                .satisfies(clients -> assertThat(clients).hasSize(5));
    }

    /** Whoever is noted while others take is given to one of them, or is still there. */
    @Test
    default void take_whileOthersNote_givesEachClientToOne() {
        List<Set<ClientId>> taken = Race.of(i -> {
            if (i % 2 == 0) {
                note(1, 1, i);
                return Set.of();
            }
            return clients().take(sessionId(1), soon());
        });
        Set<ClientId> left = clients().take(sessionId(1), soon());
        List<ClientId> given = Stream.concat(taken.stream(), Stream.of(left))
                .flatMap(Collection::stream)
                .toList();
        assertThat(given)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, Race.THREADS)
                        .filter(i -> i % 2 == 0)
                        .mapToObj(i -> clientId(i))
                        .toList());
    }

    @Test
    default void takeAll_severalSessions_givesThoseOfTheAccount() {
        note(1, 1, 1);
        note(1, 1, 2);
        note(2, 1, 1);
        note(3, 2, 3);
        Map<SessionId, Set<ClientId>> all = clients().takeAll(id(1), soon());
        assertThat(all)
                .isEqualTo(Map.of(sessionId(1), Set.of(clientId(1), clientId(2)), sessionId(2), Set.of(clientId(1))));
        assertThat(clients().takeAll(id(1), soon())).isEmpty();
        assertThat(clients().take(sessionId(1), soon())).isEmpty();
        assertThat(clients().take(sessionId(3), soon())).containsExactly(clientId(3));
    }

    @Test
    default void takeAll_manyAtOnce_givesEachSessionToOne() {
        IntStream.range(0, 5).forEach(session -> note(session, 1, 1));
        List<Map<SessionId, Set<ClientId>>> taken = Race.of(i -> clients().takeAll(id(1), soon()));
        assertThat(taken.stream().flatMap(all -> all.keySet().stream()))
                .containsExactlyInAnyOrder(sessionId(0), sessionId(1), sessionId(2), sessionId(3), sessionId(4));
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
        assertThat(clients().take(sessionId(1), soon())).containsExactly(clientId(1));
    }

    @Test
    default void extend_neverNotedOrTaken_notesNothing() {
        clients().extend(sessionId(1), UNTIL, soon());
        assertThat(clients().takeAll(id(1), soon())).isEmpty();
        note(1, 1, 1);
        clients().take(sessionId(1), soon());
        clients().extend(sessionId(1), UNTIL, soon());
        assertThat(clients().take(sessionId(1), soon())).isEmpty();
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
        assertNullIsRefused("session", () -> clients().take(nothing(), soon()));
        assertNullIsRefused("deadline", () -> clients().take(sessionId(1), nothing()));
        assertNullIsRefused("account", () -> clients().takeAll(nothing(), soon()));
        assertNullIsRefused("deadline", () -> clients().takeAll(id(1), nothing()));
        assertThat(clients().take(sessionId(1), soon())).isEmpty();
    }

    @Test
    default void anyCall_deadlinePassed_isAnOutage() {
        assertOutage(() -> clients().note(sessionId(1), id(1), clientId(1), UNTIL, passed()));
        assertOutage(() -> clients().extend(sessionId(1), UNTIL, passed()));
        assertOutage(() -> clients().take(sessionId(1), passed()));
        assertOutage(() -> clients().takeAll(id(1), passed()));
    }

    @Test
    default void anyCall_storeAway_isAnOutageInTime() {
        OutageCheck.ofStore(SessionClients.class, this::clients)
                .fails((notes, deadline) -> notes.note(sessionId(1), id(1), clientId(1), UNTIL, deadline))
                .fails((notes, deadline) -> notes.extend(sessionId(1), UNTIL, deadline))
                .fails((notes, deadline) -> notes.take(sessionId(1), deadline))
                .fails((notes, deadline) -> notes.takeAll(id(1), deadline))
                .whenAway(this);
    }

    private void note(int session, int account, int client) {
        clients().note(sessionId(session), id(account), clientId(client), UNTIL, soon());
    }
}
