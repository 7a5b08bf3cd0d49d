package io.github.auraauth.usecase.apikey;

import static io.github.auraauth.usecase.KeyEnvironment.fingerprint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.domain.access.AuthenticationResult;
import io.github.auraauth.domain.apikey.ApiKeyPolicy;
import io.github.auraauth.port.Outage;
import io.github.auraauth.usecase.KeyEnvironment;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rotation during which a store fails: nobody is locked out, and no key is handed out that is not registered. */
class RotationOutageTest {
    private final KeyEnvironment environment = new KeyEnvironment();
    private final Operator operator = new Operator(environment, ApiKeyPolicy.STRICT);

    @Test
    void rotate_storesThere_registersBeforeItEndsTheOldKey() {
        String old = environment.registered(environment.v1());
        operator.rotated(old, Duration.ZERO);
        assertThat(environment.dependencies.asked())
                .containsExactly("find", "after", "register", "append", "markRevoked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"find", "register"})
    void rotate_registryAway_makesNoKeyAndEndsNone(String call) {
        String old = environment.registered(environment.v1());
        environment.dependencies.away(call);
        assertOutage(old);
        assertStillGood(old);
        assertThat(environment.entries()).hasSize(1);
        assertThat(environment.dependencies.times("append")).isZero();
    }

    @Test
    void rotate_revocationsUnreadable_makesNoKeyAndEndsNone() {
        String old = environment.registered(environment.v1());
        environment.dependencies.away("after", "read");
        assertOutage(old);
        assertThat(environment.dependencies.times("register", "append")).isZero();
    }

    @Test
    void rotate_logTakesNoLine_leavesTheOldKeyGood() {
        String old = environment.registered(environment.v1());
        environment.dependencies.away("append");
        assertOutage(old);
        assertStillGood(old);
        assertThat(environment.entry(old).revokedAt()).isEmpty();
        assertThat(environment.entries())
                .as("one key too many, which nobody has")
                .hasSize(2);
    }

    @Test
    void rotate_registryFailsAtTheEnd_mayBeRepeated() {
        String old = environment.registered(environment.v1());
        environment.dependencies.away("markRevoked");
        assertThatThrownBy(() -> operator.rotate(old, Duration.ofHours(1))).isInstanceOf(Outage.class);
        assertStillGood(old);

        environment.dependencies.allBack();
        environment.clock.advance(Duration.ofMinutes(30));
        var rotated = operator.rotated(old, Duration.ofHours(1));
        assertThat(Duration.between(environment.clock.instant(), rotated.oldEndsAt()))
                .as("the log has the first end")
                .isCloseTo(Duration.ofMinutes(30), Duration.ofMillis(1));
        assertThat(environment
                        .entry(KeyEnvironment.text(rotated.key()))
                        .origin()
                        .successorOf())
                .contains(fingerprint(old));
    }

    /** The new key is registered, so that this is no call that was not made. */
    @Test
    void rotate_logIsNotAskedAfterTheNewKey_isAnOutageThatLeavesOpenWhatWasDone() {
        String old = environment.registered(environment.v1());
        environment.dependencies.open("append");
        assertThatThrownBy(() -> operator.rotate(old, Duration.ZERO)).isInstanceOf(Outage.Unavailable.class);
        assertThat(environment.entries()).hasSize(2);
    }

    private void assertOutage(String old) {
        assertThatThrownBy(() -> operator.rotate(old, Duration.ZERO)).isInstanceOf(Outage.class);
    }

    private void assertStillGood(String old) {
        environment.dependencies.allBack();
        assertThat(new AuthenticatingInstance(environment, ApiKeyPolicy.STRICT).admit(old))
                .isInstanceOf(AuthenticationResult.Granted.class);
    }
}
