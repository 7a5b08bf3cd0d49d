package io.github.auraauth.app.cli.permission;

import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.wiring.account.AccountCommandServices;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.permission.DescribedPermission;
import io.github.auraauth.port.Deadline;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aura permission create}: until then nobody can be given it. */
@Command(name = "create", description = "Makes a permission known that another service asks for.")
final class PermissionCreateCommand extends NamedPermissionCommand {
    @Option(names = "--text", description = "What it allows, in words.")
    private Optional<String> text = Optional.empty();

    PermissionCreateCommand(ProcessContext context) {
        super(context);
    }

    @Override
    public void check() {
        super.check();
        described();
    }

    @Override
    public int call(AccountCommandServices services, Actor actor, Deadline deadline) {
        return answer(services.permissions().create(described(), actor, deadline), "known from now on");
    }

    private DescribedPermission described() {
        if (!text.map(DescribedPermission::isText).orElse(true)) {
            throw wrong("--text takes 1 to 255 characters");
        }
        return text.map(words -> new DescribedPermission(permission(), words))
                .orElseGet(() -> DescribedPermission.undescribed(permission()));
    }
}
