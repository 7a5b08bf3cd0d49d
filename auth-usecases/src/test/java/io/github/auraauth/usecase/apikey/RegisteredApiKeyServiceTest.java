package io.github.auraauth.usecase.apikey;

import static io.github.auraauth.usecase.AccountEnvironment.actor;
import static io.github.auraauth.usecase.AccountEnvironment.done;
import static io.github.auraauth.usecase.AccountEnvironment.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.adapter.memory.InMemoryApiKeyRegistry;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.activity.Activity;
import io.github.auraauth.domain.activity.Activity.Event;
import io.github.auraauth.domain.apikey.ApiKeyPolicy;
import io.github.auraauth.domain.apikey.RegisteredApiKey;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.account.Page;
import io.github.auraauth.port.in.account.PageRequest;
import io.github.auraauth.port.in.apikey.ApiKeyRevocationOutcome;
import io.github.auraauth.usecase.AccountEnvironment;
import io.github.auraauth.usecase.KeyEnvironment;
import io.github.auraauth.usecase.activity.ActivityRecorder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegisteredApiKeyServiceTest {
    private final AccountEnvironment all = new AccountEnvironment();
    private final KeyEnvironment keys = new KeyEnvironment();
    private final InMemoryApiKeyRegistry directory = new InMemoryApiKeyRegistry();
    private final AuthenticatingInstance door = new AuthenticatingInstance(keys, ApiKeyPolicy.COMPAT);
    private final ActivityRecorder recorder = all.recorder();
    private final RegisteredApiKeyService service = new RegisteredApiKeyService(
            keys.registry, directory, new Operator(keys, ApiKeyPolicy.COMPAT).keys, recorder, keys.clock);
    private final Actor mayNothing = actor(all.staff("nobody", "list_account"));
    private final Actor mayList = actor(all.staff("watcher", "list_apikey"));
    private final Actor mayRevoke = actor(all.staff("operator", "list_apikey", "destroy_apikey"));

    @BeforeEach
    void copy() {
        for (int i = 0; i < 5; i++) {
            keys.registered(keys.v2(keys.endingIn(Duration.ofDays(i == 0 ? 10 : 400))));
            keys.clock.advance(Duration.ofSeconds(1));
        }
        keys.entries().forEach(key -> directory.register(key, keys.soon()));
    }

    @Test
    void list_pageByPage_givesAllNewestFirstAndBack() {
        List<RegisteredApiKey> seen = new ArrayList<>();
        Page<RegisteredApiKey> page = done(list(Optional.empty()));
        while (page.next().isPresent()) {
            seen.addAll(page.results());
            page = done(list(page.next()));
        }
        seen.addAll(page.results());
        assertThat(seen).containsExactlyElementsOf(keys.entries());
        assertThat(done(list(page.previous())).results()).containsExactlyElementsOf(seen.subList(2, 4));
    }

    @Test
    void list_cursorThatIsNone_isRefused() {
        for (String cursor : List.of("", "x", "KzEs", "KzEseA")) {
            assertThat(refusal(list(Optional.of(cursor))).reason()).isEqualTo(Reason.UNKNOWN);
        }
    }

    @Test
    void endingAndUnused_ofKeys_areCountedFromNow() {
        assertThat(done(service.ending(Duration.ofDays(30), 10, mayList, keys.soon())))
                .containsExactly(keys.entries().get(4));
        assertThat(done(service.unused(Duration.ofDays(90), 10, mayList, keys.soon())))
                .isEmpty();
        keys.clock.advance(Duration.ofDays(91));
        assertThat(done(service.unused(Duration.ofDays(90), 10, mayList, keys.soon())))
                .as("the first has ended")
                .hasSize(4);
    }

    @Test
    void revoke_registeredKey_refusesIt_andIsNotedWithTheActor() {
        String key = keys.registered(keys.v2());
        assertThat(done(service.revoke(KeyEnvironment.fingerprint(key), mayRevoke, keys.soon())))
                .isEqualTo(ApiKeyRevocationOutcome.REVOKED);
        door.poll();
        assertThat(door.admit(key)).isEqualTo(AuthenticatingInstance.UNAUTHENTICATED);
        assertThat(activity()).satisfies(entry -> {
            assertThat(entry.event()).isEqualTo(Event.APIKEY_REVOKE);
            assertThat(entry.actor()).isEqualTo(mayRevoke.label());
            assertThat(entry.object()).isEqualTo(KeyEnvironment.fingerprint(key).hex());
        });
    }

    @Test
    void revokeConsumer_itsKeys_areRefused_andItIsNoted() {
        String key = keys.registered(keys.v2());
        keys.clock.advance(Duration.ofSeconds(1));
        assertThat(done(service.revokeConsumer("kernel", mayRevoke, keys.soon())))
                .isEqualTo("kernel");
        door.poll();
        assertThat(door.admit(key)).isEqualTo(AuthenticatingInstance.UNAUTHENTICATED);
        assertThat(activity().event()).isEqualTo(Event.CONSUMER_REVOKE);
        assertThat(activity().object()).isEqualTo("kernel");
    }

    @Test
    void revoke_outageAfterTheFirstWrite_isNotedAsUncertain() {
        String key = keys.registered(keys.v2());
        var fingerprint = KeyEnvironment.fingerprint(key);
        keys.dependencies.away("markRevoked");
        assertThatThrownBy(() -> service.revoke(fingerprint, mayRevoke, keys.soon()))
                .isInstanceOf(Outage.class);
        keys.dependencies.allBack();
        keys.dependencies.open("markRevoked");
        assertThatThrownBy(() -> service.revoke(fingerprint, mayRevoke, keys.soon()))
                .isInstanceOf(Outage.Unavailable.class);

        assertThat(uncertain())
                .containsExactly("apikey.revoke " + fingerprint.hex(), "apikey.revoke " + fingerprint.hex());
        door.poll();
        assertThat(door.admit(key)).isEqualTo(AuthenticatingInstance.UNAUTHENTICATED);
    }

    @Test
    void revokeConsumer_answerOfTheLogLost_isNotedAsUncertain() {
        keys.dependencies.away("append");
        assertThatThrownBy(() -> service.revokeConsumer("kernel", mayRevoke, keys.soon()))
                .isInstanceOf(Outage.class);
        assertThat(uncertain()).containsExactly("consumer.revoke kernel");
    }

    @Test
    void revoke_logWasNotAsked_isAnOutageWithoutAnEntry() {
        String key = keys.registered(keys.v2());
        keys.dependencies.open("append");
        assertThatThrownBy(() -> service.revoke(KeyEnvironment.fingerprint(key), mayRevoke, keys.soon()))
                .isInstanceOf(Outage.CircuitOpen.class);
        assertThatThrownBy(() -> service.revokeConsumer("kernel", mayRevoke, keys.soon()))
                .isInstanceOf(Outage.CircuitOpen.class);
        assertThat(uncertain()).isEmpty();
        assertThat(keys.entry(key).revokedAt()).isEmpty();
    }

    @Test
    void change_ofWhatIsNotThere_isRefusedAndNotedNowhere() {
        String unregistered = keys.v2();
        assertThat(refusal(service.revoke(KeyEnvironment.fingerprint(unregistered), mayRevoke, keys.soon()))
                        .reason())
                .isEqualTo(Reason.ABSENT);
        assertThat(refusal(service.revokeConsumer("No Name", mayRevoke, keys.soon()))
                        .reason())
                .isEqualTo(Reason.UNKNOWN);
        assertThat(refusal(service.find(KeyEnvironment.fingerprint(unregistered), mayList, keys.soon()))
                        .reason())
                .isEqualTo(Reason.ABSENT);
        assertThat(all.activity.count(Optional.empty(), 10, keys.soon())).isZero();
    }

    @Test
    void everything_withoutThePermission_isRefusedAndChangesNothing() {
        String key = keys.registered(keys.v2());
        var fingerprint = KeyEnvironment.fingerprint(key);
        List<Outcome<?>> refused = List.of(
                service.list(PageRequest.first(10), mayNothing, keys.soon()),
                service.find(fingerprint, mayNothing, keys.soon()),
                service.ending(Duration.ofDays(1), 1, mayNothing, keys.soon()),
                service.unused(Duration.ofDays(1), 1, mayNothing, keys.soon()),
                service.revoke(fingerprint, mayList, keys.soon()),
                service.revokeConsumer("kernel", mayList, keys.soon()));
        assertThat(refused)
                .allSatisfy(each -> assertThat(refusal(each).reason()).isEqualTo(Reason.FORBIDDEN));
        assertThat(keys.dependencies.times("append")).isZero();
        assertThat(keys.entry(key).revokedAt()).isEmpty();
    }

    private Outcome<Page<RegisteredApiKey>> list(Optional<String> cursor) {
        return service.list(new PageRequest(cursor, 2, false), mayList, keys.soon());
    }

    private List<String> uncertain() {
        recorder.flush(keys.soon());
        return all.activity.page(Optional.empty(), Keyset.first(), 10, keys.soon()).stream()
                .filter(entry -> entry.event() == Event.CHANGE_UNCERTAIN)
                .map(Activity::object)
                .toList();
    }

    private Activity activity() {
        return all.activity
                .page(Optional.empty(), Keyset.first(), 1, keys.soon())
                .get(0);
    }
}
