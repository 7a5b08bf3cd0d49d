package io.github.auraauth.fakes.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class KernelScriptTest {
    private final KernelScript script = new KernelScript(InstantSource.system(), new SecureRandom());

    @Test
    @Timeout(60)
    void behave_betweenTheBeginningOfAFailureAndItsWait_isNotMissed() {
        script.fail(KernelEndpoint.TOKEN, KernelMisbehaviour.SILENCE);
        KernelScript.Failure failure = script.failure(KernelEndpoint.TOKEN).orElseThrow();
        script.behave();
        failure.outlast();
        assertThat(script.failure(KernelEndpoint.TOKEN)).isEmpty();
    }
}
