package io.github.auraauth.app.cli.apikey;

import io.github.auraauth.app.cli.command.ExitStatus;
import io.github.auraauth.app.cli.command.Operator;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.cli.command.StoreCommand;
import io.github.auraauth.app.wiring.CommandServices;
import io.github.auraauth.domain.apikey.ApiKeyModel;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.apikey.ApiKeySelector;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code aura apikey revoke}. */
@Command(
        name = "revoke",
        description = "Ends one key, or all keys of a consumer issued until now; servers refuse them within 3 seconds.")
public final class ApiKeyRevokeCommand extends StoreCommand {
    @Mixin
    private KeyOptions options = new KeyOptions();

    @Option(names = "--consumer", paramLabel = "APP", description = "All keys that list this consumer.")
    private Optional<String> consumer = Optional.empty();

    private Optional<ApiKeySelector> selector = Optional.empty();

    public ApiKeyRevokeCommand(ProcessContext context) {
        super(context);
    }

    @Override
    public void check() throws IOException {
        if (consumer.isPresent() && options.isNamed()) {
            throw wrong("--consumer and --id exclude each other");
        }
        if (!consumer.stream().allMatch(ApiKeyModel.Grants::isEntry)) {
            throw wrong("--consumer takes 1 to 64 of a-z 0-9 * / . _ -");
        }
        if (consumer.isPresent()) {
            return;
        }
        try {
            selector = Optional.of(options.selector(context().streams().in()));
        } catch (IllegalArgumentException noId) {
            throw wrong("--id takes an id or a fingerprint, as list shows them");
        }
    }

    @Override
    public int call(CommandServices tools, Deadline deadline) {
        if (consumer.isPresent()) {
            tools.apiKeys(Operator.actor(context())).revokeConsumer(consumer.get(), deadline);
            say("all keys for " + consumer.get() + " issued until now are revoked");
            return ExitStatus.DONE;
        }
        return switch (tools.apiKeys(Operator.actor(context())).revoke(selector.orElseThrow(), deadline)) {
            case REVOKED -> said("revoked", ExitStatus.DONE);
            case REVOKED_ADVISORY -> {
                say("revoked");
                yield said(ApiKeyView.ADVISORY, ExitStatus.DONE);
            }
            case ABSENT -> said("no such key", ExitStatus.REFUSED);
        };
    }
}
