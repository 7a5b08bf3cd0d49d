package io.github.auraauth.fakes.directline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DirectLineScriptTest {
    private static final long LONG_MILLIS = 60_000;

    private final DirectLineScript script = new DirectLineScript();

    @Test
    void behave_betweenTheBeginningOfAFailureAndItsWait_isNotMissed() {
        script.fail(DirectLineMisbehaviour.SILENCE);
        DirectLineScript.Failure failure = script.failure().orElseThrow();
        script.behave();
        assertThat(failure.lasts(LONG_MILLIS)).isFalse();
        assertThat(script.failure()).isEmpty();
    }

    @Test
    void failure_afterTheFakeBehaved_lastsAnew() {
        script.behave();
        script.failOnce(List.of(DirectLineMisbehaviour.SILENCE));
        assertThat(script.failure().orElseThrow().lasts(1)).isTrue();
    }
}
