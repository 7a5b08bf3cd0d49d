package io.github.auraauth.front.fault;

import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.InjectedErrors;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.Deadline;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An endpoint whose answers come late, or are errors. What is done is done at once and within the request's own time. */
final class FaultyEndpoint implements Endpoint {
    private final Endpoint usual;
    private final Supplier<Optional<Fault>> faults;
    private final ScheduledExecutorService timer;

    FaultyEndpoint(Endpoint usual, Supplier<Optional<Fault>> faults, ScheduledExecutorService timer) {
        this.usual = usual;
        this.faults = faults;
        this.timer = timer;
    }

    @Override
    public Action prepare(Inputs inputs) {
        Action action = usual.prepare(inputs);
        return faults.get()
                .<Action>map(fault -> (AsyncAction) deadline -> answered(action, fault, deadline))
                .orElse(action);
    }

    private CompletionStage<Response> answered(Action action, Fault fault, Deadline deadline) {
        CompletionStage<Response> answer = fault.status().isPresent()
                ? CompletableFuture.completedFuture(
                        InjectedErrors.of(fault.status().getAsInt()))
                : begun(action, deadline);
        return fault.delay().isZero() ? answer : delayed(answer, fault.delay());
    }

    /** What fails is late too. */
    private static CompletionStage<Response> begun(Action action, Deadline deadline) {
        try {
            return action instanceof AsyncAction async
                    ? async.begin(deadline)
                    : CompletableFuture.completedFuture(action.perform(deadline));
        } catch (RuntimeException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    private CompletionStage<Response> delayed(CompletionStage<Response> answer, Duration delay) {
        CompletableFuture<Response> late = new CompletableFuture<>();
        answer.whenComplete((response, failure) -> {
            var unused = timer.schedule(() -> end(late, response, failure), delay.toMillis(), TimeUnit.MILLISECONDS);
        });
        return late;
    }

    private static void end(
            CompletableFuture<Response> late, @Nullable Response response, @Nullable Throwable failure) {
        if (failure == null) {
            late.complete(response);
        } else {
            late.completeExceptionally(failure);
        }
    }
}
