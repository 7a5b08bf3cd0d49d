package io.github.auraauth.front.server;

import io.github.auraauth.front.response.ErrorCode;
import io.github.auraauth.front.response.ErrorFormat;
import io.github.auraauth.front.response.OutageErrors;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.front.response.ResponseException;
import io.github.auraauth.front.telemetry.RequestObservation;
import io.github.auraauth.port.Outage;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** The table from an exception to a response. */
final class ExceptionMapper {
    private ExceptionMapper() {}

    /** What is answered when the handling ended with a failure, of which a note is made where it is not the caller's. */
    static Response response(@Nullable Throwable failure, RequestObservation observation) {
        if (failure instanceof CompletionException && failure.getCause() != null) {
            return response(failure.getCause(), observation);
        }
        if (failure instanceof ResponseException refused) {
            return refused.response();
        }
        if (failure instanceof Outage outage) {
            FailureLog.note(outage, observation);
            return OutageErrors.response(outage);
        }
        FailureLog.note(failure == null ? new IllegalStateException("no outcome") : failure, observation);
        return ErrorCode.INTERNAL_ERROR.response();
    }

    /** What is answered when a response could not even be given its form. */
    static Response unpresentable(Throwable failure, RequestObservation observation) {
        return response(failure, observation).in(ErrorFormat.CODE_AND_MESSAGE);
    }
}
