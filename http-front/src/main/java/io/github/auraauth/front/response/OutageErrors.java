package io.github.auraauth.front.response;

import io.github.auraauth.port.Outage;

/** Maps an outage to the error that is answered. */
public final class OutageErrors {
    private OutageErrors() {}

    /** Says when to come back where the outage does. */
    public static Response response(Outage outage) {
        return switch (outage.category()) {
            case UNAVAILABLE -> unavailable(outage);
            case UPSTREAM_FAILED -> ErrorCode.UPSTREAM_ERROR.response();
            case UPSTREAM_TIMED_OUT -> ErrorCode.UPSTREAM_TIMEOUT.response();
        };
    }

    private static Response unavailable(Outage outage) {
        Response plain = ErrorCode.SERVICE_UNAVAILABLE.response();
        return outage instanceof Outage.Paused paused ? plain.retryAfter(paused.pause()) : plain;
    }
}
