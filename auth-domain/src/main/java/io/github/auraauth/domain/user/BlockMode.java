package io.github.auraauth.domain.user;

import java.util.Arrays;
import java.util.Optional;

/** The operations that the operator has taken out of service, by {@code AURA_AUTHENTICATION_BLOCK_MODE}. Removing always works. */
public enum BlockMode {
    UNBLOCKED("unblocked"),
    /** Nobody is registered. */
    WRITE("write"),
    /** Nobody is registered or read. */
    WRITE_READ("writeread");

    private final String text;

    BlockMode(String text) {
        this.text = text;
    }

    /** The mode of that text, or empty. */
    public static Optional<BlockMode> parse(String text) {
        return Arrays.stream(values()).filter(mode -> mode.text.equals(text)).findFirst();
    }

    /** The mode as it is configured. */
    public String text() {
        return text;
    }

    public boolean blocksRegistering() {
        return this != UNBLOCKED;
    }

    public boolean blocksReading() {
        return this == WRITE_READ;
    }
}
