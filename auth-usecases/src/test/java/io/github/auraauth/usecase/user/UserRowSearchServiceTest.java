package io.github.auraauth.usecase.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.domain.user.UserId;
import io.github.auraauth.domain.user.UserRow;
import io.github.auraauth.usecase.Environment;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UserRowSearchServiceTest {
    private final Environment environment = new Environment();
    private final UserRowSearchService users = new UserRowSearchService(environment.store, environment.store);

    @BeforeEach
    void storeUsers() {
        store("first", "session-1", "anne");
        store("second", "session-2", "anne");
        store("third", "session-3", "bob");
    }

    @Test
    void find_storedOrNot_isItsRowOrNone() {
        assertThat(users.find(new AuraId("first"), environment.soon()))
                .hasValueSatisfying(row -> assertThat(row.auraId()).contains("first"));
        assertThat(users.find(new AuraId("nobody"), environment.soon())).isEmpty();
    }

    @Test
    void findByUserId_expiredUser_isStillThere_andByAuraIdIsNot() {
        Registration ended = Environment.ending(
                Environment.registration("session-4"),
                environment.clock.instant().minusSeconds(1));
        store("expired", ended);
        assertThat(auraIds(users.findByUserId(ended.userId(), environment.soon())))
                .containsExactly("expired");
        assertThat(users.find(new AuraId("expired"), environment.soon())).isEmpty();
    }

    @Test
    void findByUserId_severalRows_areAllOfThatPerson() {
        assertThat(auraIds(users.findByUserId(new UserId("anne"), environment.soon())))
                .containsExactlyInAnyOrder("first", "second");
        assertThat(users.findByUserId(new UserId("nobody"), environment.soon())).isEmpty();
    }

    @Test
    void findByAuthentication_ofOnePerson_areThatPersonsRows() {
        Registration bob = Environment.registration("session-3", "bob");
        assertThat(auraIds(users.findByAuthentication(bob.authentication(), environment.soon())))
                .containsExactly("third");
    }

    @Test
    void withRelated_oneRow_isFollowedByThoseOfTheSameUserId() {
        List<UserRow> one =
                users.find(new AuraId("second"), environment.soon()).stream().toList();
        assertThat(auraIds(users.withRelated(one, environment.soon()))).containsExactly("second", "first");
        assertThat(users.withRelated(List.of(), environment.soon())).isEmpty();
    }

    private static List<String> auraIds(List<UserRow> rows) {
        return rows.stream().map(row -> row.auraId().orElseThrow()).toList();
    }

    private void store(String auraId, String session, String person) {
        store(auraId, Environment.registration(session, person));
    }

    private void store(String auraId, Registration registration) {
        environment.store.insert(
                User.registered(
                        new AuraId(auraId),
                        environment.identities.globalId(registration.authentication()),
                        registration,
                        environment.clock.instant()),
                environment.soon());
    }
}
