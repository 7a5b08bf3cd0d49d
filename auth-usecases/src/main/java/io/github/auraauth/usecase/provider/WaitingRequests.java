package io.github.auraauth.usecase.provider;

import io.github.auraauth.domain.provider.AuthorizationParameters;
import io.github.auraauth.domain.provider.KeptRequest;
import io.github.auraauth.domain.provider.KeptRequest.Stage;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.provider.KeptRequests;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Authorization requests by the handles that browsers come back with. Safe for use by many threads. */
public final class WaitingRequests {
    private final KeptRequests requests;
    private final RequestHandles handles;
    private final InstantSource clock;

    public WaitingRequests(KeptRequests requests, RequestHandles handles, InstantSource clock) {
        this.requests = requests;
        this.handles = handles;
        this.clock = clock;
    }

    /**
     * A request that comes now.
     *
     * @param sessionBegun when the session that the browser has began
     */
    KeptRequest now(AuthorizationParameters parameters, Stage stage, Optional<Instant> sessionBegun) {
        return new KeptRequest(parameters, clock.instant(), stage, sessionBegun);
    }

    /** Keeps a request; gives the handle to come back with. */
    Secret keep(KeptRequest request, Deadline deadline) {
        Secret handle = handles.next();
        requests.insert(handles.digest(handle), request, deadline);
        return handle;
    }

    /** The request of a handle, if it still waits. */
    Optional<KeptRequest> find(Secret handle, Deadline deadline) {
        return requests.find(handles.digest(handle), deadline).filter(kept -> kept.isGoodAt(clock.instant()));
    }

    /** Ends the waiting; of many at once one is told true. */
    boolean end(Secret handle, Deadline deadline) {
        return requests.delete(handles.digest(handle), deadline);
    }
}
