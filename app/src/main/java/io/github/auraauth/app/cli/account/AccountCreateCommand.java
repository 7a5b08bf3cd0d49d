package io.github.auraauth.app.cli.account;

import io.github.auraauth.app.cli.command.ExitStatus;
import io.github.auraauth.app.cli.command.JsonPrinter;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.wiring.account.AccountCommandServices;
import io.github.auraauth.domain.account.AccountChange;
import io.github.auraauth.domain.account.AccountEmail;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Profile;
import io.github.auraauth.port.Deadline;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code aura account create}. */
@Command(
        name = "create",
        description = "Makes an account without a password, and prints the address at which one is set, once.")
final class AccountCreateCommand extends NamedAccountCommand {
    @Option(names = "--email", description = "E-mail address, not verified.")
    private Optional<String> email = Optional.empty();

    @Option(names = "--first-name", description = "For people; may be empty.")
    private Optional<String> firstName = Optional.empty();

    @Option(names = "--last-name", description = "For people; may be empty.")
    private Optional<String> lastName = Optional.empty();

    @Mixin
    private RightsOptions rights = new RightsOptions();

    @Option(names = "--json", description = "Print {account, invite}.")
    private boolean json;

    AccountCreateCommand(ProcessContext context) {
        super(context);
    }

    @Override
    public void check() throws Exception {
        super.check();
        rights.check(this);
        if (email.filter(text -> AccountEmail.parse(text).isEmpty()).isPresent()) {
            throw wrong("--email takes an e-mail address");
        }
        if (!Profile.isName(firstName.orElse("")) || !Profile.isName(lastName.orElse(""))) {
            throw wrong("a first or last name has at most 150 characters");
        }
    }

    @Override
    public int call(AccountCommandServices services, Actor actor, Deadline deadline) {
        AccountChange wanted = new AccountChange(
                email,
                firstName,
                lastName,
                Optional.empty(),
                rights.staff(),
                rights.superuser(),
                Optional.of(rights.groups(this)),
                Optional.of(rights.permissions(this)));
        return answer(services.accounts().create(username(), wanted, actor, deadline), made -> {
            URI address = services.invitationAddress().apply(made.invitation());
            if (json) {
                Map<String, Object> members = new LinkedHashMap<>();
                members.put("account", AccountView.of(made.account()));
                members.put("invite", address.toString());
                print(JsonPrinter.line(members));
            } else {
                say("made; whoever opens this address within 24 hours sets its password, once:");
                print(address.toString());
            }
            return ExitStatus.DONE;
        });
    }
}
