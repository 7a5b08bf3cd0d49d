package io.github.auraauth.adapter.mongo.backup;

/** A file that cannot be restored; the message says in a line why, and nothing of what is in it. */
public final class UnusableBackupException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnusableBackupException(String message) {
        super(message);
    }

    UnusableBackupException(String message, Throwable cause) {
        super(message, cause);
    }
}
