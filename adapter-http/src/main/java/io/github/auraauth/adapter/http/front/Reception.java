package io.github.auraauth.adapter.http.front;

import io.github.auraauth.adapter.http.answer.Answer;
import io.github.auraauth.adapter.http.answer.ErrorCode;
import io.github.auraauth.adapter.http.answer.Outages;
import io.github.auraauth.adapter.http.answer.Refusal;
import io.github.auraauth.adapter.http.request.Source;
import io.github.auraauth.adapter.http.telemetry.Exchange;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.Outage;
import jakarta.servlet.http.HttpServletRequest;

/** Makes an answer of whatever comes of a request, one that a page of another origin may read where it may. */
public final class Reception {
    private final Checks checks;
    private final Cors cors;

    public Reception(Checks checks, Cors cors) {
        this.checks = checks;
        this.cors = cors;
    }

    /** @param usual the end of the time that a request usually has */
    Answer answer(HttpServletRequest request, Source source, Exchange exchange, Deadline usual) {
        Answer answer = outcome(request, source, exchange, usual);
        return cors.readable(checks.presented(answer, request, exchange.route()), request, exchange.route());
    }

    private Answer outcome(HttpServletRequest request, Source source, Exchange exchange, Deadline usual) {
        try {
            return checks.pass(request, source, exchange, usual);
        } catch (Refusal refusal) {
            return refusal.answer();
        } catch (Outage outage) {
            Failures.note(outage, exchange);
            return Outages.answer(outage);
        } catch (RuntimeException | Error failure) {
            Failures.note(failure, exchange);
            return ErrorCode.INTERNAL_ERROR.answer();
        }
    }
}
