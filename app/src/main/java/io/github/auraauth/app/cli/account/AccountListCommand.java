package io.github.auraauth.app.cli.account;

import io.github.auraauth.app.cli.command.ExitStatus;
import io.github.auraauth.app.cli.command.JsonPrinter;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.wiring.account.AccountCommandServices;
import io.github.auraauth.domain.account.AccountDetails;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.account.Accounts.Filter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aura account list}. */
@Command(name = "list", description = "Shows all accounts, by user name.")
final class AccountListCommand extends AccountCommand {
    @Option(names = "--inactive", description = "Only those that cannot be used.")
    private boolean inactive;

    @Option(names = "--staff", description = "Only those to whom administration is open.")
    private boolean staff;

    @Option(names = "--group", paramLabel = "GROUP", description = "Only those in this group.")
    private Optional<String> group = Optional.empty();

    @Option(names = "--json", description = "Print an array with all that show prints.")
    private boolean json;

    AccountListCommand(ProcessContext context) {
        super(context);
    }

    @Override
    public void check() {
        group.ifPresent(this::group);
    }

    @Override
    public int call(AccountCommandServices services, Actor actor, Deadline deadline) {
        Filter filter = new Filter(
                inactive ? Optional.of(false) : Optional.empty(),
                staff ? Optional.of(true) : Optional.empty(),
                group.map(this::group));
        var pages = new PageReader<AccountDetails>(page -> services.accounts().list(filter, page, actor, deadline));
        return answer(pages.all(), this::show);
    }

    private int show(List<AccountDetails> accounts) {
        if (json) {
            print(JsonPrinter.line(accounts.stream().map(AccountView::of).toList()));
        } else {
            accounts.forEach(account -> print(AccountView.line(account)));
        }
        return ExitStatus.DONE;
    }
}
