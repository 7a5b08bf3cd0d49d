package io.github.auraauth.adapter.http.front;

import io.github.auraauth.adapter.http.answer.Answer;
import io.github.auraauth.adapter.http.answer.ErrorCode;
import io.github.auraauth.adapter.http.answer.Outages;
import io.github.auraauth.adapter.http.answer.Refusal;
import io.github.auraauth.adapter.http.telemetry.Exchange;
import io.github.auraauth.port.Outage;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Makes an answer of whatever comes of a request, one that a page of another origin may read where it may. */
public final class Reception {
    private final Checks checks;
    private final Cors cors;

    public Reception(Checks checks, Cors cors) {
        this.checks = checks;
        this.cors = cors;
    }

    /** The answer as the caller is to see it. */
    Answer shown(Answer answer, HttpServletRequest request, Exchange exchange) {
        Answer presented;
        try {
            presented = checks.presented(answer, request, exchange.route());
        } catch (RuntimeException | Error failure) {
            Failures.note(failure, exchange);
            presented = ErrorCode.INTERNAL_ERROR.answer();
        }
        return cors.readable(presented, request, exchange.route());
    }

    /** What is answered when the handling ended with a failure, of which a note is made where it is not the caller's. */
    Answer answer(@Nullable Throwable failure, Exchange exchange) {
        if (failure instanceof CompletionException && failure.getCause() != null) {
            return answer(failure.getCause(), exchange);
        }
        if (failure instanceof Refusal refusal) {
            return refusal.answer();
        }
        if (failure instanceof Outage outage) {
            Failures.note(outage, exchange);
            return Outages.answer(outage);
        }
        Failures.note(failure == null ? new IllegalStateException("no outcome") : failure, exchange);
        return ErrorCode.INTERNAL_ERROR.answer();
    }
}
