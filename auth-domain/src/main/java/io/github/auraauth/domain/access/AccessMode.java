package io.github.auraauth.domain.access;

import java.util.Optional;

/** The access modes of a key: read, write, or both. */
public enum AccessMode {
    READ("r"),
    WRITE("w"),
    READ_WRITE("rw");

    private final String text;

    AccessMode(String text) {
        this.text = text;
    }

    /** The mode as keys write it: {@code r}, {@code w} or {@code rw}. */
    public String text() {
        return text;
    }

    /** The mode of that text, or empty. */
    public static Optional<AccessMode> parse(String text) {
        return switch (text) {
            case "r" -> Optional.of(READ);
            case "w" -> Optional.of(WRITE);
            case "rw" -> Optional.of(READ_WRITE);
            default -> Optional.empty();
        };
    }

    /** What a request of that method of HTTP does: GET, HEAD and OPTIONS read, all else writes. */
    public static AccessMode ofMethod(String method) {
        return switch (method) {
            case "GET", "HEAD", "OPTIONS" -> READ;
            default -> WRITE;
        };
    }

    /** Whether a key of this mode may do what needs the other one. */
    public boolean covers(AccessMode needed) {
        return this == READ_WRITE || this == needed;
    }
}
