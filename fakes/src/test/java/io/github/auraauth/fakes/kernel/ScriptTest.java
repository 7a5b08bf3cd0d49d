package io.github.auraauth.fakes.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ScriptTest {
    private final Script script = new Script();

    @Test
    @Timeout(60)
    void behave_betweenTheBeginningOfAFailureAndItsWait_isNotMissed() {
        script.fail(KernelEndpoint.TOKEN, KernelMisbehaviour.SILENCE);
        Script.Failure failure = script.failure(KernelEndpoint.TOKEN).orElseThrow();
        script.behave();
        failure.outlast();
        assertThat(script.failure(KernelEndpoint.TOKEN)).isEmpty();
    }
}
