package io.github.auraauth.usecase.apikey;

import static io.github.auraauth.usecase.KeyEnvironment.reading;
import static io.github.auraauth.usecase.KeyEnvironment.request;
import static io.github.auraauth.usecase.apikey.AuthenticatingInstance.UNAUTHENTICATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.domain.access.AuthenticationResult;
import io.github.auraauth.domain.apikey.ApiKeyPolicy;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.apikey.ApiKeyRevocationOutcome;
import io.github.auraauth.port.in.apikey.ApiKeySelector;
import io.github.auraauth.testkit.apikey.SampleApiKeys;
import io.github.auraauth.usecase.KeyEnvironment;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyRevocationTest {
    private final KeyEnvironment environment = new KeyEnvironment();
    private final Operator operator = new Operator(environment, ApiKeyPolicy.COMPAT);
    private final AuthenticatingInstance door = new AuthenticatingInstance(environment, ApiKeyPolicy.COMPAT);
    private final String key = environment.registered(environment.v1());

    @Test
    void revoke_byTextFingerprintOrId_refusesTheKeyAndShowsIt() {
        for (int way = 0; way < 3; way++) {
            String key = environment.registered(environment.v2());
            String other = environment.registered(environment.v2());
            assertThat(revoke(Operator.all(key).get(way))).isEqualTo(ApiKeyRevocationOutcome.REVOKED);
            assertRefused(key);
            assertThat(environment.entry(key).revokedAt())
                    .contains(environment.clock.instant().truncatedTo(ChronoUnit.MILLIS));
            assertThat(door.admit(other)).isInstanceOf(AuthenticationResult.Granted.class);
            assertThat(environment.entry(other).revokedAt()).isEmpty();
        }
    }

    @Test
    void revoke_registeredVersion1_refusesItByItsFingerprint() {
        String other = environment.registered(environment.v1());
        assertThat(revoke(Operator.byText(key))).isEqualTo(ApiKeyRevocationOutcome.REVOKED_ADVISORY);
        assertThat(revoke(Operator.byFingerprint(other))).isEqualTo(ApiKeyRevocationOutcome.REVOKED_ADVISORY);
        assertRefused(key);
        assertRefused(other);
    }

    @Test
    void revoke_unregisteredByText_refusesIt() {
        for (String unregistered : List.of(environment.v1(), environment.v2())) {
            assertThat(revoke(Operator.byText(unregistered))).isNotEqualTo(ApiKeyRevocationOutcome.ABSENT);
            assertRefused(unregistered);
        }
        assertThat(environment.entries()).hasSize(1);
    }

    @Test
    void revoke_unknown_isAbsentAndRevokesNothing() {
        String unregistered = environment.v2();
        for (ApiKeySelector unknown : List.of(
                Operator.byText("nonsense"),
                Operator.byFingerprint(unregistered),
                Operator.byId(unregistered),
                new ApiKeySelector.ById(SampleApiKeys.id(1)))) {
            assertThat(revoke(unknown)).isEqualTo(ApiKeyRevocationOutcome.ABSENT);
        }
        assertThat(environment.dependencies.times("append")).isZero();
    }

    @Test
    void revoke_again_staysAtTheFirstMoment() {
        revoke(Operator.byText(key));
        var first = environment.entry(key).revokedAt();
        environment.clock.advance(Duration.ofSeconds(5));
        assertThat(revoke(Operator.byText(key))).isEqualTo(ApiKeyRevocationOutcome.REVOKED_ADVISORY);
        assertThat(environment.entry(key).revokedAt()).isEqualTo(first);
        assertRefused(key);
    }

    @Test
    void revoke_advisoryFlag_isForVersion1UnderCompatOnly() {
        var strict = new Operator(environment, ApiKeyPolicy.STRICT);
        String v2 = environment.v2();
        assertThat(revoke(Operator.byText(key))).isEqualTo(ApiKeyRevocationOutcome.REVOKED_ADVISORY);
        assertThat(revoke(Operator.byText(v2))).isEqualTo(ApiKeyRevocationOutcome.REVOKED);
        assertThat(strict.keys.revoke(Operator.byText(key), environment.soon()))
                .isEqualTo(ApiKeyRevocationOutcome.REVOKED);
        assertThat(strict.keys.revoke(Operator.byText(v2), environment.soon()))
                .isEqualTo(ApiKeyRevocationOutcome.REVOKED);
    }

    @Test
    void revoke_logAway_isAnOutageAndShowsNothing() {
        environment.dependencies.away("append");
        assertThatThrownBy(() -> revoke(Operator.byText(key))).isInstanceOf(Outage.class);
        assertThat(environment.entry(key).revokedAt())
                .as("it is as good as it was")
                .isEmpty();
    }

    @Test
    void revoke_registryFailsAfterTheLog_hasRevokedAndMayBeRepeated() {
        environment.dependencies.away("markRevoked");
        assertThatThrownBy(() -> revoke(Operator.byText(key))).isInstanceOf(Outage.class);
        assertRefused(key);

        environment.dependencies.allBack();
        assertThat(revoke(Operator.byText(key))).isEqualTo(ApiKeyRevocationOutcome.REVOKED_ADVISORY);
        assertThat(environment.entry(key).revokedAt()).isPresent();
    }

    @Test
    void revokeConsumer_keysIssuedUntilNow_areRefusedAndLaterOnesAreNot() {
        String unregistered = environment.v2();
        String otherConsumer = environment.v2(request(reading("aura-bot")));
        environment.clock.advance(Duration.ofSeconds(1));
        operator.keys.revokeConsumer("kernel", environment.soon());
        environment.clock.advance(Duration.ofSeconds(1));
        String later = environment.v2();
        String laterWithoutTime = environment.v1();

        assertRefused(key);
        assertRefused(unregistered);
        assertRefused(laterWithoutTime);
        assertThat(door.admit(later)).isInstanceOf(AuthenticationResult.Granted.class);
        assertThat(door.admit(otherConsumer)).isInstanceOf(AuthenticationResult.Granted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Kernel", "a b", "k\u00e9rnel", "a,b"})
    void revokeConsumer_noConsumersName_isRefused(String app) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> operator.keys.revokeConsumer(app, environment.soon()))
                .withMessageContaining("app");
        assertThat(environment.dependencies.times("append")).isZero();
    }

    @Test
    void revokeConsumer_logAway_isAnOutage() {
        environment.dependencies.away("append");
        assertThatThrownBy(() -> operator.keys.revokeConsumer("kernel", environment.soon()))
                .isInstanceOf(Outage.class);
    }

    private ApiKeyRevocationOutcome revoke(ApiKeySelector selector) {
        return operator.keys.revoke(selector, environment.soon());
    }

    private void assertRefused(String refused) {
        door.poll();
        assertThat(door.admit(refused)).isEqualTo(UNAUTHENTICATED);
    }
}
