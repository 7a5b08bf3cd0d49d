package io.github.auraauth.app.cli.group;

import io.github.auraauth.app.cli.account.AccountCommand;
import io.github.auraauth.app.cli.account.PageReader;
import io.github.auraauth.app.cli.command.ExitStatus;
import io.github.auraauth.app.cli.command.JsonPrinter;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.wiring.account.AccountCommandServices;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.permission.Group;
import io.github.auraauth.port.Deadline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aura group list}. */
@Command(name = "list", description = "Shows all groups, by name.")
final class GroupListCommand extends AccountCommand {
    @Option(names = "--json", description = "Print an array with their permissions.")
    private boolean json;

    GroupListCommand(ProcessContext context) {
        super(context);
    }

    @Override
    public void check() {}

    @Override
    public int call(AccountCommandServices services, Actor actor, Deadline deadline) {
        var pages = new PageReader<Group>(page -> services.groups().list(page, actor, deadline));
        return answer(pages.all(), groups -> {
            if (json) {
                print(JsonPrinter.line(groups.stream().map(GroupCommands::view).toList()));
            } else {
                groups.forEach(group -> print(group.name().value()));
            }
            return ExitStatus.DONE;
        });
    }
}
