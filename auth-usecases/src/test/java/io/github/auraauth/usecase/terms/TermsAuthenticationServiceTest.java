package io.github.auraauth.usecase.terms;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.access.AuthenticationResult;
import io.github.auraauth.domain.access.AuthenticationResult.Refusal;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.terms.TermsKeys;
import io.github.auraauth.port.in.terms.TermsAuthentication.TermsCall;
import io.github.auraauth.testkit.SettableClock;
import io.github.auraauth.usecase.throttle.SourceThrottle;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TermsAuthenticationServiceTest {
    private static final int MOST = 3;
    private static final String SOURCE = "192.0.2.1";
    private static final String LONG = "fake-of-sixteen-";
    private static final String SHORT = "fake";

    private final SettableClock clock = SettableClock.startingNow();
    private final SourceThrottle throttle = new SourceThrottle(MOST, clock);
    private final TermsAuthenticationService callers =
            new TermsAuthenticationService(new TermsKeys(List.of(Secret.ofText(SHORT), Secret.ofText(LONG))), throttle);

    @Test
    void authenticate_keys_areGrantedByTheirPlace() {
        assertThat(authenticate(SHORT)).isEqualTo(new AuthenticationResult.Granted<>(0));
        assertThat(authenticate(LONG)).isEqualTo(new AuthenticationResult.Granted<>(1));
    }

    @Test
    void authenticate_afterTheLastAllowedFailure_turnsAwayAllThatCanBeGuessed() {
        failOften();
        for (String key : List.of("", "wrong", LONG + "-", SHORT)) {
            assertThat(authenticate(key)).as(key).isEqualTo(AuthenticationResult.refused(Refusal.THROTTLED));
        }
        assertThat(authenticate(LONG)).isEqualTo(new AuthenticationResult.Granted<>(1));
        assertThat(callers.authenticate(new TermsCall(Secret.ofText(SHORT), "192.0.2.2")))
                .isEqualTo(new AuthenticationResult.Granted<>(0));
        clock.advance(Duration.ofMinutes(1));
        assertThat(authenticate(SHORT)).isEqualTo(new AuthenticationResult.Granted<>(0));
    }

    @Test
    void authenticate_failures_countForEverythingThatAsksTheThrottle() {
        failOften();
        assertThat(throttle.isClosedTo(SOURCE)).isTrue();
    }

    @Test
    void authenticate_goodKeys_areNoFailures() {
        for (int i = 0; i < 2 * MOST; i++) {
            authenticate(SHORT);
        }
        assertThat(throttle.isClosedTo(SOURCE)).isFalse();
    }

    private void failOften() {
        for (int i = 0; i < MOST; i++) {
            assertThat(authenticate("wrong-" + i)).isEqualTo(AuthenticationResult.refused(Refusal.UNAUTHENTICATED));
        }
    }

    private AuthenticationResult<Integer> authenticate(String key) {
        return callers.authenticate(new TermsCall(Secret.ofText(key), SOURCE));
    }
}
