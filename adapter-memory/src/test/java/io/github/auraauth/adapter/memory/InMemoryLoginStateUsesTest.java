package io.github.auraauth.adapter.memory;

import io.github.auraauth.port.out.login.LoginStateUses;
import io.github.auraauth.testkit.LoginStateUsesContract;
import io.github.auraauth.testkit.NoBackend;
import java.time.InstantSource;

class InMemoryLoginStateUsesTest implements LoginStateUsesContract, NoBackend {
    private final LoginStateUses uses = new InMemoryLoginStateUses(InstantSource.system());

    @Override
    public LoginStateUses uses() {
        return uses;
    }
}
