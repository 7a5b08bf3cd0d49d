package io.github.auraauth.usecase.user;

import static io.github.auraauth.usecase.Environment.by;
import static io.github.auraauth.usecase.Environment.ending;
import static io.github.auraauth.usecase.Environment.hinted;
import static io.github.auraauth.usecase.Environment.in;
import static io.github.auraauth.usecase.Environment.registration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.domain.user.Authentication;
import io.github.auraauth.domain.user.AuthenticationType;
import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.user.RegistrationOutcome;
import io.github.auraauth.port.in.user.Users;
import io.github.auraauth.port.out.user.UserStore;
import io.github.auraauth.usecase.Environment;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UserRegistrationTest {
    private final Environment environment = new Environment();
    private final Users registering = over(environment.store);

    @Test
    void register_unknownAuthorization_createsUserWithRandomAuraIdAndGlobalId() {
        Registration registration = registration("session-1");

        RegistrationOutcome outcome = registering.register(registration, environment.soon());

        assertThat(outcome).isInstanceOf(RegistrationOutcome.Created.class);
        User user = user(outcome);
        assertThat(user.auraId().value())
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(user.auraGlobalId()).isEqualTo(environment.identities.globalId(registration.authentication()));
        assertThat(user.created()).isEqualTo(environment.clock.instant());
        assertThat(environment.store.find(user.auraId(), environment.soon())).contains(user);
    }

    @Test
    void register_knownAuthorization_findsUserUnchanged() {
        User user = user(registering.register(registration("session-1"), environment.soon()));
        environment.clock.pass(Duration.ofMinutes(5));

        RegistrationOutcome again = registering.register(registration("session-1"), environment.soon());

        assertThat(again).isEqualTo(new RegistrationOutcome.Found(user));
    }

    @Test
    void register_knownAuthorization_takesTokenAndEndFromTheRequest() {
        User user = user(registering.register(registration("session-1"), environment.soon()));
        Registration more = ending(
                hinted(registration("session-1"), "a-token"),
                environment.clock.instant().plusSeconds(60));

        User found = user(registering.register(more, environment.soon()));

        assertThat(found).isEqualTo(user.repeated(more));
        assertThat(environment.store.find(user.auraId(), environment.soon())).contains(found);
        User without = user(registering.register(registration("session-1"), environment.soon()));
        assertThat(without.registration().idTokenHint()).isEmpty();
        assertThat(without.registration().expiresAt()).isEmpty();
    }

    static List<Registration> contradictions() {
        Registration first = registration("session-1");
        return List.of(
                in(Environment.OTHER_CHANNEL, first),
                registration("session-1", "somebody else"),
                by(
                        first,
                        new Authentication(
                                AuthenticationType.NETWORK,
                                first.authentication().identifier())),
                by(first, new Authentication(AuthenticationType.UID, "another uid")));
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void register_contradictingKnownUser_conflictsAndChangesNothing(Registration contradiction) {
        User user = user(registering.register(registration("session-1"), environment.soon()));

        RegistrationOutcome outcome = registering.register(contradiction, environment.soon());

        assertThat(outcome).isEqualTo(new RegistrationOutcome.UserConflict());
        assertThat(environment.store.find(user.auraId(), environment.soon())).contains(user);
    }

    @Test
    void register_expiredUser_createsAnotherOne() {
        Registration registration =
                ending(registration("session-1"), environment.clock.instant().plusSeconds(60));
        User user = user(registering.register(registration, environment.soon()));
        environment.clock.pass(Duration.ofSeconds(60));

        RegistrationOutcome again = registering.register(registration("session-1"), environment.soon());

        assertThat(again).isInstanceOf(RegistrationOutcome.Created.class);
        assertThat(user(again).auraId()).isNotEqualTo(user.auraId());
    }

    @Test
    void register_hundredAtOnce_givesOneUser() {
        List<RegistrationOutcome> outcomes = IntStream.range(0, 100)
                .parallel()
                .mapToObj(i -> registering.register(registration("session-1"), environment.soon()))
                .toList();

        assertThat(outcomes)
                .filteredOn(RegistrationOutcome.Created.class::isInstance)
                .hasSize(1);
        assertThat(outcomes.stream().map(UserRegistrationTest::user).distinct()).hasSize(1);
    }

    @Test
    void register_holderChangesEachTime_isContended() {
        User holder = user(registering.register(registration("session-1"), environment.soon()));
        UserStore restless = (UserStore) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {UserStore.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "insert" -> new UserStore.AuthorizationTaken(holder);
                    case "replace" -> UserStore.ReplaceOutcome.CHANGED_MEANWHILE;
                    default -> throw new AssertionError(method);
                });

        Deadline shortly = Deadline.in(Duration.ofMillis(50), InstantSource.system());
        Registration hinted = hinted(registration("session-1"), "a-token");
        assertThatThrownBy(() -> over(restless).register(hinted, shortly)).isInstanceOf(Outage.Contended.class);
    }

    @Test
    void register_known_readsTheHolderOnce() {
        registering.register(registration("session-1"), environment.soon());
        UserStore withoutReads = (UserStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {UserStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().startsWith("find")) {
                        throw new AssertionError("the store has told who the holder is");
                    }
                    return method.invoke(environment.store, arguments);
                });

        RegistrationOutcome again = over(withoutReads).register(registration("session-1"), environment.soon());

        assertThat(again).isInstanceOf(RegistrationOutcome.Found.class);
    }

    @Test
    void register_takenByAnUnreadableRow_conflictsAtOnce() {
        UserStore unreadable = (UserStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {UserStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("insert")) {
                        return UserStore.InsertOutcome.TAKEN_BY_UNREADABLE;
                    }
                    throw new AssertionError(method);
                });

        assertThat(over(unreadable).register(registration("session-1"), environment.soon()))
                .isEqualTo(new RegistrationOutcome.UserConflict());
    }

    private Users over(UserStore store) {
        return environment.users(store, environment.coherentCache());
    }

    static User user(RegistrationOutcome outcome) {
        return outcome.<Stream<User>>fold(Stream::of, Stream::of, Stream::empty, Stream::empty)
                .findFirst()
                .orElseThrow(() -> new AssertionError(outcome));
    }
}
