package io.github.auraauth.adapter.kernel;

import io.github.auraauth.domain.token.JsonWebKeySet;
import io.github.auraauth.fakes.kernel.KernelEndpoint;
import io.github.auraauth.port.out.token.ProviderKeys;
import io.github.auraauth.testkit.token.ProviderKeysContract;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

class KernelKeysTest implements ProviderKeysContract {
    private final Stage stage = new Stage();
    private final KernelKeys keys = new KernelKeys(stage.discovery, stage.peer, stage.clock);

    @Override
    public ProviderKeys keys() {
        return keys;
    }

    @Override
    public JsonWebKeySet published() {
        return new JsonWebKeySet(stage.fake.keySet());
    }

    @Override
    public void rotate() {
        stage.fake.rotateKeys();
    }

    @Override
    public int fetches() {
        return stage.fake.asked(KernelEndpoint.JWKS);
    }

    @Override
    public void advance(Duration time) {
        stage.clock.advance(time);
    }

    @Override
    public Backend takeBackendAway() {
        stage.fake.close();
        return Backend.AWAY;
    }

    @AfterEach
    void close() {
        stage.close();
    }
}
