package io.github.auraauth.app.cli.account;

import io.github.auraauth.app.cli.command.ProcessContext;
import io.github.auraauth.app.wiring.account.AccountCommandServices;
import io.github.auraauth.domain.account.AccountChange;
import io.github.auraauth.domain.account.AccountDetails;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.permission.GroupName;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.port.Deadline;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Gives an account rights, or takes them. */
abstract class AccountRightsCommand extends NamedAccountCommand {
    private final boolean giving;

    @Mixin
    private RightsOptions rights = new RightsOptions();

    private AccountRightsCommand(ProcessContext context, boolean giving) {
        super(context);
        this.giving = giving;
    }

    @Override
    public void check() throws Exception {
        super.check();
        rights.check(this);
        if (rights.isEmpty()) {
            throw wrong("name at least one of --superuser, --staff, --group and --permission");
        }
    }

    @Override
    public int call(AccountCommandServices services, Actor actor, Deadline deadline) {
        return answer(
                services.accounts()
                        .find(username(), actor, deadline)
                        .then(found -> services.accounts().change(username(), change(found), actor, deadline)),
                giving ? "given" : "taken");
    }

    private AccountChange change(AccountDetails found) {
        return new AccountChange(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                rights.staff().map(named -> giving),
                rights.superuser().map(named -> giving),
                changed(Set.copyOf(found.groups()), rights.groups(this), GroupName::value),
                changed(found.account().rights().permissions(), rights.permissions(this), Permission::codeName));
    }

    /** Empty where nothing of the kind was named; what is to be taken and is not there may be a slip, and is said. */
    private <T> Optional<Set<T>> changed(Set<T> present, Set<T> named, Function<T, String> name) {
        if (named.isEmpty()) {
            return Optional.empty();
        }
        Set<T> wanted = new TreeSet<>(present);
        if (giving) {
            wanted.addAll(named);
        } else {
            named.stream()
                    .filter(each -> !wanted.remove(each))
                    .forEach(each -> say("it did not have " + name.apply(each) + " itself"));
        }
        return Optional.of(wanted);
    }

    /** {@code aura account grant}. */
    @Command(name = "grant", description = "Gives an account permissions, groups, administration or all rights.")
    static final class Grant extends AccountRightsCommand {
        Grant(ProcessContext context) {
            super(context, true);
        }
    }

    /** {@code aura account revoke}. */
    @Command(name = "revoke", description = "Takes permissions, groups, administration or all rights from an account.")
    static final class Revoke extends AccountRightsCommand {
        Revoke(ProcessContext context) {
            super(context, false);
        }
    }
}
