package io.github.auraauth.app.cli.apikey;

import io.github.auraauth.app.cli.command.ExitStatus;
import io.github.auraauth.app.cli.command.JsonPrinter;
import io.github.auraauth.app.cli.command.Operator;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.wiring.CommandServices;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.apikey.ApiKeyInspection;
import io.github.auraauth.port.in.apikey.ApiKeyInspection.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aura apikey inspect}: tells whoever holds the environment's keys what a key says, and why it is refused. */
@Command(
        name = "inspect",
        description = "Reads an APIKey and says whether it is good.",
        mixinStandardHelpOptions = true)
public final class ApiKeyInspectCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ProcessContext context;

    @Parameters(arity = "0..1", paramLabel = "KEY", description = "Read from standard input when absent.")
    private Optional<String> argument = Optional.empty();

    @Option(names = "--offline", description = "Ask no store: what is registered or revoked does not count.")
    private boolean offline;

    @Option(names = "--json", description = "Print {valid, reason, format, model}.")
    private boolean json;

    public ApiKeyInspectCommand(ProcessContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        Secret key = key();
        Configuration configuration = context.configuration();
        ApiKeyInspection found =
                offline ? context.offlineApiKeys(configuration).inspect(key) : inspect(configuration, key);
        boolean valid = found.verdict() == Verdict.GOOD;
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("valid", valid);
        answer.put("reason", valid ? Optional.empty() : Optional.of(words(found.verdict())));
        answer.put("format", found.key().map(read -> ApiKeyView.format(read.format())));
        answer.put("model", found.key().map(read -> ApiKeyView.model(read.model())));
        print(answer);
        return valid ? ExitStatus.DONE : ExitStatus.REFUSED;
    }

    private ApiKeyInspection inspect(Configuration configuration, Secret key) throws Exception {
        try (CommandServices tools = context.tools(configuration)) {
            return tools.apiKeys(Operator.actor(context)).inspect(key, Deadline.in(PATIENCE, context.clock()));
        }
    }

    private static String words(Verdict verdict) {
        return switch (verdict) {
            case GOOD -> "good";
            case UNDECIPHERABLE -> "undecipherable";
            case EXPIRED -> "expired";
            case OTHER_ENVIRONMENT -> "other environment";
            case NOT_REGISTERED -> "not registered";
            case REVOKED -> "revoked";
        };
    }

    private void print(Map<String, Object> answer) {
        if (json) {
            context.out().println(JsonPrinter.line(answer));
            return;
        }
        answer.forEach((member, value) -> {
            Optional<?> shown = value instanceof Optional<?> optional ? optional : Optional.of(value);
            shown.map(each -> each instanceof Map ? JsonPrinter.line(each) : each.toString())
                    .ifPresent(text -> context.out().printf("%-7s %s%n", member, text));
        });
    }

    private Secret key() throws IOException {
        return argument.isPresent()
                ? KeyInput.of(argument.get())
                : KeyInput.from(context.streams().in());
    }
}
