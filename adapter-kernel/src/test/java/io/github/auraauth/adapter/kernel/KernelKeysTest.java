package io.github.auraauth.adapter.kernel;

import io.github.auraauth.domain.token.JsonWebKeySet;
import io.github.auraauth.fakes.kernel.KernelEndpoint;
import io.github.auraauth.port.out.token.ProviderKeys;
import io.github.auraauth.testkit.token.ProviderKeysContract;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

class KernelKeysTest implements ProviderKeysContract {
    private final KernelFixture kernel = new KernelFixture();
    private final KernelKeys keys = new KernelKeys(kernel.discovery, kernel.upstream, kernel.clock);

    @Override
    public ProviderKeys keys() {
        return keys;
    }

    @Override
    public JsonWebKeySet published() {
        return new JsonWebKeySet(kernel.fake.keySet());
    }

    @Override
    public void rotate() {
        kernel.fake.rotateKeys();
    }

    @Override
    public int fetches() {
        return kernel.fake.asked(KernelEndpoint.JWKS);
    }

    @Override
    public void advance(Duration time) {
        kernel.clock.advance(time);
    }

    @Override
    public Backend takeBackendAway() {
        kernel.fake.close();
        return Backend.AWAY;
    }

    @AfterEach
    void close() {
        kernel.close();
    }
}
