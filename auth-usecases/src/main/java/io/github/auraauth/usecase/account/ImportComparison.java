package io.github.auraauth.usecase.account;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountFilter;
import io.github.auraauth.domain.account.AccountOrigin;
import io.github.auraauth.domain.account.AccountState;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.accountimport.ImportPlan;
import io.github.auraauth.domain.accountimport.ImportPlan.PlannedAccount;
import io.github.auraauth.domain.accountimport.ImportPlan.PlannedToken;
import io.github.auraauth.domain.authtoken.AuthToken;
import io.github.auraauth.domain.authtoken.AuthTokenDigester;
import io.github.auraauth.domain.permission.Group;
import io.github.auraauth.domain.permission.GroupName;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.out.account.AccountDirectory;
import io.github.auraauth.port.out.account.AccountStore;
import io.github.auraauth.port.out.authtoken.AuthTokenStore;
import io.github.auraauth.port.out.permission.GroupStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Looks at what is here already, and says what of an import does not go together with it. */
public final class ImportComparison {
    private static final int PAGE = 200;

    private final AccountStore accounts;
    private final AccountDirectory directory;
    private final GroupStore groups;
    private final AuthTokenStore tokens;
    private final AuthTokenDigester digester;

    public ImportComparison(
            AccountStore accounts,
            AccountDirectory directory,
            GroupStore groups,
            AuthTokenStore tokens,
            AuthTokenDigester digester) {
        this.accounts = accounts;
        this.directory = directory;
        this.groups = groups;
        this.tokens = tokens;
        this.digester = digester;
    }

    /** Those that are not here, or that an earlier import left unfinished. */
    List<PlannedAccount> missing(ImportPlan plan, Deadline deadline) {
        return plan.accounts().stream()
                .filter(planned -> accounts.findByUsername(planned.username(), deadline)
                        .filter(ImportedAccountWriter::isFinished)
                        .isEmpty())
                .toList();
    }

    /** Everything that does not go together; empty when nothing is in the way. */
    List<String> problems(ImportPlan plan, Deadline deadline) {
        List<String> problems = new ArrayList<>();
        Map<String, Username> subjects = subjects(deadline);
        for (PlannedAccount planned : plan.accounts()) {
            Optional<Account> present = accounts.findByUsername(planned.username(), deadline);
            if (present.filter(account -> !isSame(account, planned)).isPresent()) {
                problems.add(
                        planned.label() + " has the user name of an account that is here and was not imported as it");
            }
            Username known = subjects.getOrDefault(planned.subject(), planned.username());
            if (!known.equals(planned.username())) {
                problems.add(planned.label() + " was imported before under the user name \"" + known.value() + '"');
            }
        }
        List<PlannedAccount> missing = missing(plan, deadline);
        missing.forEach(planned -> tokenProblem(planned, deadline).ifPresent(problems::add));
        problems.addAll(groupProblems(plan, missing, deadline));
        return problems;
    }

    private static boolean isSame(Account account, PlannedAccount planned) {
        AccountOrigin origin = account.origin();
        return origin.method() == AccountOrigin.CreationMethod.IMPORTED
                && origin.subject().filter(planned.subject()::equals).isPresent()
                && account.state() != AccountState.ERASING;
    }

    private Map<String, Username> subjects(Deadline deadline) {
        Map<String, Username> subjects = new HashMap<>();
        Keyset.all(PAGE, place -> directory.page(AccountFilter.ALL, place, PAGE, deadline), Account::username)
                .forEach(account ->
                        account.origin().subject().ifPresent(subject -> subjects.put(subject, account.username())));
        return subjects;
    }

    private Optional<String> tokenProblem(PlannedAccount planned, Deadline deadline) {
        Optional<Account> unfinished = accounts.findByUsername(planned.username(), deadline);
        for (PlannedToken token : planned.tokens()) {
            boolean taken = tokens.find(digester.digest(token.secret()), deadline)
                    .filter(other -> other.source() != AuthToken.Source.IMPORTED
                            || unfinished
                                    .filter(account -> account.id().equals(other.account()))
                                    .isEmpty())
                    .isPresent();
            if (taken) {
                return Optional.of(planned.label() + " has a token whose key is another token's here");
            }
        }
        return Optional.empty();
    }

    /** A group that is here keeps its permissions; who would come into it must find there what they had. */
    private List<String> groupProblems(ImportPlan plan, List<PlannedAccount> missing, Deadline deadline) {
        TreeSet<GroupName> entered = new TreeSet<>();
        missing.forEach(planned -> entered.addAll(planned.groups()));
        List<String> problems = new ArrayList<>();
        for (GroupName name : entered) {
            Optional<Group> present = groups.findByName(name, deadline)
                    .filter(group -> !group.permissions().equals(plan.groups().get(name)));
            if (present.isPresent()) {
                problems.add(
                        "auth.group \"" + name.value() + "\" is here with other permissions; make them the same first");
            }
        }
        return problems;
    }
}
