package io.github.auraauth.front.server;

import io.github.auraauth.front.request.Body;
import io.github.auraauth.front.request.RequestContext;
import io.github.auraauth.front.request.RequestHead;
import io.github.auraauth.front.request.Source;
import io.github.auraauth.front.response.ErrorCode;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.front.telemetry.LogContext;
import io.github.auraauth.front.telemetry.RequestObservation;
import io.github.auraauth.port.Deadline;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * The execution of one request, step by step. The first step finds its operation and runs on the server's thread, as do
 * all steps of an immediate operation; the steps of others run on workers. While a body is awaited, no thread is held.
 */
final class RequestExecution {
    private final RequestPipeline pipeline;
    private final WorkerPool workers;
    private final HttpServletRequest request;
    private final Body body;
    private final Source source;
    private final RequestObservation observation;

    private @Nullable OperationBinding operation;
    private @Nullable RequestContext context;

    RequestExecution(
            RequestPipeline pipeline,
            WorkerPool workers,
            HttpServletRequest request,
            Body body,
            Source source,
            RequestObservation observation) {
        this.pipeline = pipeline;
        this.workers = workers;
        this.request = request;
        this.body = body;
        this.source = source;
        this.observation = observation;
    }

    /**
     * Begins.
     *
     * @param usual the end of the time that a request usually has
     * @return always ends with a response
     */
    CompletableFuture<Response> begin(Deadline usual) {
        return run(() -> route(usual))
                .exceptionally(failure -> ExceptionMapper.response(failure, observation))
                .thenApply(this::presented)
                .thenApply(this::told);
    }

    private CompletionStage<Response> route(Deadline usual) {
        RequestPipeline.Target target = pipeline.target(request, observation);
        operation = target.binding();
        Deadline deadline = usual.plus(target.binding().operation().traits().moreTime());
        return execute(target, deadline, () -> admit(target, deadline));
    }

    private CompletionStage<Response> admit(RequestPipeline.Target target, Deadline deadline) {
        RequestHead head = target.head(request, source);
        RequestContext known = pipeline.authenticate(target, head, observation, deadline);
        context = known;
        pipeline.admit(target, known, head, body);
        CompletableFuture<byte[]> content = body.read(deadline);
        return content.isDone()
                ? perform(target, known, content.join(), deadline)
                : content.thenCompose(
                        bytes -> execute(target, deadline, () -> perform(target, known, bytes, deadline)));
    }

    private CompletionStage<Response> perform(
            RequestPipeline.Target target, RequestContext known, byte[] content, Deadline deadline) {
        return target.binding().perform(known, request, target.route(), target.path(), content, deadline);
    }

    /** The response as the caller is to see it. */
    private Response presented(Response given) {
        try {
            return pipeline.presented(given, request, observation.route(), operation);
        } catch (RuntimeException | Error failure) {
            return ExceptionMapper.unpresentable(failure, observation);
        }
    }

    /** The same response, of which the API's hooks have been told; one that fails has not undone what was done. */
    private Response told(Response response) {
        OperationBinding served = operation;
        RequestContext known = context;
        if (served != null && known != null) {
            try {
                served.answered(known, response.status());
            } catch (RuntimeException | Error failure) {
                FailureLog.note(failure, observation);
            }
        }
        return response;
    }

    /** Takes the step on the thread that it belongs on, unless too many wait there or its time passes before. */
    private CompletionStage<Response> execute(
            RequestPipeline.Target target, Deadline deadline, Supplier<CompletionStage<Response>> step) {
        if (target.binding().operation().traits().immediate()) {
            return run(step);
        }
        CompletableFuture<Boolean> turn = new CompletableFuture<>();
        // Before anybody can take the turn, so that the step runs on the thread of whoever does.
        CompletionStage<Response> outcome = turn.thenCompose(inTime -> inTime ? run(step) : shed());
        if (!workers.tryExecute(() -> turn.complete(!deadline.hasPassed()))) {
            return shed();
        }
        if (workers.isSaturated()) {
            Scheduler scheduler = body.jettyRequest().getComponents().getScheduler();
            scheduler.schedule(() -> turn.complete(false), deadline.remaining().toMillis(), TimeUnit.MILLISECONDS);
        }
        return outcome;
    }

    private CompletionStage<Response> shed() {
        workers.countShed();
        return CompletableFuture.completedFuture(ErrorCode.SERVICE_UNAVAILABLE.response());
    }

    private CompletableFuture<Response> run(Supplier<CompletionStage<Response>> step) {
        LogContext.enter(observation);
        try {
            return step.get().toCompletableFuture();
        } catch (RuntimeException | Error failure) {
            return CompletableFuture.failedFuture(failure);
        } finally {
            LogContext.leave();
        }
    }
}
