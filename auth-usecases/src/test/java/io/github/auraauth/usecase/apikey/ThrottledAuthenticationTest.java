package io.github.auraauth.usecase.apikey;

import static io.github.auraauth.usecase.KeyEnvironment.fingerprint;
import static io.github.auraauth.usecase.apikey.AuthenticatingInstance.FORBIDDEN;
import static io.github.auraauth.usecase.apikey.AuthenticatingInstance.THROTTLED;
import static io.github.auraauth.usecase.apikey.AuthenticatingInstance.UNAUTHENTICATED;
import static io.github.auraauth.usecase.apikey.AuthenticatingInstance.UNDECIDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.access.AuthenticationResult;
import io.github.auraauth.domain.apikey.ApiKeyPolicy;
import io.github.auraauth.domain.revocation.Revocation;
import io.github.auraauth.usecase.KeyEnvironment;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThrottledAuthenticationTest {
    private static final int MOST = 3;

    private final KeyEnvironment environment = new KeyEnvironment();

    @ParameterizedTest
    @EnumSource
    void authenticate_afterTheLastAllowedFailure_turnsAwayAllThatCanBeGuessedAndAsksNobody(ApiKeyPolicy policy) {
        Map<String, Optional<String>> refused = RefusedHeaders.of(environment);
        String v1 = environment.registered(environment.v1());
        var door = new AuthenticatingInstance(environment, policy, MOST);
        failures(door, MOST);
        environment.dependencies.forget();

        refused.forEach(
                (fault, header) -> assertThat(door.admit(header)).as(fault).isEqualTo(THROTTLED));
        assertThat(door.admit(v1)).isEqualTo(THROTTLED);
        assertThat(environment.dependencies.asked()).as("nobody is asked").isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void authenticate_goodVersion2FromAClosedSource_isDecidedByItsRights(ApiKeyPolicy policy) {
        var door = new AuthenticatingInstance(environment, policy, MOST);
        failures(door, MOST);

        assertThat(door.admitToWrite(environment.v2())).isEqualTo(FORBIDDEN);
        assertThat(door.admit(environment.v2())).isInstanceOf(AuthenticationResult.Granted.class);
        assertThat(door.admit("nonsense")).as("still closed").isEqualTo(THROTTLED);
    }

    @Test
    void authenticate_goodKeysAfterAFloodOfSources_areGranted() {
        var door = new AuthenticatingInstance(environment, ApiKeyPolicy.COMPAT, MOST);
        for (int i = 0; i < 100_000; i++) {
            door.admit("nonsense", "20010db8%08x".formatted(i));
        }
        for (int i = 0; i < MOST; i++) {
            door.admit("nonsense", "192.0.2.200");
        }
        assertThat(door.admit(environment.v2())).isInstanceOf(AuthenticationResult.Granted.class);
        assertThat(door.admit(environment.v1())).isInstanceOf(AuthenticationResult.Granted.class);
    }

    @Test
    void authenticate_revokedVersion2FromAClosedSource_isTurnedAwayLikeAnyOther() {
        var door = new AuthenticatingInstance(environment, ApiKeyPolicy.COMPAT, MOST);
        String key = environment.v2();
        environment.log.append(Revocation.ofKey(fingerprint(key), environment.clock.instant()), environment.soon());
        door.poll();
        failures(door, MOST);
        assertThat(door.admit(key)).isEqualTo(THROTTLED);
    }

    @Test
    void authenticate_version2FromAClosedSourceWhileRevocationsAreNotKnown_isUndecided() {
        var door = new AuthenticatingInstance(environment, ApiKeyPolicy.COMPAT, MOST);
        failures(door, MOST);
        environment.clock.advance(KeyEnvironment.MAX_STALENESS.plusMillis(1));
        failures(door, MOST);
        assertThat(door.admit(environment.v2())).isEqualTo(UNDECIDED);
    }

    @Test
    void authenticate_oneFailureLess_isDecided() {
        var door = new AuthenticatingInstance(environment, ApiKeyPolicy.COMPAT, MOST);
        failures(door, MOST - 1);
        assertThat(door.admit(environment.v2())).isInstanceOf(AuthenticationResult.Granted.class);
        failures(door, 1);
        assertThat(door.admit("nonsense")).isEqualTo(THROTTLED);
    }

    @Test
    void authenticate_otherSource_isDecided() {
        var door = new AuthenticatingInstance(environment, ApiKeyPolicy.COMPAT, MOST);
        failures(door, MOST);
        assertThat(door.admit(environment.v2(), "192.0.2.2")).isInstanceOf(AuthenticationResult.Granted.class);
        assertThat(door.admit("nonsense", "192.0.2.2")).isEqualTo(UNAUTHENTICATED);
    }

    @Test
    void authenticate_closedFor1Minute_opensAfterIt() {
        var door = new AuthenticatingInstance(environment, ApiKeyPolicy.COMPAT, MOST);
        failures(door, MOST);
        environment.clock.advance(Duration.ofMinutes(1).minusMillis(1));
        assertThat(door.admit("nonsense")).isEqualTo(THROTTLED);
        environment.clock.advance(Duration.ofMillis(1));
        failures(door, MOST);
        assertThat(door.admit("nonsense")).isEqualTo(THROTTLED);
    }

    @Test
    void authenticate_throttleOff_neverTurnsAway() {
        var door = new AuthenticatingInstance(environment, ApiKeyPolicy.COMPAT, 0);
        failures(door, 200);
    }

    @ParameterizedTest
    @EnumSource
    void authenticate_provenKeyFromAClosedSource_goesOnToTheOtherChecks(ApiKeyPolicy policy) {
        String v1 = environment.registered(environment.v1());
        String v2 = environment.v2();
        var door = new AuthenticatingInstance(environment, policy, MOST);
        door.admit(v1);
        door.admit(v2);
        failures(door, MOST);

        assertThat(door.admit(v1)).isInstanceOf(AuthenticationResult.Granted.class);
        assertThat(door.admit(v2)).isInstanceOf(AuthenticationResult.Granted.class);
        assertThat(door.admitToWrite(v2)).isEqualTo(FORBIDDEN);
        environment.clock.advance(KeyEnvironment.MAX_STALENESS.plusMillis(1));
        failures(door, MOST);
        assertThat(door.admit(v2)).isEqualTo(UNDECIDED);
    }

    @Test
    void authenticate_provenTenMinutesAgo_isProvenNoMore() {
        var door = new AuthenticatingInstance(environment, ApiKeyPolicy.COMPAT, MOST);
        String key = environment.v1();
        door.admit(key);
        environment.clock.advance(Duration.ofMinutes(10).minusMillis(1));
        failures(door, MOST);
        assertThat(throttledIsDecided(door, key)).isTrue();

        environment.clock.advance(Duration.ofMillis(1));
        assertThat(door.admit(key)).isEqualTo(THROTTLED);
    }

    @Test
    void authenticate_usedAgainWithinAMinute_isProvenForTenMinutesFromThatUse() {
        var door = new AuthenticatingInstance(environment, ApiKeyPolicy.COMPAT, MOST);
        String key = environment.v1();
        door.admit(key);
        environment.clock.advance(Duration.ofSeconds(59));
        door.admit(key);

        environment.clock.advance(Duration.ofMinutes(10).minusSeconds(1));
        failures(door, MOST);
        assertThat(throttledIsDecided(door, key)).isTrue();
    }

    @Test
    void authenticate_provenKeyThatIsThenRefused_isProvenNoMore() {
        var door = new AuthenticatingInstance(environment, ApiKeyPolicy.COMPAT, MOST);
        String key = environment.v1();
        door.admit(key);
        failures(door, MOST);
        environment.log.append(Revocation.ofKey(fingerprint(key), environment.clock.instant()), environment.soon());
        door.poll();

        assertThat(door.admit(key)).as("heard for once").isEqualTo(UNAUTHENTICATED);
        assertThat(door.admit(key)).isEqualTo(THROTTLED);
    }

    @Test
    void authenticate_keyWhoseStandingIsNotKnown_isNotProven() {
        String key = environment.registered(environment.v1());
        var door = new AuthenticatingInstance(environment, ApiKeyPolicy.STRICT, MOST);
        environment.dependencies.away("find");
        assertThat(door.admit(key)).isEqualTo(UNDECIDED);
        environment.dependencies.allBack();
        failures(door, MOST);
        assertThat(door.admit(key)).isEqualTo(THROTTLED);
    }

    @Test
    void authenticate_version1WithoutTheRight_countsAsAFailure() {
        var door = new AuthenticatingInstance(environment, ApiKeyPolicy.COMPAT, MOST);
        for (int i = 0; i < MOST; i++) {
            assertThat(door.admitToWrite(environment.v1())).isEqualTo(FORBIDDEN);
        }
        assertThat(door.admit(environment.v1())).isEqualTo(THROTTLED);
    }

    @Test
    void authenticate_version2WithoutTheRight_isNoFailure() {
        var door = new AuthenticatingInstance(environment, ApiKeyPolicy.COMPAT, MOST);
        for (int i = 0; i < 2 * MOST; i++) {
            assertThat(door.admitToWrite(environment.v2())).isEqualTo(FORBIDDEN);
        }
        assertThat(door.admit(environment.v1())).isInstanceOf(AuthenticationResult.Granted.class);
    }

    @ParameterizedTest
    @EnumSource
    void authenticate_undecided_isNoFailure(ApiKeyPolicy policy) {
        var door = new AuthenticatingInstance(environment, policy, MOST);
        environment.clock.advance(KeyEnvironment.MAX_STALENESS.plusMillis(1));
        String key = environment.registered(environment.v1());
        for (int i = 0; i < 2 * MOST; i++) {
            assertThat(door.admit(key)).isEqualTo(UNDECIDED);
            assertThat(door.admitToWrite(key)).isEqualTo(UNDECIDED);
        }
        door.poll();
        assertThat(door.admit(key)).isInstanceOf(AuthenticationResult.Granted.class);
    }

    private static void failures(AuthenticatingInstance door, int number) {
        for (int i = 0; i < number; i++) {
            assertThat(door.admit("nonsense-" + i)).isEqualTo(UNAUTHENTICATED);
        }
    }

    /** Whether the key is heard; by then nobody has read the revocations for minutes. */
    private static boolean throttledIsDecided(AuthenticatingInstance door, String key) {
        return door.admit(key).equals(UNDECIDED) && door.admit("nonsense").equals(THROTTLED);
    }
}
