package io.github.auraauth.adapter.http;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A test of the provider, with a server of its own for all its cases. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WithProvider {
    final RunningProvider server = new RunningProvider();
    final FakeProvider core = server.core;

    @BeforeEach
    void reset() {
        core.reset();
        server.accounts.reset();
    }

    @AfterAll
    void stop() {
        server.close();
    }
}
