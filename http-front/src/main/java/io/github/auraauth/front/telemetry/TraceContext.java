package io.github.auraauth.front.telemetry;

/** The {@code traceparent} header of the W3C's Trace Context. */
final class TraceContext {
    private static final int LENGTH = 55;

    private TraceContext() {}

    /** Whether the text is one of version 00: {@code 00-<32 hex>-<16 hex>-<2 hex>} in lower case. */
    static boolean isWellFormed(String text) {
        if (text.length() != LENGTH || !text.startsWith("00-")) {
            return false;
        }
        for (int i = 3; i < LENGTH; i++) {
            char c = text.charAt(i);
            boolean dash = i == 35 || i == 52;
            boolean hex = c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
            if (dash ? c != '-' : !hex) {
                return false;
            }
        }
        return true;
    }
}
