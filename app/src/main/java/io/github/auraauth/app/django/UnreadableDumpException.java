package io.github.auraauth.app.django;

/** A file is no dump. The message says where, and holds nothing of the file. */
public final class UnreadableDumpException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableDumpException(String message) {
        super(message);
    }
}
