package io.github.auraauth.usecase.user;

import static io.github.auraauth.usecase.Environment.ending;
import static io.github.auraauth.usecase.Environment.hinted;
import static io.github.auraauth.usecase.Environment.registration;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.invalidation.Provenance;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.domain.user.RemoveOutcome;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.port.out.user.LastAccesses;
import io.github.auraauth.port.out.user.UserCache.CachedUser;
import io.github.auraauth.port.out.user.UserStore.RemovalCondition;
import io.github.auraauth.usecase.Environment;
import io.github.auraauth.usecase.invalidation.CoherentUserCache;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UserServiceTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final Environment environment = new Environment();
    private final CoherentUserCache cache = environment.coherentCache();
    private final List<Instant> noted = new ArrayList<>();
    private final LastAccesses accesses = (auraId, at, interval) -> noted.add(at);
    private final UserService users = new UserService(
            environment.store, cache, environment.identities, accesses, DAY, environment.clock, environment.random);

    @Test
    void read_unknownUser_isAbsent() {
        assertThat(users.read(new AuraId("nobody"), environment.soon())).isEmpty();
    }

    @Test
    void read_twice_asksTheStoreOnce() {
        User user = stored(registration("session-1"));
        assertThat(users.read(user.auraId(), environment.soon())).contains(user);
        environment.store.remove(user.auraId(), RemovalCondition.ALWAYS, environment.soon());

        assertThat(users.read(user.auraId(), environment.soon())).contains(user);
    }

    @Test
    void read_userWithToken_neverGivesIt() {
        User user = stored(hinted(registration("session-1"), "a-token"));

        assertThat(users.read(user.auraId(), environment.soon())).contains(user.withoutIdTokenHint());
        assertThat(users.read(user.auraId(), environment.soon())).contains(user.withoutIdTokenHint());
        assertThat(environment.cache.values.values())
                .allSatisfy(cached -> assertThat(cached.user()).contains(user.withoutIdTokenHint()));
    }

    @Test
    void readWithIdTokenHint_cachedUser_givesTheTokenFromTheStore() {
        User user = stored(hinted(registration("session-1"), "a-token"));
        users.read(user.auraId(), environment.soon());

        assertThat(users.readWithIdTokenHint(user.auraId(), environment.soon())).contains(user);
    }

    @Test
    void read_userWithAnEnd_isCachedUntilTwoMinutesBefore() {
        User user = stored(
                ending(registration("session-1"), environment.clock.instant().plusMillis(120_500)));
        assertThat(users.read(user.auraId(), environment.soon())).isPresent();

        assertThat(environment.cache.times.values()).containsExactly(Duration.ofMillis(500));
    }

    @Test
    void read_userExpires_isAbsentAtOnceEvenIfCached() {
        User user = stored(
                ending(registration("session-1"), environment.clock.instant().plusMillis(500)));
        assertThat(users.read(user.auraId(), environment.soon())).isPresent();
        assertThat(environment.cache.values).isEmpty();
        Provenance provenance = new Provenance(
                Set.of(), environment.log.read(environment.soon()).epoch(), environment.clock.instant());
        environment.cache.values.put(
                environment.hasher.hash(user.auraId()), new CachedUser(Optional.of(user), provenance));

        environment.clock.pass(Duration.ofMillis(500));

        assertThat(users.read(user.auraId(), environment.soon())).isEmpty();
    }

    @Test
    void read_withinTheInterval_notesNothing() {
        User user = stored(registration("session-1"));
        environment.clock.pass(DAY.minusMillis(1));

        users.read(user.auraId(), environment.soon());

        assertThat(noted).isEmpty();
    }

    @Test
    void read_afterTheInterval_notesTheAccessAndShowsItAsStored() {
        User user = stored(registration("session-1"));
        environment.clock.pass(DAY);

        assertThat(users.read(user.auraId(), environment.soon())).contains(user);

        assertThat(noted).containsExactly(environment.clock.instant());
    }

    @Test
    void find_userThatWasRead_isTheSameWithoutTheStore() {
        User user = stored(hinted(registration("session-1"), "a-token"));
        assertThat(users.find(user.auraId())).isEmpty();
        users.read(user.auraId(), environment.soon());
        environment.store.remove(user.auraId(), RemovalCondition.ALWAYS, environment.soon());

        assertThat(users.find(user.auraId())).contains(user.withoutIdTokenHint());
    }

    @Test
    void find_userThatIsRemovedOrOver_isEmpty() {
        User removed = stored(registration("session-1"));
        User ending = stored(
                ending(registration("session-2"), environment.clock.instant().plusSeconds(200)));
        users.read(removed.auraId(), environment.soon());
        users.read(ending.auraId(), environment.soon());
        assertThat(users.find(ending.auraId())).isPresent();

        users.remove(removed.auraId(), environment.soon());
        environment.clock.pass(Duration.ofSeconds(200));

        assertThat(users.find(removed.auraId())).isEmpty();
        assertThat(users.find(ending.auraId())).isEmpty();
    }

    @Test
    void find_accessThatIsToBeNoted_isEmpty_soThatReadingNotesIt() {
        Duration interval = Duration.ofMillis(500);
        UserService noting = new UserService(
                environment.store,
                cache,
                environment.identities,
                accesses,
                interval,
                environment.clock,
                environment.random);
        User user = stored(registration("session-1"));
        noting.read(user.auraId(), environment.soon());
        environment.clock.pass(interval.minusMillis(1));
        assertThat(noting.find(user.auraId())).isPresent();

        environment.clock.pass(Duration.ofMillis(1));

        assertThat(noting.find(user.auraId())).isEmpty();
    }

    @Test
    void remove_storedUser_removesOnceAndThenIsAbsent() {
        User user = stored(registration("session-1"));
        users.read(user.auraId(), environment.soon());
        environment.cache.forgetful = false;

        assertThat(users.remove(user.auraId(), environment.soon())).isEqualTo(RemoveOutcome.REMOVED);
        assertThat(users.remove(user.auraId(), environment.soon())).isEqualTo(RemoveOutcome.ABSENT);
        assertThat(users.read(user.auraId(), environment.soon())).isEmpty();
        assertThat(environment.changesLogged()).isEqualTo(1);
    }

    @Test
    void findNewest_severalUsersOfOneGlobalId_givesTheLatest() {
        stored(registration("session-1", "one person"));
        environment.clock.pass(Duration.ofSeconds(1));
        User later = stored(registration("session-2", "one person"));

        assertThat(users.findNewest(later.auraGlobalId(), Environment.CHANNEL, environment.soon()))
                .contains(later.auraId());
    }

    private User stored(Registration registration) {
        User user = User.registered(
                AuraId.random(environment.random),
                environment.identities.globalId(registration.authentication()),
                registration,
                environment.clock.instant());
        environment.store.insert(user, environment.soon());
        return user;
    }
}
