package io.github.auraauth.front.server;

import io.github.auraauth.front.definition.Operation;
import io.github.auraauth.front.request.Body;
import io.github.auraauth.front.request.Source;
import io.github.auraauth.front.request.TrustedProxies;
import io.github.auraauth.front.telemetry.RequestObservation;
import io.github.auraauth.front.telemetry.Telemetry;
import io.github.auraauth.port.Deadline;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Enumeration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
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

    /** Answers the request, whatever becomes of it, and does not wait for that; ends when it has been answered. */
    CompletableFuture<?> handle(HttpServletRequest request, HttpServletResponse response) {
        ServletContextRequest head = ServletContextRequest.getServletContextRequest(request);
        Duration passed = Duration.ofNanos(NanoTime.since(head.getHeadersNanoTime()));
        Deadline deadline = Deadline.in(Operation.USUAL_TIME.minus(passed), clock);
        RequestObservation observation =
                telemetry.begin(request.getMethod(), only(request, CORRELATOR), only(request, TRACE_PARENT));
        Source source = proxies.source(request);
        Body body = Body.of(request);
        CompletableFuture<?> answered = new RequestExecution(pipeline, workers, request, body, source, observation)
                .begin(deadline)
                .thenCompose(answer -> writer.write(answer, response, body, observation, source));
        // What ends on the server's thread would let it go on with the next request of the connection, and the next:
        // those who pipeline without end would have all threads. So the next one waits as all others do.
        return answered.isDone()
                ? answered.thenRunAsync(() -> {}, head.getComponents().getExecutor())
                : answered;
    }

    private static Optional<String> only(HttpServletRequest request, String name) {
        Enumeration<String> values = request.getHeaders(name);
        if (!values.hasMoreElements()) {
            return Optional.empty();
        }
        String first = values.nextElement();
        return values.hasMoreElements() ? Optional.empty() : Optional.of(first);
    }
}
