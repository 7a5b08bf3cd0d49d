package io.github.auraauth.app.cli.account;

import io.github.auraauth.app.cli.command.JsonPrinter;
import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountDetails;
import io.github.auraauth.domain.account.AccountEmail;
import io.github.auraauth.domain.permission.GroupName;
import io.github.auraauth.domain.permission.Permission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The command line's view of an account, with the names of the API. */
final class AccountView {
    private AccountView() {}

    static Map<String, Object> of(AccountDetails details) {
        Account account = details.account();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", account.id().value());
        members.put("username", account.username().value());
        members.put("email", account.profile().email().map(AccountEmail::value).orElse(""));
        members.put(
                "email_verified",
                account.profile().email().filter(AccountEmail::verified).isPresent());
        members.put("first_name", account.profile().firstName());
        members.put("last_name", account.profile().lastName());
        members.put("is_active", account.isActive());
        members.put("is_staff", account.rights().staff());
        members.put("is_superuser", details.rights().superuser());
        members.put("groups", details.groups().stream().map(GroupName::value).toList());
        members.put("permissions", codeNames(account.rights().permissions()));
        members.put("effective_permissions", codeNames(details.effective()));
        members.put("second_factor", account.secondFactors().any());
        members.put("last_login", account.lastLogin().map(JsonPrinter::time));
        members.put("date_joined", JsonPrinter.time(account.origin().dateJoined()));
        return members;
    }

    /** On one line, for a list. */
    static String line(AccountDetails details) {
        Account account = details.account();
        return String.format(
                Locale.ROOT,
                "%s %-8s %-9s login %s %s",
                account.id().value(),
                account.isActive() ? "active" : "inactive",
                details.rights().superuser() ? "superuser" : account.rights().staff() ? "staff" : "-",
                account.lastLogin().map(JsonPrinter::time).orElse("never"),
                account.username().value());
    }

    private static List<String> codeNames(Set<Permission> permissions) {
        return permissions.stream().sorted().map(Permission::codeName).toList();
    }
}
