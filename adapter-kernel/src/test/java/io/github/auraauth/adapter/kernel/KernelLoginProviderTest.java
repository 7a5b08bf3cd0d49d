package io.github.auraauth.adapter.kernel;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.out.login.LoginProvider;
import io.github.auraauth.testkit.login.LoginProviderContract;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

class KernelLoginProviderTest implements LoginProviderContract {
    private final KernelFixture kernel = new KernelFixture();

    @Override
    public LoginProvider provider() {
        return kernel.provider;
    }

    @Override
    public LoginProvider unconfigured() {
        KernelConfig nothing = new KernelConfig(Optional.empty(), Optional.empty());
        return new KernelLoginProvider(
                nothing,
                new KernelDiscovery(nothing, kernel.upstream, kernel.clock),
                kernel.upstream,
                kernel.authentication);
    }

    @Override
    public Secret logIn(URI authorizationRequest) {
        return KernelFixture.code(kernel.fake.logIn(authorizationRequest, "someone@example.org"));
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
