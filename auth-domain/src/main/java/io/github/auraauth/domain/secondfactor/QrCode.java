package io.github.auraauth.domain.secondfactor;

import static java.util.Objects.requireNonNull;

/**
 * A QR code (ISO/IEC 18004), without the four light modules that belong around it. What it says may be secret, so that it prints
 * nothing of it.
 *
 * @param size modules of a side
 * @param modules row by row, {@code 1} for dark and {@code 0} for light
 */
public record QrCode(int size, String modules) {
    public QrCode {
        requireNonNull(modules, "modules");
        if (size < 1 || modules.length() != size * size) {
            throw new IllegalArgumentException("modules must be as many as size squared");
        }
    }

    /**
     * Whether a module is dark.
     *
     * @param x column from 0 on
     * @param y row from 0 on
     */
    public boolean isDark(int x, int y) {
        return modules.charAt(y * size + x) == '1';
    }

    @Override
    public String toString() {
        return "QrCode[redacted]";
    }
}
