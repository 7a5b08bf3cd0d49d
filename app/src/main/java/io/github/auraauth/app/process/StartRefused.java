package io.github.auraauth.app.process;

/** The start ends, for a reason that the operator can act on: the message says what to do. Exit status 78. */
public final class StartRefused extends Exception {
    private static final long serialVersionUID = 1L;

    public StartRefused(String message) {
        super(message);
    }

    public StartRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
