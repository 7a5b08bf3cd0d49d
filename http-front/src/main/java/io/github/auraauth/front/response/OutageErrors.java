package io.github.auraauth.front.response;

import io.github.auraauth.port.Outage;
import java.time.Duration;

/** Maps an outage to the error that is answered. */
public final class OutageErrors {
    private static final long ALMOST_A_SECOND = 999_999_999;

    private OutageErrors() {}

    /** Says when to come back where the outage does. */
    public static Response response(Outage outage) {
        return switch (outage.kind()) {
            case UNAVAILABLE -> unavailable(outage);
            case UPSTREAM_FAILED -> ErrorCode.UPSTREAM_ERROR.response();
            case UPSTREAM_TIMED_OUT -> ErrorCode.UPSTREAM_TIMEOUT.response();
        };
    }

    private static Response unavailable(Outage outage) {
        Response plain = ErrorCode.SERVICE_UNAVAILABLE.response();
        return outage instanceof Outage.Paused paused
                ? plain.with("Retry-After", Long.toString(seconds(paused.pause())))
                : plain;
    }

    /** Rounded up, so that nobody comes back too early. */
    private static long seconds(Duration pause) {
        return Math.max(1, pause.plusNanos(ALMOST_A_SECOND).toSeconds());
    }
}
