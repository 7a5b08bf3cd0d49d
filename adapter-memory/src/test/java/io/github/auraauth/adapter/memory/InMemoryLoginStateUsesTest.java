package io.github.auraauth.adapter.memory;

import io.github.auraauth.port.out.login.LoginStateUses;
import io.github.auraauth.testkit.NoBackend;
import io.github.auraauth.testkit.login.LoginStateUsesContract;
import java.time.InstantSource;

class InMemoryLoginStateUsesTest implements LoginStateUsesContract, NoBackend {
    private final LoginStateUses uses = new InMemoryLoginStateUses(InstantSource.system());

    @Override
    public LoginStateUses uses() {
        return uses;
    }
}
