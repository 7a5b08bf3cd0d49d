package io.github.auraauth.adapter.http.request;

import io.github.auraauth.adapter.http.answer.Answer;
import io.github.auraauth.port.Deadline;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What one operation does, in two steps, so that a refused request has touched nothing. */
@FunctionalInterface
public interface Endpoint {

    /**
     * Makes domain values of the inputs and asks no port anything.
     *
     * @throws io.github.auraauth.adapter.http.answer.Refusal when one cannot be made
     */
    Action prepare(Inputs inputs);

    /** The step that does it. */
    @FunctionalInterface
    interface Action {
        /** @throws io.github.auraauth.port.Outage when a dependency does not do its part */
        Answer perform(Deadline deadline);

        /** The same; overridden where the answer comes from elsewhere and no thread must wait for it. */
        default CompletionStage<Answer> begin(Deadline deadline) {
            return CompletableFuture.completedFuture(perform(deadline));
        }
    }
}
