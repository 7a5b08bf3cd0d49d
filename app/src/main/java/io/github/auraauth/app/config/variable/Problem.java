package io.github.auraauth.app.config.variable;

/**
 * One thing that is wrong with the configuration.
 *
 * @param name of the variable
 * @param given what it was, made safe to show
 * @param allowed what it may be
 */
public record Problem(String name, String given, String allowed) {
    private static final int LONGEST = 80;

    public static Problem of(Variable variable, String given, String allowed) {
        return new Problem(variable.name(), shown(variable, given), allowed);
    }

    public static Problem missing(String name, String why) {
        return new Problem(name, "not set", why);
    }

    /** The value for people: never a secret, nor what stands before an {@code @} or as a query in an address. */
    public static String shown(Variable variable, String given) {
        return variable.secret() ? "a secret" : '"' + masked(given) + '"';
    }

    public static String masked(String given) {
        StringBuilder shown = new StringBuilder();
        int from = Math.max(given.lastIndexOf('@'), 0);
        int query = given.indexOf('?', from);
        String kept = given.substring(from, query < 0 ? given.length() : query);
        kept.codePoints()
                .limit(LONGEST)
                .map(point -> Character.isISOControl(point) ? '?' : point)
                .forEach(shown::appendCodePoint);
        boolean cut = kept.codePointCount(0, kept.length()) > LONGEST;
        return (from > 0 ? "[redacted]" : "") + shown + (cut ? "..." : "") + (query < 0 ? "" : "?[redacted]");
    }

    @Override
    public String toString() {
        return name + ": given " + given + ", allowed: " + allowed;
    }
}
