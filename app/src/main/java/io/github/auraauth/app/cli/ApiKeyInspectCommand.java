package io.github.auraauth.app.cli;

import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.domain.apikey.ApiKeyModel;
import io.github.auraauth.domain.apikey.ApiKeys;
import io.github.auraauth.domain.apikey.ReadApiKey;
import io.github.auraauth.domain.secret.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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
final class ApiKeyInspectCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(arity = "0..1", paramLabel = "KEY", description = "Read from standard input when absent.")
    private Optional<String> argument = Optional.empty();

    @Option(names = "--json", description = "Print {valid, reason, format, model}.")
    private boolean json;

    ApiKeyInspectCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        Configuration configuration = surroundings.configuration();
        ApiKeys keys = ApiKeyView.keys(configuration, surroundings.random());
        String key = key();
        Instant now = surroundings.clock().instant();
        Optional<ReadApiKey> read = keys.read(key);
        boolean valid = keys.verify(key, now).isPresent();
        String environment = configuration.deployment().name();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("valid", valid);
        answer.put("reason", valid ? Optional.empty() : Optional.of(reason(read, environment, now)));
        answer.put("format", read.map(found -> ApiKeyView.format(found.format())));
        answer.put("model", read.map(found -> ApiKeyView.model(found.model())));
        print(answer);
        return valid ? ExitStatus.DONE : ExitStatus.REFUSED;
    }

    private static String reason(Optional<ReadApiKey> read, String environment, Instant now) {
        if (read.isEmpty()) {
            return "undecipherable";
        }
        ApiKeyModel model = read.get().model();
        if (model.isExpiredAt(now)) {
            return "expired";
        }
        return model.isForeignTo(environment) ? "other environment" : "not registered";
    }

    private void print(Map<String, Object> answer) {
        if (json) {
            surroundings.out().println(Json.line(answer));
            return;
        }
        answer.forEach((member, value) -> {
            Optional<?> shown = value instanceof Optional<?> optional ? optional : Optional.of(value);
            shown.map(each -> each instanceof Map ? Json.line(each) : each.toString())
                    .ifPresent(text -> surroundings.out().printf("%-7s %s%n", member, text));
        });
    }

    private String key() throws IOException {
        Secret key = argument.isPresent()
                ? KeyInput.of(argument.get())
                : KeyInput.from(surroundings.streams().in());
        return new String(key.reveal(), StandardCharsets.UTF_8);
    }
}
