package io.github.auraauth.testkit.user;

import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.user.RemoveOutcome;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.port.out.user.UserStore.InsertOutcome;
import io.github.auraauth.port.out.user.UserStore.RemovalCondition;
import io.github.auraauth.port.out.user.UserStore.ReplaceOutcome;
import io.github.auraauth.testkit.Race;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many threads that want the same identifier: exactly one gets it, and the others leave no trace. */
interface UserStoreConcurrencyTests extends UserStoreFixture {

    @Test
    default void insert_concurrentlyForOneAuthorization_hasOneWinner() {
        assertOneInsertWins(named(i -> SampleUsers.withAuthorization(user("racer-" + i), "fake-authorization-one")));
    }

    @Test
    default void insert_concurrentlyForOneAuraId_hasOneWinner() {
        assertOneInsertWins(named(i -> SampleUsers.withAuraId(user("racer-" + i), "fake-aura-one")));
    }

    @Test
    default void insert_concurrentlyInPlaceOfAnExpired_hasOneWinner() {
        User old = expiring("old");
        store().insert(old, soon());
        expire();
        String authorization = old.registration().authorizationId().value();
        assertOneInsertWins(named(i -> SampleUsers.withAuthorization(user("racer-" + i), authorization)));
    }

    @Test
    default void insert_concurrentlyDifferent_insertsAll() {
        List<User> users = named(i -> user("racer-" + i));
        List<InsertOutcome> outcomes = Race.of(i -> store().insert(users.get(i), soon()));
        assertThat(outcomes).containsOnly(InsertOutcome.INSERTED);
        users.forEach(user -> assertThat(store().find(user.auraId(), soon())).contains(user));
    }

    @Test
    default void replace_concurrentlyFromOneRead_hasOneWinner() {
        User read = stored("a");
        List<User> renewals = named(i -> SampleUsers.withAuthorization(
                SampleUsers.renewedAt(read, read.registeredAt().plusMillis(1 + i)), "fake-authorization-renewed-" + i));
        List<ReplaceOutcome> outcomes = Race.of(i -> store().replace(read, renewals.get(i), soon()));
        assertThat(outcomes).containsOnlyOnce(ReplaceOutcome.REPLACED);
        assertThat(Collections.frequency(outcomes, ReplaceOutcome.CHANGED_MEANWHILE))
                .isEqualTo(Race.THREADS - 1);
        User winner = renewals.get(outcomes.indexOf(ReplaceOutcome.REPLACED));
        assertThat(store().find(read.auraId(), soon())).contains(winner);
        for (User renewal : renewals) {
            assertThat(store().findByAuthorization(renewal.registration().authorizationId(), soon()))
                    .isEqualTo(store().find(winner.auraId(), soon()).filter(renewal::equals));
        }
    }

    @Test
    default void replace_concurrentlyToOneAuthorization_hasOneWinner() {
        List<User> users = named(i -> stored("racer-" + i));
        List<ReplaceOutcome> outcomes = Race.of(i -> store().replace(users.get(i), wanting(users.get(i)), soon()));
        assertThat(outcomes).containsOnlyOnce(ReplaceOutcome.REPLACED);
        assertThat(Collections.frequency(outcomes, ReplaceOutcome.AUTHORIZATION_TAKEN))
                .isEqualTo(Race.THREADS - 1);
        for (int i = 0; i < users.size(); i++) {
            boolean won = outcomes.get(i) == ReplaceOutcome.REPLACED;
            assertThat(store().find(users.get(i).auraId(), soon()))
                    .contains(won ? wanting(users.get(i)) : users.get(i));
        }
    }

    @Test
    default void remove_concurrently_hasOneWinner() {
        User user = stored("a");
        List<RemoveOutcome> outcomes = Race.of(i -> store().remove(user.auraId(), RemovalCondition.ALWAYS, soon()));
        assertThat(outcomes).containsOnlyOnce(RemoveOutcome.REMOVED);
        assertThat(Collections.frequency(outcomes, RemoveOutcome.ABSENT)).isEqualTo(Race.THREADS - 1);
    }

    @Test
    default void replace_whileRemoved_bringsNobodyBack() {
        List<User> users = named(i -> stored("racer-" + i));
        Race.of(2 * users.size(), i -> {
            User user = users.get(i / 2);
            return i % 2 == 0
                    ? store().remove(user.auraId(), RemovalCondition.ALWAYS, soon())
                    : store().replace(user, renewed(user), soon());
        });
        for (User user : users) {
            assertThat(store().find(user.auraId(), soon())).isEmpty();
            assertThat(store().findByAuthorization(renewed(user).registration().authorizationId(), soon()))
                    .isEmpty();
        }
    }

    private void assertOneInsertWins(List<User> racers) {
        List<InsertOutcome> outcomes = Race.of(i -> store().insert(racers.get(i), soon()));
        assertThat(outcomes).containsOnlyOnce(InsertOutcome.INSERTED);
        User winner = racers.get(outcomes.indexOf(InsertOutcome.INSERTED));
        for (User racer : racers) {
            assertThat(store().find(racer.auraId(), soon()).filter(found -> !found.equals(winner)))
                    .isEmpty();
            assertThat(store().findByAuthorization(racer.registration().authorizationId(), soon())
                            .filter(found -> !found.equals(winner)))
                    .isEmpty();
        }
        assertThat(store().find(winner.auraId(), soon())).contains(winner);
        assertThat(store().findByAuthorization(winner.registration().authorizationId(), soon()))
                .contains(winner);
    }

    private User stored(String name) {
        User user = user(name);
        assertThat(store().insert(user, soon())).isEqualTo(InsertOutcome.INSERTED);
        return user;
    }

    private static User wanting(User user) {
        return SampleUsers.withAuthorization(user, "fake-authorization-wanted");
    }

    private static User renewed(User user) {
        return SampleUsers.withAuthorization(
                user, user.registration().authorizationId().value() + "-renewed");
    }

    private static List<User> named(IntFunction<User> make) {
        return IntStream.range(0, Race.THREADS).mapToObj(make).toList();
    }
}
