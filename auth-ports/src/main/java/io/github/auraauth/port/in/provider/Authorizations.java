package io.github.auraauth.port.in.provider;

import io.github.auraauth.domain.provider.AuthorizationParameters;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import java.util.Optional;

/**
 * The authorization endpoint: what a browser does on a client's behalf. Safe for use by many threads; every method throws
 * {@link io.github.auraauth.port.Outage} when a store is away or too slow.
 */
public interface Authorizations {

    /** What comes of a request. */
    AuthorizationStep begin(AuthorizationParameters parameters, Browser browser, Deadline deadline);

    /**
     * Keeps a request for a browser that is to come back with its cookies. One that names no client, or no address of its own, is
     * not kept, so that nobody fills the store who knows none, nor is one more of a source of which many wait; {@link #begin} says
     * why.
     *
     * @return the handle to come back with; empty where it is not kept
     */
    Optional<Secret> keep(AuthorizationParameters parameters, Browser browser, Deadline deadline);

    /** What comes of a request that was kept. */
    AuthorizationStep resume(Secret handle, Browser browser, Deadline deadline);

    /**
     * What comes of a person's answer.
     *
     * @param agreed whether the client is to be told
     */
    AuthorizationStep answer(Secret handle, boolean agreed, Browser browser, Deadline deadline);
}
