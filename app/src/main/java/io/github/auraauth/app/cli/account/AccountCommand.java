package io.github.auraauth.app.cli.account;

import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.wiring.CommandServices;
import io.github.auraauth.app.wiring.account.AccountCommandServices;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.permission.GroupName;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.port.Deadline;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** The base of the commands about accounts. */
public abstract class AccountCommand extends OutcomeCommand {
    public AccountCommand(ProcessContext context) {
        super(context);
    }

    @Override
    public final int call(CommandServices tools, Deadline deadline) {
        return tools.accounts()
                .map(services -> call(services, actor(), deadline))
                .orElseGet(this::withoutAccounts);
    }

    public abstract int call(AccountCommandServices services, Actor actor, Deadline deadline);

    public final Username username(String text) {
        return Username.parse(text)
                .orElseThrow(() -> wrong("a user name is 1 to 150 letters of one script, digits and . _ @ + -"));
    }

    public final Set<Permission> permissions(Collection<String> codeNames) {
        Set<Permission> permissions = new TreeSet<>();
        codeNames.forEach(codeName -> permissions.add(Permission.parse(codeName.strip())
                .orElseThrow(() -> wrong("a permission is a code name such as change_show"))));
        return permissions;
    }

    public final GroupName group(String name) {
        return GroupName.parse(name)
                .orElseThrow(() -> wrong("a group has a name of 1 to 150 characters without a slash"));
    }

    public final Set<GroupName> groups(Collection<String> names) {
        Set<GroupName> groups = new TreeSet<>();
        names.forEach(name -> groups.add(group(name)));
        return groups;
    }
}
