package io.github.auraauth.testkit;

/**
 * What the kit of every port with a backend needs to test calls while the backend is away. The tests themselves are in the
 * kit of the port, which knows the calls.
 */
public interface OutageContract {

    /**
     * Makes the backend unavailable until the test is over: a server that refuses connections, does not answer, or was
     * closed. The kit's accessors give adapters over the absent backend from then on, the same ones or new ones.
     * An adapter that has nothing to lose takes the answer of {@link NoBackend}.
     */
    Backend takeBackendAway();

    /** Whether there is a backend to take away. */
    enum Backend {
        /** It is unavailable: each call must end in an outage. */
        AWAY,
        /** There is none, and there is nothing to test. */
        NONE
    }
}
