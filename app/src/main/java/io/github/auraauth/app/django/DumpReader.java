package io.github.auraauth.app.django;

import io.github.auraauth.domain.accountimport.AccountDump;
import io.github.auraauth.domain.accountimport.AccountDump.DumpedGroup;
import io.github.auraauth.domain.accountimport.AccountDump.DumpedToken;
import io.github.auraauth.domain.accountimport.DumpedAccount;
import io.github.auraauth.domain.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Sorts the objects of a dump by what they are here. */
final class DumpReader {
    private static final Set<String> RIGHTS = Set.of("contenttypes.contenttype", "auth.permission", "auth.group");
    private static final String TOKEN = "authtoken.token";

    private final List<DumpedObject> objects;
    private final List<String> problems = new ArrayList<>();
    private final References references;
    private final List<DumpedAccount> accounts = new ArrayList<>();
    private final SortedMap<String, Integer> leftOut = new TreeMap<>();
    private final SortedMap<String, Integer> refused = new TreeMap<>();

    DumpReader(List<DumpedObject> objects) {
        this.objects = objects;
        this.references = new References(objects, problems);
    }

    DjangoDump read() {
        for (DumpedObject object : objects) {
            String app = object.model().substring(0, object.model().indexOf('.'));
            if (app.equals("knox")) {
                refused.merge(object.model() + " objects, whose keys Django has not kept itself", 1, Integer::sum);
            } else if (isAccount(object)) {
                account(object);
            } else if (!isRead(object.model())) {
                leftOut.merge(object.model(), 1, Integer::sum);
            }
        }
        List<DumpedGroup> groups = of("auth.group")
                .map(group -> new DumpedGroup(
                        group.text("name"), references.permissions(group, "permissions", "auth.group " + group.key())))
                .toList();
        List<DumpedToken> tokens = of(TOKEN)
                .map(token ->
                        new DumpedToken(Secret.ofText(token.key()), references.owner(token), token.time("created")))
                .toList();
        refused.forEach((what, count) -> problems.add("there are " + count + " " + what));
        return new DjangoDump(
                new AccountDump(accounts, groups, references.permissions(), tokens, problems),
                new ProviderObjects(objects).read(),
                leftOut);
    }

    /** Whatever the model of users is called, it has what {@code AbstractBaseUser} has. */
    static boolean isAccount(DumpedObject object) {
        return object.has("password")
                && (object.has("last_login") || object.has("is_active") || object.has("is_superuser"));
    }

    private static boolean isRead(String model) {
        return RIGHTS.contains(model) || model.equals(TOKEN) || ProviderObjects.isRead(model);
    }

    private Stream<DumpedObject> of(String model) {
        return objects.stream().filter(object -> object.model().equals(model));
    }

    private void account(DumpedObject object) {
        if (!object.has("username")) {
            refused.merge(object.model() + " objects with passwords and without user names", 1, Integer::sum);
            return;
        }
        String label = object.model() + " " + object.key();
        accounts.add(new DumpedAccount(
                object.model(),
                object.key(),
                object.text("username"),
                Secret.ofText(object.text("password")),
                new DumpedAccount.Person(object.text("email"), object.text("first_name"), object.text("last_name")),
                new DumpedAccount.Flags(
                        object.flag("is_active", true),
                        object.flag("is_staff", false),
                        object.flag("is_superuser", false)),
                new DumpedAccount.Times(object.time("date_joined"), object.time("last_login")),
                references.groups(object, label),
                references.permissions(object, "user_permissions", label)));
    }
}
