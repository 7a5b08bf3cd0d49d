package io.github.auraauth.app.cli.apikey;

import io.github.auraauth.app.cli.command.ExitStatus;
import io.github.auraauth.app.cli.command.Operator;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.cli.command.StoreCommand;
import io.github.auraauth.app.wiring.CommandServices;
import io.github.auraauth.domain.apikey.ApiKeyFormat;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.apikey.ApiKeyRotation;
import io.github.auraauth.port.in.apikey.ApiKeyRotationOutcome.Rotated;
import io.github.auraauth.port.in.apikey.ApiKeySelector;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code aura apikey rotate}. */
@Command(
        name = "rotate",
        description = "Makes a key with the same rights, prints it once, and has the old one end after a grace.")
public final class ApiKeyRotateCommand extends StoreCommand {
    @Mixin
    private KeyOptions options = new KeyOptions();

    @Option(names = "--grace", description = "How long the old key is still good, such as 12h; 7d when absent.")
    private Optional<String> grace = Optional.empty();

    @Option(names = "--now", description = "Without a grace.")
    private boolean atOnce;

    @Option(names = "--expires", description = "Lifetime of the new key; as long as the old one's when absent.")
    private Optional<String> expires = Optional.empty();

    @Option(names = "--legacy", description = "Make a key of version 1, for consumers that know no other.")
    private boolean legacy;

    @Option(names = "--json", description = "Print {apiKey, format, model, oldEndsAt, advisory}.")
    private boolean json;

    private Optional<ApiKeySelector> selector = Optional.empty();

    public ApiKeyRotateCommand(ProcessContext context) {
        super(context);
    }

    @Override
    public void check() throws IOException {
        if (atOnce && grace.isPresent()) {
            throw wrong("--now and --grace exclude each other");
        }
        rotation();
        try {
            selector = Optional.of(options.selector(context().streams().in()));
        } catch (IllegalArgumentException noId) {
            throw wrong("--id takes an id or a fingerprint, as list shows them");
        }
    }

    @Override
    public int call(CommandServices tools, Deadline deadline) {
        return tools.apiKeys(Operator.actor(context()))
                .rotate(selector.orElseThrow(), rotation(), deadline)
                .fold(
                        this::show,
                        () -> said("the old key has ended; generate makes a new one", ExitStatus.REFUSED),
                        () -> said("no such key", ExitStatus.REFUSED));
    }

    private int show(Rotated rotated) {
        IssuedKeyPrinter.print(
                context(),
                rotated.key(),
                json,
                Map.of("oldEndsAt", rotated.oldEndsAt().toString(), "advisory", rotated.advisory()));
        say("the old key ends at " + rotated.oldEndsAt());
        if (rotated.advisory()) {
            say(ApiKeyView.ADVISORY);
        }
        return ExitStatus.DONE;
    }

    private ApiKeyRotation rotation() {
        Duration left = atOnce
                ? Duration.ZERO
                : grace.map(text -> length("--grace", text)).orElse(Duration.ofDays(7));
        Optional<Duration> lifetime = expires.map(text -> length("--expires", text));
        return new ApiKeyRotation(left, lifetime, legacy ? ApiKeyFormat.V1 : ApiKeyFormat.V2, Operator.of(context()));
    }

    private Duration length(String option, String text) {
        return Lifetime.parse(text).orElseThrow(() -> wrong(option + " takes a number and d, h, m or s"));
    }
}
