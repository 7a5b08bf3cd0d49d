package io.github.auraauth.adapter.http.front;

import io.github.auraauth.adapter.http.answer.Answer;
import io.github.auraauth.adapter.http.definition.Operation;
import io.github.auraauth.adapter.http.request.Body;
import io.github.auraauth.adapter.http.request.Source;
import io.github.auraauth.adapter.http.request.TrustedProxies;
import io.github.auraauth.adapter.http.telemetry.Exchange;
import io.github.auraauth.adapter.http.telemetry.LogContext;
import io.github.auraauth.adapter.http.telemetry.Telemetry;
import io.github.auraauth.port.Deadline;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Enumeration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every request comes in here and every answer leaves here: checks inside, telemetry and manners around them. */
public final class FrontDoor {
    private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);

    static final String CORRELATOR = "x-correlator";
    static final String TRACE_PARENT = "traceparent";

    private final Reception reception;
    private final TrustedProxies proxies;
    private final Telemetry telemetry;
    private final Manners manners;
    private final InstantSource clock;

    public FrontDoor(
            Reception reception, TrustedProxies proxies, Telemetry telemetry, Manners manners, InstantSource clock) {
        this.reception = reception;
        this.proxies = proxies;
        this.telemetry = telemetry;
        this.manners = manners;
        this.clock = clock;
    }

    /** Answers the request, whatever becomes of it. */
    public void handle(HttpServletRequest request, HttpServletResponse response) {
        Deadline deadline = Deadline.in(Operation.USUAL_TIME, clock);
        Exchange exchange =
                telemetry.begin(request.getMethod(), only(request, CORRELATOR), only(request, TRACE_PARENT));
        LogContext.enter(exchange);
        try {
            serve(request, response, exchange, deadline);
        } finally {
            LogContext.leave();
        }
    }

    private void serve(HttpServletRequest request, HttpServletResponse response, Exchange exchange, Deadline deadline) {
        Source source = proxies.source(request);
        Answer given = reception.answer(request, source, exchange, deadline);
        // Jetty ends a connection that has the rest of a body on it; a client that is not told sends its next request.
        Answer answer = Body.discard(request, deadline) ? given : given.with("Connection", "close");
        manners.headers(answer, exchange.correlator(), source.https(), response::setHeader);
        // Before the last byte leaves, so that who has the answer finds its request counted.
        telemetry.end(exchange, answer.status());
        write(answer, response);
    }

    private static void write(Answer answer, HttpServletResponse response) {
        response.setStatus(answer.status());
        response.setContentType(answer.contentType().orElse(null));
        if (answer.contentType().isEmpty()) {
            return;
        }
        response.setContentLength(answer.body().length);
        try {
            response.getOutputStream().write(answer.body());
        } catch (IOException e) {
            LOG.atDebug().log("the caller left before the answer");
        }
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
