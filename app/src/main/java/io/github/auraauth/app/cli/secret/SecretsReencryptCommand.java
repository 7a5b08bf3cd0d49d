package io.github.auraauth.app.cli.secret;

import io.github.auraauth.app.cli.command.ExitStatus;
import io.github.auraauth.app.cli.command.JsonPrinter;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.cli.command.ProgressTeller;
import io.github.auraauth.app.cli.command.StoreCommand;
import io.github.auraauth.app.wiring.CommandServices;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.secret.StoredSecrets.Reencryption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aura secrets reencrypt}. */
@Command(
        name = "reencrypt",
        description =
                "Enciphers what an older key of AURA_ENCRYPTION_KEY holds under the first one, while the service serves;"
                        + " exit status 1 where something cannot be deciphered.")
public final class SecretsReencryptCommand extends StoreCommand {
    @Option(names = "--json", description = "Print {reencrypted, current, changed, unreadable, examples}.")
    private boolean json;

    public SecretsReencryptCommand(ProcessContext context) {
        super(context);
    }

    @Override
    public Duration patience() {
        return Duration.ofDays(1);
    }

    @Override
    public void check() {
        // there is nothing to check before the database is opened
    }

    @Override
    public int call(CommandServices tools, Deadline deadline) {
        Reencryption done;
        try (ProgressTeller progress = ProgressTeller.of(context(), "reencrypt")) {
            done = tools.operations().secrets().reencrypt(progress::at, deadline);
        }
        if (json) {
            context().out().println(JsonPrinter.line(asMap(done)));
        } else {
            done.examples().forEach(where -> say("not deciphered by any key, and left as it is: " + where));
            context()
                    .out()
                    .println(done.reencrypted() + " values enciphered anew, " + done.current()
                            + " were under the first key already, " + done.changed() + " changed meanwhile, "
                            + done.unreadable() + " cannot be deciphered");
        }
        return done.unreadable() == 0 ? ExitStatus.DONE : ExitStatus.REFUSED;
    }

    private static Map<String, Object> asMap(Reencryption done) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("reencrypted", done.reencrypted());
        members.put("current", done.current());
        members.put("changed", done.changed());
        members.put("unreadable", done.unreadable());
        members.put("examples", done.examples());
        return members;
    }
}
