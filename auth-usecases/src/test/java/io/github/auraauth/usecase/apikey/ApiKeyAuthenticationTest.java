package io.github.auraauth.usecase.apikey;

import static io.github.auraauth.usecase.KeyEnvironment.fingerprint;
import static io.github.auraauth.usecase.KeyEnvironment.ivFlipped;
import static io.github.auraauth.usecase.apikey.AuthenticatingInstance.FORBIDDEN;
import static io.github.auraauth.usecase.apikey.AuthenticatingInstance.UNAUTHENTICATED;
import static io.github.auraauth.usecase.apikey.AuthenticatingInstance.UNDECIDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.access.AccessLevel;
import io.github.auraauth.domain.access.AuthenticationResult;
import io.github.auraauth.domain.apikey.ApiKeyPolicy;
import io.github.auraauth.domain.apikey.GrantedIdentity;
import io.github.auraauth.domain.revocation.Revocation;
import io.github.auraauth.usecase.KeyEnvironment;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApiKeyAuthenticationTest {
    private final KeyEnvironment environment = new KeyEnvironment();

    @ParameterizedTest
    @EnumSource
    void authenticate_goodKeys_areGrantedWithWhatTheySay(ApiKeyPolicy policy) {
        var door = new AuthenticatingInstance(environment, policy);
        String v2 = environment.v2();
        String v1 = environment.registered(environment.v1());

        assertThat(identity(door.admit(v1))).hasValueSatisfying(identity -> {
            assertThat(identity.keyId()).isEmpty();
            assertThat(identity.isOf(AccessLevel.KERNEL)).isTrue();
        });
        assertThat(identity(door.admit(v2))).hasValueSatisfying(identity -> {
            assertThat(identity.keyId())
                    .isEqualTo(KeyEnvironment.read(v2).model().stamp().id());
            assertThat(identity.apps()).containsExactly("kernel");
        });
    }

    @Test
    void authenticate_unregisteredVersion1_isTakenByCompatOnly() {
        String key = environment.v1();
        assertThat(new AuthenticatingInstance(environment, ApiKeyPolicy.COMPAT).admit(key))
                .isInstanceOf(AuthenticationResult.Granted.class);
        assertThat(new AuthenticatingInstance(environment, ApiKeyPolicy.STRICT).admit(key))
                .isEqualTo(UNAUTHENTICATED);
    }

    @Test
    void authenticate_registeredVersion1WithAnotherIv_isTheSameKey() {
        String key = environment.registered(environment.v1());
        var door = new AuthenticatingInstance(environment, ApiKeyPolicy.STRICT);
        assertThat(door.admit(ivFlipped(key))).isInstanceOf(AuthenticationResult.Granted.class);

        revoke(Revocation.ofKey(fingerprint(key), environment.clock.instant()));
        door.poll();
        assertThat(door.admit(ivFlipped(key))).isEqualTo(UNAUTHENTICATED);
    }

    @ParameterizedTest
    @EnumSource
    void authenticate_everyKindOfRefusal_isOneAnswer(ApiKeyPolicy policy) {
        Map<String, Optional<String>> refused = RefusedHeaders.of(environment);
        var door = new AuthenticatingInstance(environment, policy);
        refused.forEach(
                (fault, header) -> assertThat(door.admit(header)).as(fault).isEqualTo(UNAUTHENTICATED));
    }

    @ParameterizedTest
    @EnumSource
    void authenticate_goodKeyWithoutTheRight_isForbidden(ApiKeyPolicy policy) {
        var door = new AuthenticatingInstance(environment, policy);
        assertThat(door.admitToWrite(environment.v2())).isEqualTo(FORBIDDEN);
        assertThat(door.admitToWrite(environment.registered(environment.v1()))).isEqualTo(FORBIDDEN);
    }

    @ParameterizedTest
    @EnumSource
    void authenticate_revokedLater_isRefusedAfterTheNextPoll(ApiKeyPolicy policy) {
        var door = new AuthenticatingInstance(environment, policy);
        String v1 = environment.registered(environment.v1());
        String v2 = environment.v2();
        assertThat(door.admit(v1)).isInstanceOf(AuthenticationResult.Granted.class);
        assertThat(door.admit(v2)).isInstanceOf(AuthenticationResult.Granted.class);

        revoke(Revocation.ofConsumer("kernel", environment.clock.instant()));
        door.poll();
        assertThat(door.admit(v1)).isEqualTo(UNAUTHENTICATED);
        assertThat(door.admit(v2)).isEqualTo(UNAUTHENTICATED);
    }

    @Test
    void authenticate_revocationThatLiesAhead_refusesFromThenOn() {
        var door = new AuthenticatingInstance(environment, ApiKeyPolicy.COMPAT);
        String key = environment.v1();
        revoke(Revocation.ofKey(fingerprint(key), environment.clock.instant().plusSeconds(10)));
        door.poll();

        environment.clock.advance(Duration.ofSeconds(9));
        assertThat(door.admit(key)).isInstanceOf(AuthenticationResult.Granted.class);
        environment.clock.advance(Duration.ofSeconds(1));
        assertThat(door.admit(key)).isEqualTo(UNAUTHENTICATED);
    }

    @ParameterizedTest
    @EnumSource
    void authenticate_revocationsStale_isUndecidedForAGoodKeyOnly(ApiKeyPolicy policy) {
        Map<String, Optional<String>> refused = RefusedHeaders.of(environment);
        String v1 = environment.registered(environment.v1());
        String v2 = environment.v2();
        var door = new AuthenticatingInstance(environment, policy);
        assertThat(door.admit(v2)).isInstanceOf(AuthenticationResult.Granted.class);

        environment.clock.advance(KeyEnvironment.MAX_STALENESS);
        assertThat(door.admit(v2)).as("still current").isInstanceOf(AuthenticationResult.Granted.class);
        environment.clock.advance(Duration.ofMillis(1));
        assertThat(door.admit(v1)).isEqualTo(UNDECIDED);
        assertThat(door.admit(v2)).isEqualTo(UNDECIDED);
        assertThat(door.admitToWrite(v2)).as("503 goes before 403").isEqualTo(UNDECIDED);
        refused.forEach(
                (fault, header) -> assertThat(door.admit(header)).as(fault).isEqualTo(UNAUTHENTICATED));

        door.poll();
        assertThat(door.admit(v1)).as("without a restart").isInstanceOf(AuthenticationResult.Granted.class);
    }

    @Test
    void authenticate_revokedWithinADecision_isNotTakenForReadBeforeIt() {
        var follower = environment.follower();
        follower.poll(environment.soon());
        environment.clock.advance(Duration.ofHours(1));
        String key = environment.v1();
        var standings = new ApiKeyStandingLookup(environment.registry, follower, environment.clock);
        ApiKeyStandingLookup.Standing standing = standings.unasked(fingerprint(key));
        revoke(Revocation.ofKey(fingerprint(key), environment.clock.instant()));

        boolean revokedBeforeThePoll =
                standing.isRevoked(KeyEnvironment.read(key).model(), environment.clock.instant());
        follower.poll(environment.soon());

        assertThat(revokedBeforeThePoll).isFalse();
        assertThat(standing.isUncertain())
                .as("what spoke for the key was an hour old")
                .isTrue();
    }

    private void revoke(Revocation revocation) {
        environment.log.append(revocation, environment.soon());
    }

    private static Optional<GrantedIdentity> identity(AuthenticationResult<GrantedIdentity> result) {
        return result.fold(Optional::of, refusal -> Optional.empty());
    }
}
