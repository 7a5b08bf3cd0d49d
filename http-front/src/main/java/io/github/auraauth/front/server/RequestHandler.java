package io.github.auraauth.front.server;

import io.github.auraauth.front.definition.Operation;
import io.github.auraauth.front.request.Body;
import io.github.auraauth.front.request.SingleHeader;
import io.github.auraauth.front.request.Source;
import io.github.auraauth.front.request.TrustedProxies;
import io.github.auraauth.front.telemetry.RequestObservation;
import io.github.auraauth.front.telemetry.Telemetry;
import io.github.auraauth.port.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;

/** Handles every request, with telemetry and the headers of every response around what is done for it. */
final class RequestHandler {
    static final String CORRELATOR = "x-correlator";
    static final String TRACE_PARENT = "traceparent";

    private final RequestPipeline pipeline;
    private final WorkerPool workers;
    private final TrustedProxies proxies;
    private final Telemetry telemetry;
    private final ResponseWriter writer;
    private final InstantSource clock;

    RequestHandler(
            RequestPipeline pipeline,
            WorkerPool workers,
            TrustedProxies proxies,
            Telemetry telemetry,
            ResponseHeaders headers,
            InstantSource clock) {
        this.pipeline = pipeline;
        this.workers = workers;
        this.proxies = proxies;
        this.telemetry = telemetry;
        this.writer = new ResponseWriter(headers, telemetry, clock);
        this.clock = clock;
    }

    Telemetry telemetry() {
        return telemetry;
    }

    /** Answers the request, whatever becomes of it, and does not wait for that; the callback is told when it has been. */
    void handle(Request request, Response response, Callback callback) {
        Duration passed = Duration.ofNanos(NanoTime.since(request.getHeadersNanoTime()));
        Deadline deadline = Deadline.in(Operation.USUAL_TIME.minus(passed), clock);
        RequestObservation observation = telemetry.begin(
                request.getMethod(), SingleHeader.only(request, CORRELATOR), SingleHeader.only(request, TRACE_PARENT));
        Source source = proxies.source(request);
        Body body = Body.of(request);
        CompletableFuture<?> answered = new RequestExecution(pipeline, workers, request, body, source, observation)
                .begin(deadline)
                .thenCompose(answer -> writer.write(answer, response, body, observation, source));
        // What ends on the server's thread would let it go on with the next request of the connection, and the next:
        // those who pipeline without end would have all threads. So the next one waits, with those of its kind.
        boolean hasNext = answered.isDone() && HttpConnections.hasNextRequest(request);
        callback.completeWith(hasNext ? answered.thenRunAsync(() -> {}, workers.pipelined()) : answered);
    }
}
