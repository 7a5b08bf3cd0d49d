package io.github.auraauth.app.cli.permission;

import io.github.auraauth.app.cli.account.AccountCommand;
import io.github.auraauth.app.cli.command.ExitStatus;
import io.github.auraauth.app.cli.command.JsonPrinter;
import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.wiring.account.AccountCommandServices;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.permission.DescribedPermission;
import io.github.auraauth.port.Deadline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aura permission list}. */
@Command(name = "list", description = "Shows all permissions that are known, by code name.")
final class PermissionListCommand extends AccountCommand {
    @Option(names = "--json", description = "Print an array.")
    private boolean json;

    PermissionListCommand(ProcessContext context) {
        super(context);
    }

    @Override
    public void check() {}

    @Override
    public int call(AccountCommandServices services, Actor actor, Deadline deadline) {
        List<DescribedPermission> all = services.permissions().list(deadline);
        if (json) {
            print(JsonPrinter.line(all.stream().map(PermissionListCommand::view).toList()));
        } else {
            all.forEach(each -> print(
                    String.format(Locale.ROOT, "%-32s %s", each.permission().codeName(), each.text())));
        }
        return ExitStatus.DONE;
    }

    /** With the names of the API. */
    private static Map<String, Object> view(DescribedPermission described) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("codename", described.permission().codeName());
        members.put("text", described.text());
        return members;
    }
}
