package io.github.auraauth.app.cli.account;

import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.wiring.account.AccountCommandServices;
import io.github.auraauth.domain.account.AccountChange;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.port.Deadline;
import picocli.CommandLine.Command;

/** Lets an account be used, or not. */
abstract class AccountStateCommand extends NamedAccountCommand {
    private final boolean active;

    private AccountStateCommand(ProcessContext context, boolean active) {
        super(context);
        this.active = active;
    }

    @Override
    public int call(AccountCommandServices services, Actor actor, Deadline deadline) {
        return answer(
                services.accounts().change(username(), AccountChange.active(active), actor, deadline),
                active ? "it can be used" : "no credential of it is good until it is activated");
    }

    /** {@code aura account activate}. */
    @Command(name = "activate", description = "Lets an account be used again.")
    static final class Activate extends AccountStateCommand {
        Activate(ProcessContext context) {
            super(context, true);
        }
    }

    /** {@code aura account deactivate}. */
    @Command(name = "deactivate", description = "Makes every credential of an account useless until it is activated.")
    static final class Deactivate extends AccountStateCommand {
        Deactivate(ProcessContext context) {
            super(context, false);
        }
    }
}
