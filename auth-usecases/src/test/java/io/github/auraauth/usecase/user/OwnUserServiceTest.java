package io.github.auraauth.usecase.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.adapter.memory.activity.InMemoryActivityLog;
import io.github.auraauth.domain.activity.Activity.Event;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.domain.user.RemoveOutcome;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.domain.user.UserId;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.in.user.Users;
import io.github.auraauth.port.out.user.OwnedUsers;
import io.github.auraauth.usecase.AuditRecorders;
import io.github.auraauth.usecase.Environment;
import io.github.auraauth.usecase.activity.ActivityRecorder;
import io.github.auraauth.usecase.invalidation.CoherentUserCache;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people may do to their own users and to nobody else's. */
class OwnUserServiceTest {
    private static final UserId ANNE = new UserId("anne");
    private static final UserId BOB = new UserId("bob");

    private final Environment environment = new Environment();
    private final CoherentUserCache cache = environment.coherentCache();
    private final Users users = environment.users(cache);
    private final InMemoryActivityLog activity = new InMemoryActivityLog();
    private final ActivityRecorder recorder =
            AuditRecorders.over(activity, activity, environment.clock, environment.random);
    private final OwnUserService own = new OwnUserService(users, environment.store, environment.store, cache, recorder);

    @Test
    void remove_ofHisOwn_removesHim_andTheSecondTimeHeIsAbsent() {
        User user = stored("a", "session", "anne");

        assertThat(own.remove(user.auraId(), ANNE, environment.soon())).isEqualTo(RemoveOutcome.REMOVED);
        assertThat(environment.store.find(user.auraId(), environment.soon())).isEmpty();
        assertThat(own.remove(user.auraId(), ANNE, environment.soon())).isEqualTo(RemoveOutcome.ABSENT);
        assertThat(activity.page(Optional.empty(), Keyset.first(), 10, environment.soon()))
                .singleElement()
                .matches(noted ->
                        noted.event() == Event.USER_REMOVE && noted.actor().equals("kernel"));
    }

    @Test
    void remove_ofHisOwnWhoIsCached_isNotGivenBackByTheCache() {
        User user = stored("a", "session", "anne");
        assertThat(users.read(user.auraId(), environment.soon())).isPresent();

        own.remove(user.auraId(), ANNE, environment.soon());

        assertThat(users.read(user.auraId(), environment.soon())).isEmpty();
    }

    @Test
    void remove_ofAnother_isAbsent_leavesHim_andNoLineInTheLog() {
        User user = stored("a", "session", "anne");

        assertThat(own.remove(user.auraId(), BOB, environment.soon())).isEqualTo(RemoveOutcome.ABSENT);
        assertThat(environment.store.find(user.auraId(), environment.soon())).contains(user);
        assertThat(environment.changesLogged()).isZero();
    }

    @Test
    void remove_becomesAnothersBetweenReadAndRemoval_isAbsent_andLeavesHim() {
        User user = stored("a", "session", "anne");
        OwnedUsers slow = (auraId, owner, deadline) -> {
            environment.store.replace(user, renewed(user), deadline);
            return environment.store.remove(auraId, owner, deadline);
        };
        OwnUserService late = new OwnUserService(users, environment.store, slow, cache, recorder);

        assertThat(late.remove(user.auraId(), ANNE, environment.soon())).isEqualTo(RemoveOutcome.ABSENT);
        assertThat(environment.store.find(user.auraId(), environment.soon())).contains(renewed(user));
    }

    @Test
    void register_byAuthorization_createsTheUserAsForAnybody() {
        Registration registration = Environment.registration("session", "anne");

        AuraId auraId = own.register(registration, environment.soon())
                .fold(
                        User::auraId,
                        present -> new AuraId("present"),
                        () -> new AuraId("conflict"),
                        () -> new AuraId("in use"));

        assertThat(users.read(auraId, environment.soon()).map(User::registration))
                .contains(registration);
    }

    @Test
    void findNewest_ofHisOwn_isFound_andOfAnotherIsNot() {
        User user = stored("a", "session", "anne");

        assertThat(newest(user, ANNE)).contains(user.auraId());
        assertThat(newest(user, BOB)).isEmpty();
    }

    @Test
    void findNewest_whereTheNewestIsAnothers_isEmpty() {
        User older = stored("a", "session", "anne");
        environment.clock.pass(Duration.ofSeconds(1));
        Registration same = Environment.by(
                Environment.registration("another", "bob"), older.registration().authentication());
        User newer = User.registered(new AuraId("b"), older.auraGlobalId(), same, environment.clock.instant());
        environment.store.insert(newer, environment.soon());

        assertThat(newest(older, ANNE)).isEmpty();
        assertThat(newest(older, BOB)).contains(newer.auraId());
    }

    private Optional<AuraId> newest(User user, UserId owner) {
        return own.findNewest(user.auraGlobalId(), Environment.CHANNEL, owner, environment.soon());
    }

    private User stored(String auraId, String session, String person) {
        Registration registration = Environment.registration(session, person);
        User user = User.registered(
                new AuraId(auraId),
                environment.identities.globalId(registration.authentication()),
                registration,
                environment.clock.instant());
        environment.store.insert(user, environment.soon());
        return user;
    }

    private static User renewed(User user) {
        Registration registration = Environment.registration("renewed", "bob");
        return new User(
                user.auraId(),
                user.auraGlobalId(),
                registration,
                user.created(),
                user.registeredAt().plusMillis(1),
                user.lastAccess());
    }
}
