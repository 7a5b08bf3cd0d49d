package io.github.auraauth.adapter.http.front;

import io.github.auraauth.adapter.http.answer.Answer;
import io.github.auraauth.adapter.http.answer.ErrorCode;
import io.github.auraauth.adapter.http.telemetry.Exchange;
import io.github.auraauth.adapter.http.telemetry.Telemetry;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers, in our form, what Jetty refuses before it is a request: a malformed head, one too large, one during a stop. */
public final class MalformedRequests extends ErrorHandler {
    private final Telemetry telemetry;
    private final Manners manners;

    public MalformedRequests(Telemetry telemetry, Manners manners) {
        this.telemetry = telemetry;
        this.manners = manners;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Object cause = request.getAttribute(ERROR_EXCEPTION);
        int status = cause instanceof HttpException refused ? refused.getCode() : response.getStatus();
        Answer answer = answer(status, cause instanceof HttpException refused ? refused.getReason() : null);
        Exchange exchange = telemetry.begin(request.getMethod(), correlator(request), Optional.empty());
        response.setStatus(answer.status());
        manners.headers(
                answer,
                exchange.correlator(),
                false,
                (name, value) -> response.getHeaders().put(name, value));
        // Jetty closes the connection after what it refused; a client that is not told takes it for its next request.
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.body().length);
        telemetry.end(exchange, answer.status());
        response.write(true, ByteBuffer.wrap(answer.body()), callback);
        return true;
    }

    /** One table from what Jetty would answer to what we answer. */
    private static Answer answer(int status, @Nullable String reason) {
        return switch (status) {
            case 414, 431 -> ErrorCode.HEAD_TOO_LARGE.answer();
            case 417 -> ErrorCode.INVALID_REQUEST.answer("Expect must be 100-continue and nothing else");
            case 404 -> ErrorCode.NOT_FOUND.answer();
            case 501 -> ErrorCode.NOT_IMPLEMENTED.answer();
            case 503 -> ErrorCode.SERVICE_UNAVAILABLE.answer();
            default ->
                status < 500 || status == 505
                        ? ErrorCode.INVALID_REQUEST.answer(HeadFaults.of(reason))
                        : ErrorCode.INTERNAL_ERROR.answer();
        };
    }

    private static Optional<String> correlator(Request request) {
        List<String> values = request.getHeaders().getValuesList(FrontDoor.CORRELATOR);
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }
}
