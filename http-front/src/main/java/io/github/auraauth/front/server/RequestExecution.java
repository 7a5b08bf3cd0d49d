package io.github.auraauth.front.server;

import io.github.auraauth.front.request.Body;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.RequestContext;
import io.github.auraauth.front.request.RequestHead;
import io.github.auraauth.front.request.Source;
import io.github.auraauth.front.response.ErrorCode;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.front.telemetry.LogContext;
import io.github.auraauth.front.telemetry.RequestObservation;
import io.github.auraauth.port.Deadline;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * The execution of one request, step by step. What waits for nothing runs on the server's thread: finding the operation, all
 * steps of an immediate one, and as much as can be told and answered out of memory of one without a body. All else runs on
 * workers. While a body is awaited, no thread is held.
 */
final class RequestExecution {
    private final RequestPipeline pipeline;
    private final WorkerPool workers;
    private final Request request;
    private final Body body;
    private final Source source;
    private final RequestObservation observation;

    private @Nullable OperationBinding operation;
    private @Nullable RequestContext context;

    RequestExecution(
            RequestPipeline pipeline,
            WorkerPool workers,
            Request request,
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
        RequestHead head = target.head(request, source);
        Optional<RequestContext> recognized =
                body.isThere() ? Optional.empty() : pipeline.recognize(target, head, observation);
        return recognized.isPresent()
                ? answerLocally(target, recognized.get(), head, deadline)
                : execute(target, deadline, () -> authenticate(target, head, deadline));
    }

    private CompletionStage<Response> answerLocally(
            RequestPipeline.Target target, RequestContext known, RequestHead head, Deadline deadline) {
        context = known;
        pipeline.admit(target, known, head, body);
        Endpoint.Action action = prepare(target, known, Body.NOTHING);
        Optional<Response> response =
                action instanceof Endpoint.LocalAction local ? local.performLocally() : Optional.empty();
        return response.isPresent()
                ? CompletableFuture.completedFuture(response.get())
                : execute(target, deadline, () -> target.binding().perform(action, deadline));
    }

    private CompletionStage<Response> authenticate(RequestPipeline.Target target, RequestHead head, Deadline deadline) {
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
        return target.binding().perform(prepare(target, known, content), deadline);
    }

    private Endpoint.Action prepare(RequestPipeline.Target target, RequestContext known, byte[] content) {
        return target.binding().prepare(known, request, target.route(), target.path(), content);
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
            Scheduler scheduler = request.getComponents().getScheduler();
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
