package io.github.auraauth.testkit;

/**
 * Implemented, beside its kits, by the test of an adapter that holds everything in its own process and so has no backend to
 * lose. No other test may implement it: an adapter with a driver must show what becomes of the driver's exceptions.
 */
public interface NoBackend extends OutageContract {
    @Override
    default Backend takeBackendAway() {
        return Backend.NONE;
    }
}
