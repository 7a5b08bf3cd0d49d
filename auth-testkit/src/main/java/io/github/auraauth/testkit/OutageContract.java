package io.github.auraauth.testkit;

/**
 * The part that every kit of a port with a backend has: what comes of each call while the backend is away. The tests
 * themselves are in the port's own kit, since only it knows the calls.
 */
public interface OutageContract {

    /**
     * Takes away, until the test is over, what the adapter stands on: a server that refuses connections, does not answer,
     * or was closed. The kit's accessors give adapters over the absent backend from then on, the same ones or new ones.
     * An adapter that has nothing to lose takes the answer of {@link NoBackend}.
     */
    Backend takeBackendAway();

    /** What became of the backend. */
    enum Backend {
        /** It is away: each call must be an outage. */
        AWAY,
        /** There is none, and nothing is to be asked. */
        NONE
    }
}
