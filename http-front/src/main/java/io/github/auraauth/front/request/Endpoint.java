package io.github.auraauth.front.request;

import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.Deadline;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The endpoint of one operation, in two steps, so that a refused request has touched nothing. */
@FunctionalInterface
public interface Endpoint {

    /**
     * Makes domain values of the inputs and asks no port anything.
     *
     * @throws io.github.auraauth.front.response.ResponseException when one cannot be made
     */
    Action prepare(Inputs inputs);

    /** The step that does it. */
    @FunctionalInterface
    interface Action {
        /** @throws io.github.auraauth.port.Outage when a dependency does not do its part */
        Response perform(Deadline deadline);
    }

    /** The step that does it where the response may be at hand. */
    interface LocalAction extends Action {
        /** The response, where nothing need be waited for; else empty, and {@link #perform} is called. */
        Optional<Response> performLocally();
    }

    /** The step that does it where the response comes from elsewhere, so that no thread waits for it. */
    interface AsyncAction extends Action {
        CompletionStage<Response> begin(Deadline deadline);

        @Override
        default Response perform(Deadline deadline) {
            return begin(deadline).toCompletableFuture().join();
        }
    }
}
