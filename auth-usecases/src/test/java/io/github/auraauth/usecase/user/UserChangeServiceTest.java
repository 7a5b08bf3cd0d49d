package io.github.auraauth.usecase.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.adapter.memory.activity.InMemoryActivityLog;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.activity.Activity;
import io.github.auraauth.domain.activity.Activity.Event;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.PhoneNumber;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.erasure.PersonErasure.ErasureOutcome;
import io.github.auraauth.port.out.activity.ActivityLog;
import io.github.auraauth.port.out.user.UserStore;
import io.github.auraauth.usecase.AuditRecorders;
import io.github.auraauth.usecase.Environment;
import io.github.auraauth.usecase.activity.ActivityRecorder;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What the audit trail says of changes in whose middle a store goes away. */
class UserChangeServiceTest {
    private static final Actor SOMEBODY = Actor.labelled("key:1");
    private static final AuraId AURA_ID = new AuraId("8c2e8a5e-5c0f-4c1e-9d3b-2f6a1e0b7c44");

    private final Environment environment = new Environment();
    private final InMemoryActivityLog activity = new InMemoryActivityLog();
    private Fault ofUsers = Fault.NONE;
    private Fault ofLog = Fault.NONE;
    private Function<Runnable, ErasureOutcome> erasure = begun -> ErasureOutcome.NOTHING_STORED;

    private final ActivityRecorder recorder = AuditRecorders.over(
            faulty(ActivityLog.class, activity, Set.of("append"), () -> ofLog), environment.clock, environment.random);
    private final UserStore store =
            faulty(UserStore.class, environment.store, Set.of("insert", "replace", "remove"), () -> ofUsers);
    private final UserChangeService changes =
            new UserChangeService(environment.users(store, environment.coherentCache()), this::erase, recorder);

    @Test
    void change_answerOfTheStoreLost_isAnOutageAndNotedAsUncertain() {
        ofUsers = Fault.LOSES_ANSWERS;
        assertThatThrownBy(this::registerWithAuraId).isInstanceOf(Outage.TimedOut.class);
        assertThat(environment.store.find(AURA_ID, environment.soon())).isPresent();
        assertThatThrownBy(this::register).isInstanceOf(Outage.TimedOut.class);
        assertThatThrownBy(this::remove).isInstanceOf(Outage.TimedOut.class);
        assertThat(environment.store.find(AURA_ID, environment.soon())).isEmpty();

        assertThat(noted()).isEmpty();
        recorder.flush(environment.soon());
        assertThat(noted())
                .hasSize(3)
                .contains(
                        "change.uncertain user.register " + AURA_ID.value(),
                        "change.uncertain user.remove " + AURA_ID.value())
                .noneMatch(entry -> entry.contains("session"))
                .anyMatch(entry -> entry.startsWith("change.uncertain user.register authorization:"));
    }

    @Test
    void change_storeWasNotAsked_isAnOutageWithoutAnEntry() {
        registerWithAuraId();
        ofUsers = Fault.NOT_ASKED;
        assertThatThrownBy(this::register).isInstanceOf(Outage.CircuitOpen.class);
        assertThatThrownBy(this::remove).isInstanceOf(Outage.CircuitOpen.class);
        recorder.flush(environment.soon());
        assertThat(noted()).containsExactly("user.register " + AURA_ID.value());
    }

    @Test
    void change_entryCannotBeStored_isAnOutageAndNotedOnceTheStoreIsBack() {
        ofLog = Fault.NOT_ASKED;
        assertThatThrownBy(this::registerWithAuraId).isInstanceOf(Outage.class);
        assertThat(environment.store.find(AURA_ID, environment.soon())).isPresent();
        ofLog = Fault.LOSES_ANSWERS;
        assertThatThrownBy(this::remove).isInstanceOf(Outage.class);
        ofLog = Fault.NONE;
        recorder.flush(environment.soon());
        assertThat(noted()).containsExactly("user.remove " + AURA_ID.value(), "user.register " + AURA_ID.value());
    }

    @Test
    void erase_outageBeforeItBegan_isNotedAsUncertainOrNotAtAll() {
        Outage[] outages = {new Outage.CircuitOpen("a store"), new Outage.TimedOut("a store")};
        for (Outage outage : outages) {
            erasure = begun -> {
                throw outage;
            };
            assertThatThrownBy(this::erasePerson).isSameAs(outage);
        }
        recorder.flush(environment.soon());
        assertThat(noted()).singleElement().asString().startsWith("change.uncertain user.erase phone:");
    }

    @Test
    void erase_outageAfterItBegan_isNotedSinceItWillBeFinished() {
        Outage[] outages = {new Outage.CircuitOpen("a store"), new Outage.TimedOut("a store")};
        for (Outage outage : outages) {
            erasure = begun -> {
                begun.run();
                throw outage;
            };
            assertThatThrownBy(this::erasePerson).isSameAs(outage);
        }
        recorder.flush(environment.soon());
        assertThat(noted()).hasSize(2).allMatch(entry -> entry.startsWith("user.erase phone:"));
    }

    @Test
    void change_uncertainAndNoRoomToNoteIt_staysTheOutageOfTheStoreAndIsCountedAsLost() {
        registerWithAuraId();
        for (int i = 1; i < ActivityRecorder.MOST_WAITING; i++) {
            recorder.noteLater(Event.LOGOUT, SOMEBODY, AURA_ID);
        }
        ofUsers = Fault.LOSES_ANSWERS;
        assertThatThrownBy(this::remove).isInstanceOf(Outage.TimedOut.class);
        ofUsers = Fault.NONE;
        recorder.flush(environment.soon());
        registerWithAuraId();
        assertThat(noted().subList(0, 2)).containsExactly("user.register " + AURA_ID.value(), "audit.lost 1");
    }

    private ErasureOutcome erase(PhoneNumber number, Runnable begun, Deadline deadline) {
        return erasure.apply(begun);
    }

    private void erasePerson() {
        changes.erase(new PhoneNumber("+34600000001"), SOMEBODY, environment.soon());
    }

    private void register() {
        changes.register(Environment.registration("session-2"), SOMEBODY, environment.soon());
    }

    private void registerWithAuraId() {
        changes.registerWithAuraId(AURA_ID, Environment.registration("session-1"), SOMEBODY, environment.soon());
    }

    private void remove() {
        changes.remove(AURA_ID, SOMEBODY, environment.soon());
    }

    /** Newest first. */
    private List<String> noted() {
        return activity.page(Optional.empty(), Keyset.first(), 20, environment.soon()).stream()
                .map(UserChangeServiceTest::words)
                .toList();
    }

    private static String words(Activity noted) {
        return noted.event().word() + ' ' + noted.object();
    }

    private static <T> T faulty(Class<T> port, T behind, Set<String> writes, Supplier<Fault> fault) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    Fault now = writes.contains(method.getName()) ? fault.get() : Fault.NONE;
                    if (now == Fault.NOT_ASKED) {
                        throw new Outage.CircuitOpen("a store");
                    }
                    Object answer;
                    try {
                        answer = method.invoke(behind, arguments);
                    } catch (InvocationTargetException e) {
                        throw Objects.requireNonNullElse(e.getCause(), e);
                    }
                    if (now == Fault.LOSES_ANSWERS) {
                        throw new Outage.TimedOut("a store");
                    }
                    return answer;
                }));
    }

    private enum Fault {
        NONE,
        NOT_ASKED,
        LOSES_ANSWERS
    }
}
