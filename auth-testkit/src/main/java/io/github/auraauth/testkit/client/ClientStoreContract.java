package io.github.auraauth.testkit.client;

import static io.github.auraauth.testkit.client.SampleClients.client;
import static io.github.auraauth.testkit.client.SampleClients.clientId;
import static io.github.auraauth.testkit.client.SampleClients.confidential;
import static io.github.auraauth.testkit.client.SampleClients.oddest;
import static io.github.auraauth.testkit.client.SampleClients.secret;
import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.assertOutage;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static io.github.auraauth.testkit.internal.PortCalls.spoil;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.client.ClientAuthentication;
import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.domain.client.ClientSecretDigest;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.out.client.ClientStore;
import io.github.auraauth.testkit.OutageContract;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.internal.OutageCheck;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link ClientStore}. An adapter's test implements it: {@code clients()} gives one that holds nothing when a
 * test begins, always over the same clients.
 */
public interface ClientStoreContract extends OutageContract {

    /** The port under test. */
    ClientStore clients();

    @Test
    default void find_neverStored_isEmpty() {
        assertThat(clients().find(clientId(1), soon())).isEmpty();
        assertThat(clients().list(Keyset.first(), 10, soon())).isEmpty();
    }

    @Test
    default void find_inserted_givesAllOfIt() {
        for (Client client : List.of(client(1), confidential(2), oddest(3))) {
            inserted(client);
            assertThat(clients().find(client.id(), soon())).contains(client);
        }
    }

    @Test
    default void find_identifierInAnotherCase_isAnotherClient() {
        inserted(client(1));
        ClientId other = new ClientId(clientId(1).value().toUpperCase(Locale.ROOT));
        assertThat(clients().find(other, soon())).isEmpty();
    }

    @Test
    default void insert_identifierTaken_storesNothing() {
        Client first = inserted(client(1));
        assertThat(clients().insert(oddest(1), soon())).isFalse();
        assertThat(clients().find(clientId(1), soon())).contains(first);
    }

    @Test
    default void insert_manyAtOnce_hasOneWinner() {
        List<Boolean> outcomes = Race.of(i -> clients().insert(client(1, "Fake " + i), soon()));
        assertThat(outcomes).containsOnlyOnce(true);
        assertThat(clients().find(clientId(1), soon())).contains(client(1, "Fake " + outcomes.indexOf(true)));
    }

    @Test
    default void replace_asRead_putsTheOtherInItsPlace() {
        for (Client other : List.of(oddest(1), confidential(1), client(1), client(1))) {
            clients().insert(client(1), soon());
            Client read = clients().find(clientId(1), soon()).orElseThrow();
            assertThat(clients().replace(read, other, soon())).isTrue();
            assertThat(clients().find(clientId(1), soon())).contains(other);
        }
    }

    @Test
    default void replace_changedSinceRead_changesNothing() {
        Client read = inserted(client(1));
        List<Client> changes = List.of(client(1, "Fake"), confidential(1), oddest(1));
        for (Client change : changes) {
            Client now = clients().find(clientId(1), soon()).orElseThrow();
            assertThat(clients().replace(now, change, soon())).isTrue();
            assertThat(clients().replace(read, client(1, "lost"), soon())).isFalse();
            assertThat(clients().find(clientId(1), soon())).contains(change);
        }
    }

    @Test
    default void replace_deletedAndMadeAnew_comparesWithTheNewOne() {
        Client read = inserted(client(1));
        clients().delete(clientId(1), soon());
        Client anew = inserted(confidential(1));
        assertThat(clients().replace(read, oddest(1), soon())).isFalse();
        assertThat(clients().find(clientId(1), soon())).contains(anew);
    }

    @Test
    default void replace_neverStored_isFalse() {
        assertThat(clients().replace(client(1), oddest(1), soon())).isFalse();
        assertThat(clients().find(clientId(1), soon())).isEmpty();
    }

    @Test
    default void replace_otherIdentifier_isRefused() {
        Client read = inserted(client(1));
        assertThatThrownBy(() -> clients().replace(read, client(2), soon()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("other");
        assertThat(clients().find(clientId(2), soon())).isEmpty();
    }

    @Test
    default void replace_manyAtOnce_hasOneWinner() {
        Client read = inserted(client(1));
        List<Boolean> outcomes = Race.of(i -> clients().replace(read, client(1, "Fake " + i), soon()));
        assertThat(outcomes).containsOnlyOnce(true);
        assertThat(clients().find(clientId(1), soon())).contains(client(1, "Fake " + outcomes.indexOf(true)));
    }

    @Test
    default void delete_twice_isTrueThenFalse() {
        inserted(client(1));
        Client other = inserted(client(2));
        assertThat(clients().delete(clientId(1), soon())).isTrue();
        assertThat(clients().delete(clientId(1), soon())).isFalse();
        assertThat(clients().list(Keyset.first(), 10, soon())).containsExactly(other);
    }

    @Test
    default void delete_manyAtOnce_isTrueOnce() {
        inserted(client(1));
        assertThat(Race.of(i -> clients().delete(clientId(1), soon()))).containsOnlyOnce(true);
    }

    @Test
    default void list_pageByPage_givesAllByRisingIdentifier() {
        List.of(3, 1, 5, 2, 4).forEach(number -> inserted(client(number)));
        assertThat(clients().list(Keyset.first(), 2, soon())).containsExactly(client(1), client(2));
        assertThat(clients().list(Keyset.after(clientId(2)), 2, soon())).containsExactly(client(3), client(4));
        assertThat(clients().list(Keyset.after(clientId(4)), 2, soon())).containsExactly(client(5));
        assertThat(clients().list(Keyset.after(clientId(5)), 2, soon())).isEmpty();
        assertThat(clients().list(Keyset.before(clientId(4)), 2, soon())).containsExactly(client(2), client(3));
        assertThat(clients().list(Keyset.before(clientId(1)), 2, soon())).isEmpty();
        clients().delete(clientId(2), soon());
        assertThat(clients().list(Keyset.after(clientId(2)), 1, soon())).containsExactly(client(3));
    }

    @Test
    default void list_identifiersOfAnyCharacters_areInTheOrderOfTheirCharacters() {
        List<String> rising = List.of("!", "$where", "A", "B", "_id", "a", "a.b", "b", "{\"$gt\":\"\"}", "~");
        List<String> mixed = new ArrayList<>(rising);
        Collections.reverse(mixed);
        mixed.forEach(id -> inserted(named(id)));
        assertThat(clients().list(Keyset.first(), 20, soon()))
                .extracting(client -> client.id().value())
                .containsExactlyElementsOf(rising);
        assertThat(clients().find(new ClientId("{\"$gt\":\"\"}"), soon())).isPresent();
    }

    @Test
    default void anyCall_givenOrReturnedListChanged_changesNothing() {
        List<ClientSecretDigest> secrets = new ArrayList<>(List.of(secret(1)));
        Client client = inserted(client(1).with(new ClientAuthentication(true, secrets, Optional.empty())));
        secrets.clear();
        spoil(clients().list(Keyset.first(), 10, soon()));
        assertThat(clients().list(Keyset.first(), 10, soon())).containsExactly(client);
    }

    @Test
    default void anyCall_nullArgument_isRefusedByName() {
        Client client = client(1);
        assertNullIsRefused("client", () -> clients().insert(nothing(), soon()));
        assertNullIsRefused("deadline", () -> clients().insert(client, nothing()));
        assertNullIsRefused("id", () -> clients().find(nothing(), soon()));
        assertNullIsRefused("deadline", () -> clients().find(clientId(1), nothing()));
        assertNullIsRefused("read", () -> clients().replace(nothing(), client, soon()));
        assertNullIsRefused("other", () -> clients().replace(client, nothing(), soon()));
        assertNullIsRefused("deadline", () -> clients().replace(client, client, nothing()));
        assertNullIsRefused("id", () -> clients().delete(nothing(), soon()));
        assertNullIsRefused("deadline", () -> clients().delete(clientId(1), nothing()));
        assertNullIsRefused("place", () -> clients().list(nothing(), 1, soon()));
        assertNullIsRefused("deadline", () -> clients().list(Keyset.first(), 1, nothing()));
        assertThat(clients().find(clientId(1), soon())).isEmpty();
    }

    @Test
    default void anyCall_deadlinePassed_isAnOutage() {
        assertOutage(() -> clients().insert(client(1), passed()));
        assertOutage(() -> clients().find(clientId(1), passed()));
        assertOutage(() -> clients().replace(client(1), client(1), passed()));
        assertOutage(() -> clients().delete(clientId(1), passed()));
        assertOutage(() -> clients().list(Keyset.first(), 1, passed()));
    }

    @Test
    default void anyCall_storeAway_isAnOutageInTime() {
        OutageCheck.ofStore(ClientStore.class, this::clients)
                .fails((store, deadline) -> store.insert(client(1), deadline))
                .fails((store, deadline) -> store.find(clientId(1), deadline))
                .fails((store, deadline) -> store.replace(client(1), client(1), deadline))
                .fails((store, deadline) -> store.delete(clientId(1), deadline))
                .fails((store, deadline) -> store.list(Keyset.first(), 1, deadline))
                .whenAway(this);
    }

    private Client inserted(Client client) {
        if (!clients().insert(client, soon())) {
            throw new AssertionError("the client was there before");
        }
        return client;
    }

    private static Client named(String id) {
        Client client = client(1);
        return new Client(
                new ClientId(id),
                client.name(),
                client.authentication(),
                client.addresses(),
                client.policy(),
                client.lifetimes(),
                client.createdAt());
    }
}
