package io.github.auraauth.front.server;

/** Whether the server is about to stop: it still serves everything, but no new connection should come. */
public final class Draining {
    private volatile boolean begun;

    /** From now on. */
    public void begin() {
        begun = true;
    }

    public boolean hasBegun() {
        return begun;
    }
}
