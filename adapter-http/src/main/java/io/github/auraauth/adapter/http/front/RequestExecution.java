package io.github.auraauth.adapter.http.front;

import io.github.auraauth.adapter.http.answer.Answer;
import io.github.auraauth.adapter.http.answer.ErrorCode;
import io.github.auraauth.adapter.http.request.Body;
import io.github.auraauth.adapter.http.request.Credential;
import io.github.auraauth.adapter.http.request.Source;
import io.github.auraauth.adapter.http.telemetry.Exchange;
import io.github.auraauth.adapter.http.telemetry.LogContext;
import io.github.auraauth.port.Deadline;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * What is done for one request, step by step. The first step finds its operation and runs on the server's thread, as do
 * all steps of an immediate operation; the steps of others run on workers. While a body is awaited, no thread is held.
 */
final class RequestExecution {
    private final FrontDoor.Stages stages;
    private final HttpServletRequest request;
    private final Body body;
    private final Source source;
    private final Exchange exchange;

    RequestExecution(FrontDoor.Stages stages, HttpServletRequest request, Body body, Source source, Exchange exchange) {
        this.stages = stages;
        this.request = request;
        this.body = body;
        this.source = source;
        this.exchange = exchange;
    }

    /**
     * Begins.
     *
     * @param usual the end of the time that a request usually has
     * @return always ends with an answer
     */
    CompletableFuture<Answer> begin(Deadline usual) {
        Reception reception = stages.reception();
        return run(() -> route(usual))
                .exceptionally(failure -> reception.answer(failure, exchange))
                .thenApply(given -> reception.shown(given, request, exchange));
    }

    private CompletionStage<Answer> route(Deadline usual) {
        Checks.Target target = stages.checks().target(request, exchange);
        Deadline deadline = usual.plus(target.operation().handling().moreTime());
        return execute(target, deadline, () -> admit(target, deadline));
    }

    private CompletionStage<Answer> admit(Checks.Target target, Deadline deadline) {
        Credential credential = stages.checks().admit(target, request, source, body, deadline);
        Checks.Sender sender = new Checks.Sender(exchange.correlator(), source, credential);
        CompletableFuture<byte[]> content = body.read(deadline);
        return content.isDone()
                ? stages.checks().perform(target, request, sender, content.join(), deadline)
                : content.thenCompose(bytes -> execute(
                        target, deadline, () -> stages.checks().perform(target, request, sender, bytes, deadline)));
    }

    /** Takes the step on the thread that it belongs on, unless too many wait there or its time passes before. */
    private CompletionStage<Answer> execute(
            Checks.Target target, Deadline deadline, Supplier<CompletionStage<Answer>> step) {
        if (target.operation().handling().immediate()) {
            return run(step);
        }
        CompletableFuture<Boolean> turn = new CompletableFuture<>();
        // Before anybody can take the turn, so that the step runs on the thread of whoever does.
        CompletionStage<Answer> outcome = turn.thenCompose(inTime -> inTime ? run(step) : shed());
        WorkerPool workers = stages.workers();
        if (!workers.tryExecute(() -> turn.complete(!deadline.hasPassed()))) {
            return shed();
        }
        if (workers.isSaturated()) {
            Scheduler scheduler = body.exchange().getComponents().getScheduler();
            scheduler.schedule(() -> turn.complete(false), deadline.remaining().toMillis(), TimeUnit.MILLISECONDS);
        }
        return outcome;
    }

    private CompletionStage<Answer> shed() {
        stages.workers().countShed();
        return CompletableFuture.completedFuture(ErrorCode.SERVICE_UNAVAILABLE.answer());
    }

    private CompletableFuture<Answer> run(Supplier<CompletionStage<Answer>> step) {
        LogContext.enter(exchange);
        try {
            return step.get().toCompletableFuture();
        } catch (RuntimeException | Error failure) {
            return CompletableFuture.failedFuture(failure);
        } finally {
            LogContext.leave();
        }
    }
}
