package io.github.auraauth.front.server;

import io.github.auraauth.front.request.Body;
import io.github.auraauth.front.request.Source;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.front.telemetry.RequestObservation;
import io.github.auraauth.front.telemetry.Telemetry;
import io.github.auraauth.port.Deadline;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
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

    /** Ends when the last byte has left; fails when it never will, so that nothing more is read from the connection. */
    CompletableFuture<?> write(
            Response given,
            org.eclipse.jetty.server.Response response,
            Body body,
            RequestObservation observation,
            Source source) {
        // Jetty ends a connection that has the rest of a body on it; a client that is not told sends its next request.
        boolean allRead = body.takeAvailable();
        Response answer = allRead ? given : given.with("Connection", "close");
        HttpFields.Mutable fields = response.getHeaders();
        response.setStatus(answer.status());
        headers.set(answer, observation.correlator(), source.https(), fields::put);
        answer.cookies().forEach(cookie -> fields.add(HttpHeader.SET_COOKIE, cookie));
        answer.contentType().ifPresent(type -> {
            fields.put(HttpHeader.CONTENT_TYPE, type);
            fields.put(HttpHeader.CONTENT_LENGTH, answer.body().length);
        });
        // Before the last byte leaves, so that who has the answer finds its request counted.
        telemetry.end(observation, answer.status());
        CompletableFuture<Void> written = new CompletableFuture<>();
        response.write(true, content(answer, response.getRequest()), new Written(written));
        return allRead ? written : written.thenCompose(all -> body.discard(Deadline.in(LINGER, clock)));
    }

    private static ByteBuffer content(Response answer, Request request) {
        return HttpMethod.HEAD.is(request.getMethod()) ? BufferUtil.EMPTY_BUFFER : ByteBuffer.wrap(answer.body());
    }

    private record Written(CompletableFuture<Void> written) implements Callback {
        @Override
        public void succeeded() {
            written.complete(null);
        }

        @Override
        public void failed(Throwable failure) {
            LOG.atDebug().log("the caller left before the answer");
            written.completeExceptionally(failure);
        }
    }
}
