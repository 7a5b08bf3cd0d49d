package io.github.auraauth.front.server;

import io.github.auraauth.front.request.Body;
import io.github.auraauth.front.request.Source;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.front.telemetry.RequestObservation;
import io.github.auraauth.front.telemetry.Telemetry;
import io.github.auraauth.port.Deadline;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes answers without waiting for whoever reads them; one who reads too slowly ends with the idle timeout. */
final class ResponseWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ResponseWriter.class);
    /** How long a client that has been answered may go on writing before its connection ends under it. */
    private static final Duration LINGER = Duration.ofSeconds(1);

    private final ResponseHeaders headers;
    private final Telemetry telemetry;
    private final InstantSource clock;

    ResponseWriter(ResponseHeaders headers, Telemetry telemetry, InstantSource clock) {
        this.headers = headers;
        this.telemetry = telemetry;
        this.clock = clock;
    }

    /** Ends when the last byte has left, or never will. */
    CompletableFuture<?> write(
            Response given, HttpServletResponse response, Body body, RequestObservation observation, Source source) {
        // Jetty ends a connection that has the rest of a body on it; a client that is not told sends its next request.
        boolean allRead = body.takeAvailable();
        Response answer = allRead ? given : given.with("Connection", "close");
        response.setStatus(answer.status());
        response.setContentType(answer.contentType().orElse(null));
        headers.set(answer, observation.correlator(), source.https(), response::setHeader);
        answer.cookies().forEach(cookie -> response.addHeader("Set-Cookie", cookie));
        if (answer.contentType().isPresent()) {
            response.setContentLength(answer.body().length);
        }
        // Before the last byte leaves, so that who has the answer finds its request counted.
        telemetry.end(observation, answer.status());
        CompletableFuture<Void> written = new CompletableFuture<>();
        body.jettyRequest().getHttpOutput().sendContent(content(answer, body), new Written(written));
        return allRead ? written : written.thenCompose(all -> body.discard(Deadline.in(LINGER, clock)));
    }

    private static ByteBuffer content(Response answer, Body body) {
        return body.jettyRequest().isHead() ? ByteBuffer.allocate(0) : ByteBuffer.wrap(answer.body());
    }

    private record Written(CompletableFuture<Void> written) implements Callback {
        @Override
        public void succeeded() {
            written.complete(null);
        }

        @Override
        public void failed(Throwable failure) {
            LOG.atDebug().log("the caller left before the answer");
            written.complete(null);
        }
    }
}
