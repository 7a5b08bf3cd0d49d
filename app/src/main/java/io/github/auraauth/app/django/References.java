package io.github.auraauth.app.django;

import io.github.auraauth.app.django.DumpedObject.Reference;
import io.github.auraauth.domain.accountimport.AccountDump.DumpedPermission;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows what the objects of a dump refer to, by primary or by natural key, to names. */
final class References {
    private static final String PERMISSION = "auth.permission";

    private final List<String> problems;
    private final Map<String, String> contentTypes = new HashMap<>();
    private final Map<String, String> codeNames = new HashMap<>();
    private final Map<String, String> groups = new HashMap<>();
    private final Map<String, String> accountsByName = new HashMap<>();
    private final Set<DumpedPermission> permissions = new HashSet<>();

    References(List<DumpedObject> objects, List<String> problems) {
        this.problems = problems;
        for (DumpedObject object : objects) {
            switch (object.model()) {
                case "contenttypes.contenttype" ->
                    contentTypes.put(object.key(), object.text("app_label") + "." + object.text("model"));
                case PERMISSION -> codeNames.put(object.key(), object.text("codename"));
                case "auth.group" -> groups.put(object.key(), object.text("name"));
                default -> {
                    if (DumpReader.isAccount(object)) {
                        accountsByName.put(object.text("username"), object.key());
                    }
                }
            }
        }
        objects.stream().filter(object -> object.model().equals(PERMISSION)).forEach(this::permission);
    }

    /** All that are described, and those that are only referred to. */
    List<DumpedPermission> permissions() {
        return List.copyOf(permissions);
    }

    /** The code names of the permissions that a field refers to. */
    Set<String> permissions(DumpedObject object, String field, String holder) {
        Set<String> names = new HashSet<>();
        for (Reference reference : object.references(field)) {
            Optional<String> name = reference.natural() ? natural(reference) : named(codeNames, reference);
            name.ifPresentOrElse(names::add, () -> problems.add(missing(holder, PERMISSION, reference)));
        }
        return names;
    }

    /** The names of the groups that an account is in. */
    Set<String> groups(DumpedObject account, String member) {
        Set<String> names = new HashSet<>();
        for (Reference reference : account.references("groups")) {
            Optional<String> name =
                    reference.natural() ? reference.parts().stream().findFirst() : named(groups, reference);
            name.ifPresentOrElse(names::add, () -> problems.add(missing(member, "auth.group", reference)));
        }
        return names;
    }

    /** The primary key of the account that a token is of; what the dump says where it has no such account. */
    String owner(DumpedObject token) {
        return token.reference("user")
                .map(user -> user.natural()
                        ? accountsByName.getOrDefault(String.join(" ", user.parts()), String.join(" ", user.parts()))
                        : user.parts().get(0))
                .orElse("");
    }

    private void permission(DumpedObject object) {
        String contentType = object.reference("content_type")
                .map(type -> type.natural()
                        ? String.join(".", type.parts())
                        : contentTypes.getOrDefault(
                                type.parts().get(0),
                                "content type " + type.parts().get(0)))
                .orElse("no content type");
        permissions.add(new DumpedPermission(object.text("codename"), contentType, object.text("name")));
    }

    /** A natural key names code name, application and model, whether the dump describes the permission or not. */
    private Optional<String> natural(Reference reference) {
        if (reference.parts().size() != 3) {
            return Optional.empty();
        }
        String codeName = reference.parts().get(0);
        String contentType = reference.parts().get(1) + "." + reference.parts().get(2);
        boolean described = permissions.stream()
                .anyMatch(each ->
                        each.codeName().equals(codeName) && each.contentType().equals(contentType));
        if (!described) {
            permissions.add(new DumpedPermission(codeName, contentType, ""));
        }
        return Optional.of(codeName);
    }

    private static Optional<String> named(Map<String, String> names, Reference reference) {
        return Optional.ofNullable(names.get(reference.parts().get(0)));
    }

    private static String missing(String holder, String model, Reference reference) {
        return holder + " refers to " + model + " "
                + String.join(" ", reference.parts()).replaceAll("\\p{Cntrl}", "?")
                + ", which is not in the dump; dump " + model + " too, and contenttypes";
    }
}
