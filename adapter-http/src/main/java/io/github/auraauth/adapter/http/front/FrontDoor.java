package io.github.auraauth.adapter.http.front;

import io.github.auraauth.adapter.http.definition.Operation;
import io.github.auraauth.adapter.http.request.Body;
import io.github.auraauth.adapter.http.request.Source;
import io.github.auraauth.adapter.http.request.TrustedProxies;
import io.github.auraauth.adapter.http.telemetry.Exchange;
import io.github.auraauth.adapter.http.telemetry.Telemetry;
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

/** Every request comes in here and every answer leaves here: checks inside, telemetry and manners around them. */
public final class FrontDoor {
    static final String CORRELATOR = "x-correlator";
    static final String TRACE_PARENT = "traceparent";

    private final Stages stages;
    private final TrustedProxies proxies;
    private final Telemetry telemetry;
    private final AnswerWriter writer;
    private final InstantSource clock;

    public FrontDoor(Stages stages, TrustedProxies proxies, Telemetry telemetry, Manners manners, InstantSource clock) {
        this.stages = stages;
        this.proxies = proxies;
        this.telemetry = telemetry;
        this.writer = new AnswerWriter(manners, telemetry, clock);
        this.clock = clock;
    }

    /** Answers the request, whatever becomes of it, and does not wait for that; ends when it has been answered. */
    public CompletableFuture<?> handle(HttpServletRequest request, HttpServletResponse response) {
        ServletContextRequest head = ServletContextRequest.getServletContextRequest(request);
        Duration passed = Duration.ofNanos(NanoTime.since(head.getHeadersNanoTime()));
        Deadline deadline = Deadline.in(Operation.USUAL_TIME.minus(passed), clock);
        Exchange exchange =
                telemetry.begin(request.getMethod(), only(request, CORRELATOR), only(request, TRACE_PARENT));
        Source source = proxies.source(request);
        Body body = Body.of(request);
        CompletableFuture<?> answered = new RequestExecution(stages, request, body, source, exchange)
                .begin(deadline)
                .thenCompose(answer -> writer.write(answer, response, body, exchange, source));
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

    /** What a request goes through. */
    public record Stages(Checks checks, Reception reception, WorkerPool workers) {}
}
