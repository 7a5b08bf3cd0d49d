package io.github.auraauth.usecase.account;

import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.accountimport.AccountDump;
import io.github.auraauth.domain.accountimport.ImportCheck;
import io.github.auraauth.domain.accountimport.ImportPlan;
import io.github.auraauth.domain.accountimport.ImportPlan.PlannedAccount;
import io.github.auraauth.domain.permission.DescribedPermission;
import io.github.auraauth.domain.permission.Group;
import io.github.auraauth.domain.permission.GroupId;
import io.github.auraauth.domain.permission.GroupName;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.account.AccountImport;
import io.github.auraauth.port.out.permission.GroupStore;
import io.github.auraauth.port.out.permission.PermissionStore;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Imports accounts: checks everything, then writes permissions, groups and one account after the other. */
public final class AccountImportService implements AccountImport {
    private final ImportComparison comparison;
    private final ImportedAccountWriter writer;
    private final GroupStore groups;
    private final PermissionStore permissions;
    private final SecureRandom random;

    public AccountImportService(
            ImportComparison comparison,
            ImportedAccountWriter writer,
            GroupStore groups,
            PermissionStore permissions,
            SecureRandom random) {
        this.comparison = comparison;
        this.writer = writer;
        this.groups = groups;
        this.permissions = permissions;
        this.random = random;
    }

    @Override
    public ImportResult run(AccountDump dump, boolean dry, Actor actor, Deadline deadline) {
        if (!actor.rights().superuser()) {
            return new Refused(List.of("only a superuser imports accounts"));
        }
        ImportCheck check = ImportCheck.of(dump);
        ImportPlan plan = check.plan();
        List<String> problems = new ArrayList<>(check.problems());
        problems.addAll(comparison.problems(plan, deadline));
        if (!problems.isEmpty()) {
            return new Refused(problems);
        }
        List<PlannedAccount> missing = comparison.missing(plan, deadline);
        List<GroupName> newGroups = plan.groups().keySet().stream()
                .filter(name -> groups.findByName(name, deadline).isEmpty())
                .sorted()
                .toList();
        Imported imported = new Imported(
                missing.size(),
                plan.accounts().size() - missing.size(),
                missing.stream().mapToInt(account -> account.tokens().size()).sum(),
                newGroups.size(),
                unknown(plan, deadline),
                notices(missing));
        if (!dry) {
            permissions.register(plan.permissions(), deadline);
            newGroups.forEach(name -> insert(name, plan, deadline));
            missing.forEach(account -> writer.write(account, ids(account.groups(), deadline), actor, deadline));
        }
        return imported;
    }

    private int unknown(ImportPlan plan, Deadline deadline) {
        Set<Permission> unknown = new HashSet<>();
        plan.permissions().forEach(each -> unknown.add(each.permission()));
        permissions.all(deadline).stream().map(DescribedPermission::permission).forEach(unknown::remove);
        return unknown.size();
    }

    private static List<String> notices(List<PlannedAccount> accounts) {
        return accounts.stream()
                .filter(account -> account.flags().superuser() && !account.isSuperuser())
                .map(account -> account.label() + " is not active, so that it comes without being a superuser's")
                .toList();
    }

    /** Another process that was faster has made the same, or the next look finds that it has not. */
    private void insert(GroupName name, ImportPlan plan, Deadline deadline) {
        Set<Permission> held = plan.groups().getOrDefault(name, Set.of());
        groups.insert(new Group(GroupId.random(random), 0, name, held), deadline);
    }

    private Set<GroupId> ids(Set<GroupName> names, Deadline deadline) {
        Set<GroupId> ids = new HashSet<>();
        for (GroupName name : names) {
            ids.add(groups.findByName(name, deadline)
                    .orElseThrow(() -> new Outage.Contended("groups"))
                    .id());
        }
        return ids;
    }
}
