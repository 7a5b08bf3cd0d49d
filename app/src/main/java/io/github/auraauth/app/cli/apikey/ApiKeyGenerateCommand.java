package io.github.auraauth.app.cli.apikey;

import io.github.auraauth.app.cli.command.ExitStatus;
import io.github.auraauth.app.cli.command.Operator;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.wiring.CommandServices;
import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.access.PathPattern;
import io.github.auraauth.domain.apikey.ApiKeyFormat;
import io.github.auraauth.domain.apikey.ApiKeyModel;
import io.github.auraauth.domain.apikey.ApiKeyRequest;
import io.github.auraauth.domain.apikey.IssuedApiKey;
import io.github.auraauth.port.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code aura apikey generate}: makes a key and, unless told otherwise, registers it. */
@Command(
        name = "generate",
        description = "Makes an APIKey for this environment, registers it, and prints it once.",
        mixinStandardHelpOptions = true)
public final class ApiKeyGenerateCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ProcessContext context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "-v", required = true, description = "Release that it is made for, such as 9.5.0.")
    private String version = "";

    @Option(names = "-s", required = true, split = ",", description = "Scopes, such as aura-services.")
    private List<String> scopes = List.of();

    @Option(names = "-a", required = true, split = ",", description = "Consumers: aura-bot, kernel, a channel's name.")
    private List<String> apps = List.of();

    @Option(names = "-m", required = true, description = "r, w or rw.")
    private String mode = "";

    @Option(names = "-p", split = ",", description = "Paths, as patterns; all when absent.")
    private List<String> paths = List.of();

    @Option(names = "--name", description = "For people; never in a key of version 1.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--expires", description = "Lifetime, such as 90d, 12h or 30m.")
    private Optional<String> expires = Optional.empty();

    @Option(names = "--legacy", description = "Make a key of version 1, for consumers that know no other.")
    private boolean legacy;

    @Option(names = "--unregistered", description = "Do not register it: needs no store, and list will not show it.")
    private boolean unregistered;

    @Option(names = "--json", description = "Print {apiKey, format, model}.")
    private boolean json;

    public ApiKeyGenerateCommand(ProcessContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        ApiKeyRequest request = request(context.clock().instant());
        if (legacy && name.isPresent()) {
            context.err().println("aura: a key of version 1 carries no name; the registry has it");
        }
        Configuration configuration = context.configuration();
        IssuedApiKey issued = unregistered ? make(configuration, request) : register(configuration, request);
        IssuedKeyPrinter.print(context, issued, json, Map.of());
        return ExitStatus.DONE;
    }

    private IssuedApiKey make(Configuration configuration, ApiKeyRequest request) {
        return context.offlineApiKeys(configuration).issue(request, format());
    }

    private IssuedApiKey register(Configuration configuration, ApiKeyRequest request) throws Exception {
        try (CommandServices tools = context.tools(configuration)) {
            return tools.apiKeys(Operator.actor(context))
                    .issue(request, format(), Operator.of(context), Deadline.in(PATIENCE, context.clock()));
        }
    }

    private ApiKeyFormat format() {
        return legacy ? ApiKeyFormat.V1 : ApiKeyFormat.V2;
    }

    private ApiKeyRequest request(Instant now) {
        AccessMode accessMode = AccessMode.parse(mode).orElseThrow(() -> wrong("-m takes r, w or rw"));
        if (!paths.stream().allMatch(PathPattern::isPattern)) {
            throw wrong("-p takes patterns that begin with / and have ** only at their end");
        }
        Optional<Instant> end = expires.map(text ->
                now.plus(Lifetime.parse(text).orElseThrow(() -> wrong("--expires takes a number and d, h, m or s"))));
        try {
            var grants =
                    new ApiKeyModel.Grants(new LinkedHashSet<>(scopes), new LinkedHashSet<>(apps), accessMode, paths);
            var stamp = new ApiKeyModel.Stamp(Optional.empty(), Optional.of(now), end, Optional.empty(), name);
            ApiKeyModel checked = new ApiKeyModel(version, grants, stamp);
            return new ApiKeyRequest(checked.version(), grants, end, name);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }
}
