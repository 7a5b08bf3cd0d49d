package io.github.auraauth.app.cli;

import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.wiring.Tools;
import io.github.auraauth.port.Deadline;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code aura doctor}: tries what the service depends on and says what to do. */
@Command(name = "doctor", description = "Tries each dependency and says what to do.", mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Map<String, String> ADVICE = Map.of(
            "mongo", "check AURA_MONGODB_URI, the user and password, the network, and that MongoDB runs",
            "redis",
                    "check AURA_REDIS_HOSTS, AURA_REDIS_MODE, the password and the network; users are served without it",
            "terms",
                    "check TAC_MONGODB_URI, the user and password in it, and the network; users are served without it");

    private final Surroundings surroundings;

    DoctorCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        Configuration configuration = surroundings.configuration();
        say("configuration", "good");
        configuration.notices().forEach(notice -> say("configuration", notice));
        boolean allAnswer = true;
        try (Tools tools = surroundings.tools(configuration)) {
            var checks =
                    tools.health(Deadline.in(PATIENCE, surroundings.clock())).checks();
            for (Map.Entry<String, Boolean> check : checks.entrySet()) {
                boolean answers = check.getValue();
                allAnswer &= answers;
                String advice = ADVICE.getOrDefault(check.getKey(), "check its configuration and the network");
                say(check.getKey(), answers ? "answers" : "does not answer: " + advice);
            }
        }
        return allAnswer ? ExitStatus.DONE : ExitStatus.UNAVAILABLE;
    }

    private void say(String what, String state) {
        surroundings.out().printf("%-14s %s%n", what, state);
    }
}
