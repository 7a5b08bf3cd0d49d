package io.github.auraauth.front.server;

import io.github.auraauth.front.request.TrustedProxies;
import io.github.auraauth.front.response.ErrorCode;
import io.github.auraauth.front.response.ErrorFormat;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.front.telemetry.RequestObservation;
import io.github.auraauth.front.telemetry.Telemetry;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers, in our form, what Jetty refuses before it is a request: a malformed head, one too large, one during a stop. */
final class MalformedRequests extends ErrorHandler {
    private final Supplier<Telemetry> telemetries;
    private final TrustedProxies proxies;
    private final ResponseHeaders headers;

    /** @param telemetries give that of the moment */
    MalformedRequests(Supplier<Telemetry> telemetries, TrustedProxies proxies, ResponseHeaders headers) {
        this.telemetries = telemetries;
        this.proxies = proxies;
        this.headers = headers;
    }

    @Override
    public boolean handle(Request request, org.eclipse.jetty.server.Response response, Callback callback) {
        Object cause = request.getAttribute(ERROR_EXCEPTION);
        int status = cause instanceof HttpException refused ? refused.getCode() : response.getStatus();
        Response answer = answer(status, cause instanceof HttpException refused ? refused.getReason() : null)
                .in(ErrorFormat.CODE_AND_MESSAGE);
        Telemetry telemetry = telemetries.get();
        RequestObservation observation = telemetry.begin(request.getMethod(), correlator(request), Optional.empty());
        response.setStatus(answer.status());
        headers.set(
                answer,
                observation.correlator(),
                // Jetty gives the fields of a head that was read to its end, and none of any other
                proxies.source(request).https(),
                (name, value) -> response.getHeaders().put(name, value));
        // Jetty closes the connection after what it refused; a client that is not told takes it for its next request.
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.body().length);
        telemetry.end(observation, answer.status());
        response.write(true, ByteBuffer.wrap(answer.body()), callback);
        return true;
    }

    /** One table from what Jetty would answer to what we answer. */
    private static Response answer(int status, @Nullable String reason) {
        return switch (status) {
            case 414, 431 -> ErrorCode.HEAD_TOO_LARGE.response();
            case 417 -> ErrorCode.INVALID_REQUEST.response("Expect must be 100-continue and nothing else");
            case 404 -> ErrorCode.NOT_FOUND.response();
            case 501 -> ErrorCode.NOT_IMPLEMENTED.response();
            case 503 -> ErrorCode.SERVICE_UNAVAILABLE.response();
            default ->
                status < 500 || status == 505
                        ? ErrorCode.INVALID_REQUEST.response(HeadErrorMessages.of(reason))
                        : ErrorCode.INTERNAL_ERROR.response();
        };
    }

    private static Optional<String> correlator(Request request) {
        List<String> values = request.getHeaders().getValuesList(RequestHandler.CORRELATOR);
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }
}
