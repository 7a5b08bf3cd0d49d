package io.github.auraauth.app.config;

import io.github.auraauth.app.config.variable.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** The configuration cannot be started with. The message lists every problem, one a line, and holds no secret. */
public final class ConfigurationException extends Exception {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // List.copyOf of serializable records
    private final List<String> problems;

    ConfigurationException(List<Problem> problems) {
        super("The configuration cannot be used:"
                + problems.stream().map(problem -> "\n  " + problem).collect(Collectors.joining()));
        this.problems = problems.stream().map(Problem::toString).toList();
    }

    /** Each problem as a sentence. */
    public List<String> problems() {
        return problems;
    }
}
