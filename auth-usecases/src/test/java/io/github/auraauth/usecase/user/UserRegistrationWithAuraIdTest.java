package io.github.auraauth.usecase.user;

import static io.github.auraauth.usecase.Environment.ending;
import static io.github.auraauth.usecase.Environment.in;
import static io.github.auraauth.usecase.Environment.registration;
import static io.github.auraauth.usecase.user.UserRegistrationTest.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.port.in.user.RegistrationOutcome;
import io.github.auraauth.port.in.user.Users;
import io.github.auraauth.usecase.Environment;
import io.github.auraauth.usecase.invalidation.CoherentUserCache;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UserRegistrationWithAuraIdTest {
    private static final AuraId ANNE = new AuraId("anne");

    private final Environment environment = new Environment();
    private final CoherentUserCache cache = environment.coherentCache();
    private final Users users = environment.users(cache);

    @Test
    void register_unknownAuraId_createsUser() {
        RegistrationOutcome outcome = users.registerWithAuraId(ANNE, registration("session-1"), environment.soon());

        assertThat(outcome).isInstanceOf(RegistrationOutcome.Created.class);
        assertThat(environment.store.find(ANNE, environment.soon())).contains(user(outcome));
    }

    @Test
    void register_auraIdCachedAsUnknown_isReadAtOnce() {
        assertThat(cached(ANNE)).isEmpty();

        users.registerWithAuraId(ANNE, registration("session-1"), environment.soon());

        assertThat(cached(ANNE)).isPresent();
    }

    @Test
    void register_sameAuthorization_findsUser() {
        User user = user(users.registerWithAuraId(ANNE, registration("session-1"), environment.soon()));

        assertThat(users.registerWithAuraId(ANNE, registration("session-1"), environment.soon()))
                .isEqualTo(new RegistrationOutcome.Found(user));
    }

    @Test
    void register_newAuthorization_renewsAllButAuraIdAndCreated() {
        User user = user(users.registerWithAuraId(ANNE, registration("session-1"), environment.soon()));
        environment.clock.pass(Duration.ofHours(2));

        RegistrationOutcome outcome =
                users.registerWithAuraId(ANNE, registration("session-2", "another person"), environment.soon());

        assertThat(outcome).isInstanceOf(RegistrationOutcome.Renewed.class);
        User renewed = user(outcome);
        assertThat(renewed.created()).isEqualTo(user.created());
        assertThat(renewed.registeredAt()).isEqualTo(environment.clock.instant());
        assertThat(renewed.registration()).isEqualTo(registration("session-2", "another person"));
        assertThat(renewed.auraGlobalId()).isNotEqualTo(user.auraGlobalId());
        assertThat(environment.store.find(ANNE, environment.soon())).contains(renewed);
        assertThat(environment.store.findByAuthorization(user.registration().authorizationId(), environment.soon()))
                .isEmpty();
    }

    @Test
    void register_newAuthorizationWhileCached_neverShowsTheOldSelf() {
        users.registerWithAuraId(ANNE, registration("session-1"), environment.soon());
        cached(ANNE);
        environment.cache.forgetful = false;

        User renewed = user(users.registerWithAuraId(ANNE, registration("session-2"), environment.soon()));

        assertThat(cached(ANNE)).contains(renewed);
    }

    @Test
    void register_newAuthorizationInAnotherChannel_conflicts() {
        User user = user(users.registerWithAuraId(ANNE, registration("session-1"), environment.soon()));

        assertThat(users.registerWithAuraId(
                        ANNE, in(Environment.OTHER_CHANNEL, registration("session-2")), environment.soon()))
                .isEqualTo(new RegistrationOutcome.UserConflict());
        assertThat(environment.store.find(ANNE, environment.soon())).contains(user);
    }

    @Test
    void register_authorizationOfAnotherAuraId_isInUseWhetherThisOneExistsOrNot() {
        users.registerWithAuraId(new AuraId("bert"), registration("session-1"), environment.soon());

        assertThat(users.registerWithAuraId(ANNE, registration("session-1"), environment.soon()))
                .isEqualTo(new RegistrationOutcome.AuthorizationInUse());
        users.registerWithAuraId(ANNE, registration("session-2"), environment.soon());
        assertThat(users.registerWithAuraId(ANNE, registration("session-1"), environment.soon()))
                .isEqualTo(new RegistrationOutcome.AuthorizationInUse());
    }

    @Test
    void register_expiredUserOfTheAuraId_createsAnew() {
        users.registerWithAuraId(
                ANNE,
                ending(registration("session-1"), environment.clock.instant().plusSeconds(10)),
                environment.soon());
        environment.clock.pass(Duration.ofSeconds(10));

        assertThat(users.registerWithAuraId(
                        ANNE, in(Environment.OTHER_CHANNEL, registration("session-2")), environment.soon()))
                .isInstanceOf(RegistrationOutcome.Created.class);
    }

    @Test
    void register_hundredAtOnceOfOneAuraId_createsOneUser() {
        List<RegistrationOutcome> outcomes = IntStream.range(0, 100)
                .parallel()
                .mapToObj(i -> users.registerWithAuraId(ANNE, registration("session-1"), environment.soon()))
                .toList();

        assertThat(outcomes)
                .filteredOn(RegistrationOutcome.Created.class::isInstance)
                .hasSize(1);
        assertThat(outcomes.stream().map(UserRegistrationTest::user).distinct()).hasSize(1);
    }

    private Optional<User> cached(AuraId auraId) {
        return cache.get(auraId, environment.soon(), () -> environment.store.find(auraId, environment.soon()));
    }
}
