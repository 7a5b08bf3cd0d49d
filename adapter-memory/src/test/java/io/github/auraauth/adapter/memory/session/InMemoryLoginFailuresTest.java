package io.github.auraauth.adapter.memory.session;

import io.github.auraauth.port.out.session.LoginFailures;
import io.github.auraauth.testkit.NoBackend;
import io.github.auraauth.testkit.session.LoginFailuresContract;
import java.time.InstantSource;

class InMemoryLoginFailuresTest implements LoginFailuresContract, NoBackend {
    private final LoginFailures failures = new InMemoryLoginFailures(InstantSource.system());

    @Override
    public LoginFailures failures() {
        return failures;
    }
}
