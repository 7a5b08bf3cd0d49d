package io.github.auraauth.adapter.kernel;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.out.login.LoginProvider;
import io.github.auraauth.testkit.login.LoginProviderContract;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

class KernelLoginProviderTest implements LoginProviderContract {
    private final Stage stage = new Stage();

    @Override
    public LoginProvider provider() {
        return stage.provider;
    }

    @Override
    public LoginProvider unconfigured() {
        KernelConfig nothing = new KernelConfig(Optional.empty(), Optional.empty());
        return new KernelLoginProvider(
                nothing, new KernelDiscovery(nothing, stage.peer, stage.clock), stage.peer, stage.authentication);
    }

    @Override
    public Secret logIn(URI authorizationRequest) {
        return Stage.code(stage.fake.logIn(authorizationRequest, "someone@example.org"));
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
