package io.github.auraauth.domain.accountimport;

import io.github.auraauth.domain.account.AccountEmail;
import io.github.auraauth.domain.account.Profile;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.accountimport.AccountDump.DumpedToken;
import io.github.auraauth.domain.accountimport.ImportPlan.PlannedAccount;
import io.github.auraauth.domain.accountimport.ImportPlan.PlannedToken;
import io.github.auraauth.domain.authtoken.AuthTokenSecret;
import io.github.auraauth.domain.password.PasswordHash;
import io.github.auraauth.domain.permission.GroupName;
import io.github.auraauth.domain.permission.Permission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Looks at all of a dump, and says everything that is wrong with it at once: by model, primary key and name, never by a
 * secret or a hash.
 */
public final class ImportCheck {
    private static final Pattern ALGORITHM = Pattern.compile("([a-z0-9_]{1,40})\\$.*", Pattern.DOTALL);

    private final AccountDump dump;
    private final List<String> problems;
    private final List<PlannedAccount> accounts = new ArrayList<>();
    private final Map<String, List<PlannedToken>> tokens = new HashMap<>();
    private final PermissionCheck rights;

    private ImportCheck(AccountDump dump) {
        this.dump = dump;
        this.problems = new ArrayList<>(dump.problems());
        this.rights = new PermissionCheck(dump, problems);
    }

    public static ImportCheck of(AccountDump dump) {
        ImportCheck check = new ImportCheck(dump);
        check.tokens();
        check.accounts();
        return check;
    }

    /** Everything that is wrong; empty when it can be imported. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** What it comes to, without that which is wrong. */
    public ImportPlan plan() {
        return new ImportPlan(accounts, rights.groups(), rights.permissions());
    }

    private void accounts() {
        Map<Username, String> names = new HashMap<>();
        Set<String> models = new HashSet<>();
        for (DumpedAccount account : dump.accounts()) {
            models.add(account.model());
            if (account.key().isBlank()) {
                problem(account, "has no primary key; dump without --natural-primary");
            }
            Optional<Username> name = Username.parse(account.username());
            if (name.isEmpty()) {
                problem(account, "has a user name that is not 1 to 150 letters of one script, digits and . _ @ + -");
                continue;
            }
            String twin = names.putIfAbsent(name.get(), account.label());
            if (twin != null) {
                problem(account, "has a user name that is the same as that of " + twin + " here");
            }
            account(account, name.get());
        }
        if (models.size() > 1) {
            problems.add("there are accounts of several models: " + String.join(", ", new TreeSet<>(models)));
        }
    }

    private void account(DumpedAccount account, Username username) {
        Set<GroupName> groups = new HashSet<>();
        account.groups().forEach(name -> rights.group(name, account.label()).ifPresent(groups::add));
        Set<Permission> permissions = new HashSet<>();
        account.permissions()
                .forEach(name -> rights.permission(name, account.label()).ifPresent(permissions::add));
        accounts.add(new PlannedAccount(
                account.label(),
                account.key(),
                username,
                profile(account),
                password(account),
                account.flags(),
                account.times(),
                groups,
                permissions,
                tokens.getOrDefault(account.key(), List.of())));
    }

    private Profile profile(DumpedAccount account) {
        DumpedAccount.Person person = account.person();
        Optional<AccountEmail> email = AccountEmail.parse(person.email());
        if (!person.email().isEmpty() && email.isEmpty()) {
            problem(account, "has an e-mail address that is none");
        }
        if (!Profile.isName(person.firstName()) || !Profile.isName(person.lastName())) {
            problem(account, "has a first or last name of more than 150 characters, or with control characters");
            return Profile.EMPTY;
        }
        return new Profile(email, person.firstName(), person.lastName());
    }

    private Optional<PasswordHash> password(DumpedAccount account) {
        String text = account.password().revealText();
        if (text.isEmpty() || text.startsWith("!")) {
            return Optional.empty();
        }
        Optional<PasswordHash> hash = PasswordHash.parse(text);
        if (hash.isEmpty()) {
            var algorithm = ALGORITHM.matcher(text);
            String form = algorithm.matches() ? "by " + algorithm.group(1) : "in an unknown form";
            problem(account, "has a password hashed " + form + "; only pbkdf2_sha256 is taken");
        }
        return hash;
    }

    private void tokens() {
        Map<String, String> owners = new HashMap<>();
        dump.accounts().forEach(account -> owners.put(account.key(), account.label()));
        for (DumpedToken token : dump.tokens()) {
            String owner = owners.get(token.owner());
            if (owner == null) {
                problems.add("a token is of the account " + DumpedAccount.shown(token.owner())
                        + ", which is not in the dump");
            } else if (!AuthTokenSecret.isPossible(token.secret())) {
                problems.add("a token of " + owner + " has a key that is not 1 to 512 visible ASCII characters");
            } else {
                tokens.computeIfAbsent(token.owner(), key -> new ArrayList<>())
                        .add(new PlannedToken(token.secret(), token.created()));
            }
        }
    }

    private void problem(DumpedAccount account, String what) {
        problems.add(account.label() + " " + what);
    }
}
