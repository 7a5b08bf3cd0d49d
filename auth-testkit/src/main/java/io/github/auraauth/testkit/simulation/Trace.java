package io.github.auraauth.testkit.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What happened, in order, by true time. */
final class Trace {
    private final List<Line> lines = new ArrayList<>();

    void add(long nanos, String who, String what, String outcome) {
        lines.add(new Line(nanos, who, what, outcome));
    }

    /** What came of a call, in words that are the same each time. */
    static String outcome(Object result) {
        if (result instanceof Optional<?> optional) {
            return optional.map(Trace::outcome).orElse("nothing");
        }
        if (result instanceof Enum<?> value) {
            return value.name();
        }
        if (result instanceof Boolean || result instanceof Number) {
            return result.toString();
        }
        return result instanceof List<?> list ? list.size() + " values" : "a value";
    }

    @Override
    public String toString() {
        return lines.stream().map(Line::toString).collect(Collectors.joining("\n"));
    }

    private record Line(long nanos, String who, String what, String outcome) {
        @Override
        public String toString() {
            String time = String.format(Locale.ROOT, "%12.6f s", nanos / 1e9);
            return time + "  " + who + "  " + what + (outcome.isEmpty() ? "" : ": " + outcome);
        }
    }
}
