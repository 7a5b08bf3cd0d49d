package io.github.auraauth.usecase.apikey;

import static io.github.auraauth.usecase.KeyEnvironment.fingerprint;
import static io.github.auraauth.usecase.KeyEnvironment.read;
import static io.github.auraauth.usecase.KeyEnvironment.reading;
import static io.github.auraauth.usecase.KeyEnvironment.request;
import static io.github.auraauth.usecase.KeyEnvironment.text;
import static io.github.auraauth.usecase.apikey.AuthenticatingInstance.UNAUTHENTICATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.access.AuthenticationResult;
import io.github.auraauth.domain.apikey.ApiKeyFormat;
import io.github.auraauth.domain.apikey.ApiKeyModel;
import io.github.auraauth.domain.apikey.ApiKeyPolicy;
import io.github.auraauth.domain.apikey.ApiKeyRequest;
import io.github.auraauth.domain.apikey.ReadApiKey;
import io.github.auraauth.domain.apikey.RegisteredApiKey;
import io.github.auraauth.port.in.apikey.ApiKeyRotationOutcome;
import io.github.auraauth.port.in.apikey.ApiKeyRotationOutcome.Absent;
import io.github.auraauth.port.in.apikey.ApiKeyRotationOutcome.Ended;
import io.github.auraauth.port.in.apikey.ApiKeyRotationOutcome.Rotated;
import io.github.auraauth.port.in.apikey.ApiKeySelector;
import io.github.auraauth.testkit.apikey.SampleApiKeys;
import io.github.auraauth.usecase.KeyEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiKeyRotationTest {
    private static final Duration WEEK = Duration.ofDays(7);

    private final KeyEnvironment environment = new KeyEnvironment();
    private final Operator operator = new Operator(environment, ApiKeyPolicy.STRICT);

    @Test
    void rotate_registeredKey_makesOneOfTheSameGrantsNameAndVersion() {
        var grants = new ApiKeyModel.Grants(
                Set.of("aura-services", "aura-config"),
                Set.of("kernel", "aura-bot"),
                AccessMode.READ_WRITE,
                List.of("/users/*", "/token/**"));
        String old = environment.registered(
                environment.v2(new ApiKeyRequest("8.1", grants, Optional.empty(), Optional.of("in the key"))));
        Rotated rotated = operator.rotated(old, WEEK);

        RegisteredApiKey entry = environment.entry(text(rotated.key()));
        assertThat(rotated.key().format()).isEqualTo(ApiKeyFormat.V2);
        assertThat(entry.model()).isEqualTo(rotated.key().model());
        assertThat(entry.model().grants()).isEqualTo(grants);
        assertThat(entry.model().version()).isEqualTo("8.1");
        assertThat(entry.model().stamp().expiresAt()).isEmpty();
        assertThat(entry.model().stamp().id())
                .isNotEqualTo(read(old).model().stamp().id());
        assertThat(entry.name()).contains("a name");
        assertThat(entry.origin().createdBy()).isEqualTo(Operator.NAME);
        assertThat(entry.origin().successorOf()).contains(fingerprint(old));
    }

    @Test
    void rotate_unregisteredKey_takesTheNameThatItCarries() {
        String old = environment.v2(
                new ApiKeyRequest("9.5.0", reading("kernel"), Optional.empty(), Optional.of("in the key")));
        Rotated rotated = operator.rotated(old, WEEK);
        assertThat(environment.entry(text(rotated.key())).name()).contains("in the key");
    }

    @Test
    void rotate_byAnyWay_meansTheSameKey() {
        for (int way = 0; way < 3; way++) {
            String old = environment.registered(environment.v2());
            Rotated rotated = Operator.rotated(
                    operator.rotate(Operator.all(old).get(way), Duration.ZERO, Optional.empty(), ApiKeyFormat.V2));
            assertThat(environment.entry(text(rotated.key())).origin().successorOf())
                    .contains(fingerprint(old));
            assertThat(environment.entry(old).revokedAt()).isPresent();
        }
    }

    @Test
    void rotate_withGrace_bothAreGoodUntilItsEnd() {
        for (String old : List.of(environment.registered(environment.v1()), environment.registered(environment.v2()))) {
            Rotated rotated = operator.rotated(old, WEEK);
            var door = new AuthenticatingInstance(environment, ApiKeyPolicy.STRICT);
            assertThat(rotated.oldEndsAt())
                    .isEqualTo(environment.clock.instant().plus(WEEK));
            assertThat(environment.entry(old).revokedAt())
                    .contains(rotated.oldEndsAt().truncatedTo(ChronoUnit.MILLIS));

            environment.clock.advance(WEEK.minusMillis(1));
            door.poll();
            assertThat(door.admit(old)).isInstanceOf(AuthenticationResult.Granted.class);
            environment.clock.advance(Duration.ofMillis(1));
            assertThat(door.admit(old)).isEqualTo(UNAUTHENTICATED);
            assertThat(door.admit(text(rotated.key()))).isInstanceOf(AuthenticationResult.Granted.class);
        }
    }

    @Test
    void rotate_withoutGrace_endsTheOldKeyAtOnce() {
        String old = environment.registered(environment.v2());
        Rotated rotated = operator.rotated(old, Duration.ZERO);
        var door = new AuthenticatingInstance(environment, ApiKeyPolicy.STRICT);
        assertThat(door.admit(old)).isEqualTo(UNAUTHENTICATED);
        assertThat(door.admit(text(rotated.key()))).isInstanceOf(AuthenticationResult.Granted.class);
        assertThat(rotated.oldEndsAt()).isEqualTo(environment.clock.instant());
    }

    @Test
    void rotate_againWithinTheGrace_doesNotLengthenIt() {
        for (String old : List.of(environment.registered(environment.v2()), environment.v2(), environment.v1())) {
            Instant end = operator.rotated(old, Duration.ofHours(1)).oldEndsAt();
            environment.clock.advance(Duration.ofMinutes(30));
            assertThat(operator.rotated(old, WEEK).oldEndsAt()).isEqualTo(end.truncatedTo(ChronoUnit.MILLIS));

            environment.clock.advance(Duration.ofMinutes(30));
            assertThat(new AuthenticatingInstance(environment, ApiKeyPolicy.COMPAT).admit(old))
                    .isEqualTo(UNAUTHENTICATED);
        }
    }

    @Test
    void rotate_againWithAShorterGrace_shortensIt() {
        String old = environment.registered(environment.v2());
        operator.rotated(old, WEEK);
        assertThat(operator.rotated(old, Duration.ofHours(1)).oldEndsAt())
                .isEqualTo(environment.clock.instant().plus(Duration.ofHours(1)));
    }

    @Test
    void rotate_oldKeyEndsWithinTheGrace_saysSo() {
        String old = environment.registered(environment.v2(environment.endingIn(Duration.ofHours(1))));
        assertThat(operator.rotated(old, WEEK).oldEndsAt())
                .isEqualTo(read(old).model().stamp().expiresAt().orElseThrow());
    }

    @Test
    void rotate_keyWithAnEnd_livesAsLongAsTheOldOneDid() {
        String old = environment.registered(environment.v2(environment.endingIn(Duration.ofDays(90))));
        environment.clock.advance(Duration.ofDays(80));
        assertThat(lifeOf(operator.rotated(old, WEEK))).isEqualTo(Duration.ofDays(90));
    }

    @Test
    void rotate_version1WithAnEnd_livesAsLongAsItWasRegisteredForOrIsLeft() {
        String registered = environment.registered(environment.v1(environment.endingIn(Duration.ofDays(90))));
        String unregistered = environment.v1(environment.endingIn(Duration.ofDays(90)));
        environment.clock.advance(Duration.ofDays(80));
        assertThat(lifeOf(operator.rotated(registered, WEEK))).isCloseTo(Duration.ofDays(90), Duration.ofSeconds(1));
        assertThat(lifeOf(operator.rotated(unregistered, WEEK))).isCloseTo(Duration.ofDays(10), Duration.ofSeconds(1));
    }

    @Test
    void rotate_lifetimeGiven_livesThatLong() {
        String old = environment.registered(environment.v2());
        assertThat(lifeOf(Operator.rotated(
                        operator.rotate(Operator.byText(old), WEEK, Optional.of(Duration.ofDays(3)), ApiKeyFormat.V2))))
                .isEqualTo(Duration.ofDays(3));
    }

    @Test
    void rotate_lifetimeOfNothing_isRefusedAndEndsNothing() {
        String old = environment.registered(environment.v2());
        for (Duration none : List.of(Duration.ZERO, Duration.ofSeconds(-1), Duration.ofMillis(999))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> operator.rotate(Operator.byText(old), WEEK, Optional.of(none), ApiKeyFormat.V2))
                    .withMessageContaining("lifetime");
        }
        assertThat(environment.entries()).hasSize(1);
        assertThat(environment.entry(old).revokedAt()).isEmpty();
    }

    @Test
    void rotate_toVersion1_isRegisteredAndKeepsItsNameInTheRegistry() {
        String old = environment.registered(environment.v1());
        Rotated rotated =
                Operator.rotated(operator.rotate(Operator.byText(old), WEEK, Optional.empty(), ApiKeyFormat.V1));
        assertThat(rotated.key().format()).isEqualTo(ApiKeyFormat.V1);
        assertThat(environment.entry(text(rotated.key())).name()).contains("a name");
        assertThat(new AuthenticatingInstance(environment, ApiKeyPolicy.STRICT).admit(text(rotated.key())))
                .isInstanceOf(AuthenticationResult.Granted.class);
    }

    @Test
    void rotate_toVersion1OfAConsumerThatWasRevoked_wouldMakeNoGoodKeyAndEndsNothing() {
        operator.keys.revokeConsumer("kernel", environment.soon());
        environment.clock.advance(Duration.ofSeconds(2));
        String old = environment.registered(environment.v2());

        assertThat(operator.rotate(Operator.byText(old), Duration.ZERO, Optional.empty(), ApiKeyFormat.V1))
                .isEqualTo(new Ended());

        assertThat(environment.entries()).hasSize(1);
        assertThat(new AuthenticatingInstance(environment, ApiKeyPolicy.STRICT).admit(old))
                .isInstanceOf(AuthenticationResult.Granted.class);
    }

    @Test
    void rotate_pathsThatAreNoPatterns_areLeftOut() {
        String old = withPaths("users/*", "/token");
        assertThat(rotatedByFingerprint(old).key().model().grants().paths()).containsExactly("/token");
    }

    @Test
    void rotate_onlyPathsThatAreNoPatterns_doesNotMakeAKeyForEveryPath() {
        String old = withPaths("users/*", "/**/a");
        assertThat(operator.rotate(Operator.byFingerprint(old), WEEK, Optional.empty(), ApiKeyFormat.V2))
                .isEqualTo(new Ended());
        assertThat(environment.entries()).hasSize(1);
    }

    @Test
    void rotate_keyThatIsGoodNoMore_getsNoSuccessor() {
        String expired = environment.registered(environment.v2(environment.endingIn(Duration.ZERO)));
        String revoked = environment.registered(environment.v1());
        String consumers = environment.registered(environment.v1(request(reading("a-revoked-consumer"))));
        String foreign = text(KeyEnvironment.keys(KeyEnvironment.ENTRY, "pro", ApiKeyPolicy.STRICT)
                .issue(request(reading("kernel")), environment.clock.instant()));
        operator.keys.revoke(Operator.byText(revoked), environment.soon());
        operator.keys.revokeConsumer("a-revoked-consumer", environment.soon());
        int before = environment.entries().size();

        for (String ended : List.of(expired, revoked, KeyEnvironment.ivFlipped(revoked), consumers, foreign)) {
            assertThat(operator.rotate(ended, WEEK)).isEqualTo(new Ended());
        }
        assertThat(environment.entries()).hasSize(before);
    }

    @Test
    void rotate_unknownKey_isAbsent() {
        for (ApiKeySelector unknown : List.of(
                Operator.byText("nonsense"),
                Operator.byFingerprint(environment.v2()),
                new ApiKeySelector.ById(SampleApiKeys.id(1)))) {
            ApiKeyRotationOutcome outcome = operator.rotate(unknown, WEEK, Optional.empty(), ApiKeyFormat.V2);
            assertThat(outcome).isEqualTo(new Absent());
        }
        assertThat(environment.entries()).isEmpty();
    }

    @Test
    void rotate_advisoryFlag_isForOldKeysOfVersion1UnderCompatOnly() {
        var compat = new Operator(environment, ApiKeyPolicy.COMPAT);
        assertThat(compat.rotated(environment.v1(), WEEK).advisory()).isTrue();
        assertThat(compat.rotated(environment.v2(), WEEK).advisory()).isFalse();
        assertThat(operator.rotated(environment.v1(), WEEK).advisory()).isFalse();
    }

    @Test
    void rotate_keyThatSaysItWasMadeLater_livesForWhatIsLeft() {
        Instant now = environment.clock.instant();
        var stamp = new ApiKeyModel.Stamp(
                Optional.empty(),
                Optional.of(now.plus(Duration.ofDays(9))),
                Optional.of(now.plus(Duration.ofDays(8))),
                Optional.empty(),
                Optional.empty());
        Rotated rotated = rotatedByFingerprint(entry(new ApiKeyModel("9.5.0", reading("kernel"), stamp)));
        assertThat(lifeOf(rotated)).isCloseTo(Duration.ofDays(8), Duration.ofSeconds(1));
    }

    /** The registered key of a reader with paths of any form, as keys made elsewhere may have. */
    private String withPaths(String... paths) {
        var grants = new ApiKeyModel.Grants(Set.of("aura-services"), Set.of("kernel"), AccessMode.READ, List.of(paths));
        return entry(new ApiKeyModel("9.5.0", grants, ApiKeyModel.Stamp.NONE));
    }

    /** A key of which the registry holds that. */
    private String entry(ApiKeyModel model) {
        String key = environment.v1();
        var origin =
                new RegisteredApiKey.Origin(Optional.empty(), environment.clock.instant(), "a test", Optional.empty());
        environment.registry.register(
                RegisteredApiKey.fresh(fingerprint(key), new ReadApiKey(ApiKeyFormat.V1, model), origin),
                environment.soon());
        return key;
    }

    private Rotated rotatedByFingerprint(String key) {
        return Operator.rotated(operator.rotate(Operator.byFingerprint(key), WEEK, Optional.empty(), ApiKeyFormat.V2));
    }

    private Duration lifeOf(Rotated rotated) {
        Instant end = rotated.key().model().stamp().expiresAt().orElseThrow();
        return Duration.between(rotated.key().model().stamp().issuedAt().orElseThrow(), end);
    }
}
