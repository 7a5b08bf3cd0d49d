package io.github.auraauth.usecase.provider;

import io.github.auraauth.domain.provider.AuthorizationParameters;
import io.github.auraauth.domain.provider.KeptRequest;
import io.github.auraauth.domain.provider.KeptRequest.Stage;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.provider.KeptRequests;
import io.github.auraauth.usecase.throttle.SourceThrottle;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Authorization requests by the handles that browsers come back with. Anybody may make them wait who knows a client, so that
 * of those that nobody is logged in for a source has so many in a minute. Safe for use by many threads.
 */
public final class WaitingRequests {
    /** Of one source in a minute; with the time that they wait, this bounds what they take of the store. */
    private static final int MOST_OF_A_SOURCE = 1_200;

    /** A longer request counts for several, by the characters of its parameters. */
    private static final int LENGTH_OF_ONE = 4_096;

    private final KeptRequests requests;
    private final RequestHandles handles;
    private final SourceThrottle throttle;
    private final InstantSource clock;

    public WaitingRequests(KeptRequests requests, RequestHandles handles, InstantSource clock) {
        this.requests = requests;
        this.handles = handles;
        this.throttle = new SourceThrottle(MOST_OF_A_SOURCE, clock);
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

    /**
     * The handle of the visit's request, which is kept now where it is not. Empty for a source that has had its share, unless
     * somebody is logged in.
     */
    Optional<Secret> handle(Visit visit, Deadline deadline) {
        if (visit.handle().isPresent()) {
            return visit.handle();
        }
        return visit.person().isPresent()
                ? Optional.of(keep(visit.request(), deadline))
                : keep(visit.request(), visit.browser().source(), deadline);
    }

    /** Keeps a request for a browser that is to come back with its cookies; empty for a source that has had its share. */
    Optional<Secret> keep(AuthorizationParameters parameters, String source, Deadline deadline) {
        return keep(now(parameters, Stage.BROWSER, Optional.empty()), source, deadline);
    }

    private Optional<Secret> keep(KeptRequest request, String source, Deadline deadline) {
        if (throttle.isClosedTo(source)) {
            return Optional.empty();
        }
        for (int length = 0; length <= length(request); length += LENGTH_OF_ONE) {
            throttle.count(source);
        }
        return Optional.of(keep(request, deadline));
    }

    private static int length(KeptRequest request) {
        return request.parameters().values().values().stream()
                .mapToInt(String::length)
                .sum();
    }

    private Secret keep(KeptRequest request, Deadline deadline) {
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
