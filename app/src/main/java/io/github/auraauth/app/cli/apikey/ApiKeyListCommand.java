package io.github.auraauth.app.cli.apikey;

import io.github.auraauth.app.cli.command.ExitStatus;
import io.github.auraauth.app.cli.command.JsonPrinter;
import io.github.auraauth.app.cli.command.Operator;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.cli.command.StoreCommand;
import io.github.auraauth.app.wiring.CommandServices;
import io.github.auraauth.domain.apikey.RegisteredApiKey;
import io.github.auraauth.port.Deadline;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aura apikey list}. */
@Command(name = "list", description = "Shows the registered keys, the newest first; never a key itself.")
public final class ApiKeyListCommand extends StoreCommand {
    @Option(names = "--json", description = "Print an array with all that is known.")
    private boolean json;

    public ApiKeyListCommand(ProcessContext context) {
        super(context);
    }

    @Override
    public void check() {}

    @Override
    public int call(CommandServices tools, Deadline deadline) {
        List<RegisteredApiKey> keys = tools.apiKeys(Operator.actor(context())).list(deadline);
        Instant now = context().clock().instant();
        if (json) {
            context()
                    .out()
                    .println(JsonPrinter.line(
                            keys.stream().map(key -> all(key, now)).toList()));
        } else {
            keys.forEach(key -> line(key, now));
        }
        return ExitStatus.DONE;
    }

    private void line(RegisteredApiKey key, Instant now) {
        context()
                .out()
                .printf(
                        "%s %s %-7s %-2s %s used %s %s%n",
                        key.model().stamp().id().orElse(key.fingerprint().hex()),
                        ApiKeyView.format(key.format()),
                        state(key, now),
                        key.model().grants().mode().text(),
                        String.join(",", key.model().grants().apps()),
                        key.lastUsedAt().map(Instant::toString).orElse("never"),
                        key.name().orElse(""));
    }

    private static Map<String, Object> all(RegisteredApiKey key, Instant now) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("fingerprint", key.fingerprint().hex());
        members.put("format", ApiKeyView.format(key.format()));
        members.put("state", state(key, now));
        members.put("model", ApiKeyView.model(key.model()));
        members.put("name", key.name());
        members.put("createdAt", key.origin().createdAt().toString());
        members.put("createdBy", key.origin().createdBy());
        members.put("expiresAt", key.model().stamp().expiresAt().map(Instant::toString));
        members.put("lastUsedAt", key.lastUsedAt().map(Instant::toString));
        members.put("revokedAt", key.revokedAt().map(Instant::toString));
        members.put("successorOf", key.origin().successorOf().map(old -> old.hex()));
        members.values().removeIf(Optional.empty()::equals);
        return members;
    }

    /** As the registry sees it; that all keys of a consumer were revoked it does not know. */
    private static String state(RegisteredApiKey key, Instant now) {
        if (key.revokedAt().isPresent()) {
            return key.revokedAt().get().isAfter(now) ? "ending" : "revoked";
        }
        return key.model().isExpiredAt(now) ? "expired" : "good";
    }
}
