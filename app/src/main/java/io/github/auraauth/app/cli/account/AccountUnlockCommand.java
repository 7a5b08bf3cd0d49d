package io.github.auraauth.app.cli.account;

import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.wiring.account.AccountCommandServices;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.port.Deadline;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aura account unlock}. */
@Command(name = "unlock", description = "Forgets the failed logins of an account.")
final class AccountUnlockCommand extends NamedAccountCommand {
    @Option(names = "--source", paramLabel = "ADDRESS", description = "Those from this address too.")
    private Optional<String> source = Optional.empty();

    AccountUnlockCommand(ProcessContext context) {
        super(context);
    }

    @Override
    public int call(AccountCommandServices services, Actor actor, Deadline deadline) {
        return answer(
                services.administration().unlock(username(), source, actor, deadline),
                source.isPresent()
                        ? "its failed logins over all sources, and those from this one, are forgotten"
                        : "its failed logins over all sources are forgotten; those from a single source count for"
                                + " 15 minutes, unless --source names it");
    }
}
