package io.github.auraauth.testkit;

/**
 * Implemented, beside its kits, by the test of an adapter that holds everything in its own process, where nothing can be
 * away. No other test may: whoever has a driver must show what becomes of its exceptions.
 */
public interface NoBackend extends OutageContract {
    @Override
    default Backend takeBackendAway() {
        return Backend.NONE;
    }
}
