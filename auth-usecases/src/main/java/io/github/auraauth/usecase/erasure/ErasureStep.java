package io.github.auraauth.usecase.erasure;

import io.github.auraauth.domain.erasure.Erasure;
import io.github.auraauth.port.Deadline;

/** Erases what lies of a person elsewhere than in the users' rows. */
@FunctionalInterface
public interface ErasureStep {

    /**
     * Erases; doing it again does nothing.
     *
     * @return how much this call erased
     * @throws io.github.auraauth.port.Outage when it could not be done; it is tried again until it can
     */
    long erase(Erasure erasure, Deadline deadline);

    /** The step where nothing lies elsewhere. */
    static ErasureStep none() {
        return (erasure, deadline) -> 0;
    }
}
