package io.github.auraauth.app.cli;

import io.github.auraauth.app.cli.command.ExitStatus;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.config.upstream.UpstreamSettings;
import io.github.auraauth.app.wiring.CommandServices;
import io.github.auraauth.port.Deadline;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code aura doctor}: tries what the service depends on and says what to do. */
@Command(name = "doctor", description = "Tries each dependency and says what to do.", mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration SECOND_LOOK = Duration.ofSeconds(5);
    private static final Map<String, String> ADVICE = Map.ofEntries(
            Map.entry("mongo", "check AURA_MONGODB_URI, the user and password, the network, and that MongoDB runs"),
            Map.entry(
                    "redis",
                    "check AURA_REDIS_HOSTS, AURA_REDIS_MODE, AURA_REDIS_TLS, the password and the network; users are served"
                            + " without it"),
            Map.entry(
                    "terms",
                    "check TAC_MONGODB_URI, the user and password in it, and the network; users are served without it"),
            Map.entry(
                    "kernel",
                    "check AURA_FP_AUTHSERVER_ENDPOINT, that its .well-known/openid-configuration can be fetched from"
                            + " here and names the same issuer, and the network; nobody logs in without it"),
            Map.entry(
                    "channels",
                    "check AURA_CHANNELS_CONFIGURATION_API_ENDPOINT, AURA_AUTHORIZATION_HEADER and the network; nobody"
                            + " registers without a list"),
            Map.entry(
                    "direct-line",
                    "check AURA_DIRECTLINE_API_ENDPOINT and the network; the bot gets no tokens without it"),
            Map.entry(
                    "storage",
                    "check AURA_MICROSOFT_AZURE_STORAGE_ACCOUNT, its access key, AURA_LOCALE_REMOTE_CONTAINER and the"
                            + " network; pages show local texts without it"),
            Map.entry(
                    "static-resources",
                    "check AURA_STATIC_RESOURCE_PROVIDER_ENDPOINT, that its SAS token may read and write and has not"
                            + " expired, and the network; pages show no picture of theirs without it"),
            Map.entry(
                    "common-storage",
                    "check AURA_MICROSOFT_AZURE_STORAGE_COMMON_ACCOUNT, its access key and the network; KPI files wait on the"
                            + " disk without it"),
            Map.entry(
                    "indexes",
                    "check AURA_MICROSOFT_AZURE_STORAGE_ACCOUNT, its access key,"
                            + " AURA_MICROSOFT_AZURE_STORAGE_CONFIGURATION_CONTAINER and the network; the program's own indexes are"
                            + " made without it"),
            Map.entry(
                    "behaviours",
                    "check AURA_MICROSOFT_AZURE_STORAGE_ACCOUNT, its access key,"
                            + " AURA_MICROSOFT_AZURE_STORAGE_CONFIGURATION_CONTAINER and the network; nothing is made slow or fails"
                            + " without it"));

    private final ProcessContext context;

    DoctorCommand(ProcessContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        Configuration configuration = context.configuration();
        say("configuration", "good");
        configuration.notices().forEach(notice -> say("configuration", notice));
        boolean allAnswer = true;
        try (CommandServices tools = context.tools(configuration)) {
            var checks = tools.operations()
                    .health(Deadline.in(PATIENCE, context.clock()))
                    .checks();
            var problems = tools.operations().accessProblems(Deadline.in(SECOND_LOOK, context.clock()));
            for (Map.Entry<String, Boolean> check : checks.entrySet()) {
                allAnswer &= check.getValue() && !problems.containsKey(check.getKey());
                say(check.getKey(), problems.getOrDefault(check.getKey(), state(check.getKey(), check.getValue())));
            }
        }
        tellWhatIsOff(configuration.upstream());
        return allAnswer ? ExitStatus.DONE : ExitStatus.UNAVAILABLE;
    }

    private static String state(String dependency, boolean answers) {
        return answers
                ? "answers"
                : "does not answer: " + ADVICE.getOrDefault(dependency, "check its configuration and the network");
    }

    /** Left out on purpose, or forgotten: only the operator knows. */
    private void tellWhatIsOff(UpstreamSettings upstream) {
        if (!upstream.callsKernel()) {
            say("kernel", "not configured: nobody logs in through it; set AURA_FP_AUTHSERVER_ENDPOINT");
        }
        if (!upstream.callsDirectLine()) {
            say("direct-line", "not configured: no tokens for the bot; set AURA_DIRECTLINE_SECRETS");
        }
    }

    private void say(String what, String state) {
        context.out().printf("%-16s %s%n", what, state);
    }
}
