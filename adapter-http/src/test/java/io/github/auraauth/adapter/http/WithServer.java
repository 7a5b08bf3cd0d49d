package io.github.auraauth.adapter.http;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** Tests over one server of their class, with fakes that each test finds untouched. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WithServer {
    protected RunningServer server;

    /** The server that the tests of this class talk to. */
    protected RunningServer startServer() {
        return new RunningServer();
    }

    @BeforeAll
    void start() {
        server = startServer();
    }

    @BeforeEach
    void reset() {
        server.core.reset();
    }

    @AfterAll
    void stop() {
        server.closeAfterTheLastAnswer();
    }
}
