package io.github.auraauth.usecase.user;

import static io.github.auraauth.usecase.AccountEnvironment.actor;
import static io.github.auraauth.usecase.AccountEnvironment.done;
import static io.github.auraauth.usecase.AccountEnvironment.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.activity.Activity;
import io.github.auraauth.domain.activity.Activity.Event;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.Authentication;
import io.github.auraauth.domain.user.PhoneNumber;
import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.domain.user.UserRow;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.in.erasure.PersonErasure.ErasureOutcome;
import io.github.auraauth.usecase.AccountEnvironment;
import io.github.auraauth.usecase.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UserAdministrationServiceTest {
    private static final PhoneNumber NUMBER = new PhoneNumber("+34600000001");

    private final AccountEnvironment all = new AccountEnvironment();
    private final Environment environment = new Environment();
    private final List<PhoneNumber> erased = new ArrayList<>();
    private final UserAdministrationService service = new UserAdministrationService(
            new UserRowSearchService(environment.store, environment.store),
            new UserChangeService(
                    environment.users(environment.coherentCache()),
                    (number, begun, deadline) -> {
                        erased.add(number);
                        return number.equals(NUMBER) ? ErasureOutcome.ERASED : ErasureOutcome.NOTHING_STORED;
                    },
                    all.recorder()));
    private final Actor mayNothing = actor(all.staff("nobody", "list_account"));
    private final Actor mayView = actor(all.staff("watcher", "view_user"));
    private final Actor mayDestroy = actor(all.staff("operator", "view_user", "destroy_user"));

    @BeforeEach
    void store() {
        store("first", "session-1", "anne");
        store("second", "session-2", "anne");
        var other = Environment.by(Environment.registration("session-3", "another id"), Authentication.of(NUMBER));
        store("third", other);
        store("stranger", "session-4", "boris");
    }

    @Test
    void find_byAuraId_beginsWithThatRowAndGivesTheOthersOfThePerson() {
        assertThat(auraIds(done(service.find(new AuraId("second"), mayView, environment.soon()))))
                .startsWith("second")
                .containsExactlyInAnyOrder("second", "first");
        assertThat(done(service.find(new AuraId("unknown"), mayView, environment.soon())))
                .isEmpty();
    }

    @Test
    void find_byPhoneNumber_givesTheRowsThatAnErasureWouldTake() {
        assertThat(auraIds(done(service.find(NUMBER, mayView, environment.soon()))))
                .containsExactly("third");
        assertThat(done(service.find(new PhoneNumber("+34600000002"), mayView, environment.soon())))
                .isEmpty();
    }

    @Test
    void remove_user_isGoneAndNotedByTheActor() {
        done(service.remove(new AuraId("first"), mayDestroy, environment.soon()));
        assertThat(auraIds(done(service.find(new AuraId("second"), mayView, environment.soon()))))
                .containsExactly("second");
        assertThat(lastActivity().event()).isEqualTo(Event.USER_REMOVE);
        assertThat(lastActivity().object()).startsWith("aura:").doesNotContain("first");
        assertThat(lastActivity().actor()).isEqualTo(mayDestroy.label());
        assertThat(refusal(service.remove(new AuraId("first"), mayDestroy, environment.soon()))
                        .reason())
                .isEqualTo(Reason.ABSENT);
        assertThat(all.activity.count(Optional.empty(), 10, environment.soon())).isEqualTo(1);
    }

    @Test
    void erase_person_isNotedWithoutTheNumber() {
        done(service.erase(NUMBER, mayDestroy, environment.soon()));
        assertThat(erased).containsExactly(NUMBER);
        assertThat(lastActivity().event()).isEqualTo(Event.USER_ERASE);
        assertThat(lastActivity().toString()).doesNotContain("600000001");
    }

    @Test
    void erase_nothingStored_isRefusedAndNotedNowhere() {
        assertThat(refusal(service.erase(new PhoneNumber("+34600000002"), mayDestroy, environment.soon()))
                        .reason())
                .isEqualTo(Reason.ABSENT);
        assertThat(all.activity.count(Optional.empty(), 10, environment.soon())).isZero();
    }

    @Test
    void everything_withoutThePermission_isRefusedAndChangesNothing() {
        List<Outcome<?>> refused = List.of(
                service.find(new AuraId("first"), mayNothing, environment.soon()),
                service.find(NUMBER, mayNothing, environment.soon()),
                service.remove(new AuraId("first"), mayView, environment.soon()),
                service.erase(NUMBER, mayView, environment.soon()));
        assertThat(refused)
                .allSatisfy(each -> assertThat(refusal(each).reason()).isEqualTo(Reason.FORBIDDEN));
        assertThat(erased).isEmpty();
        assertThat(environment.store.findRow(new AuraId("first"), environment.soon()))
                .isPresent();
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

    private Activity lastActivity() {
        return all.activity
                .page(Optional.empty(), Keyset.first(), 1, environment.soon())
                .get(0);
    }

    private static List<String> auraIds(List<UserRow> rows) {
        return rows.stream().map(row -> row.auraId().orElseThrow()).toList();
    }
}
