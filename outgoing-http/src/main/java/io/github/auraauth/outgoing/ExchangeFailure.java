package io.github.auraauth.outgoing;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Why there was no response: the class names and the trace of what was thrown, without its messages, since those quote
 * what was sent and received.
 */
final class ExchangeFailure extends IOException {
    private static final long serialVersionUID = 1L;
    private static final int MAX_CAUSES = 5;

    ExchangeFailure(Throwable thrown) {
        super(names(thrown));
        setStackTrace(thrown.getStackTrace());
    }

    private static String names(Throwable thrown) {
        StringBuilder names = new StringBuilder(thrown.getClass().getSimpleName());
        @Nullable Throwable cause = thrown.getCause();
        for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
            names.append(" by ").append(cause.getClass().getSimpleName());
            cause = cause.getCause();
        }
        return names.toString();
    }
}
