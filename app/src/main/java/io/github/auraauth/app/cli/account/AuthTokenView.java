package io.github.auraauth.app.cli.account;

import io.github.auraauth.app.cli.command.JsonPrinter;
import io.github.auraauth.domain.authtoken.AuthToken;
import io.github.auraauth.domain.permission.Permission;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The command line's view of a token, with the names of the API; never its secret. */
public final class AuthTokenView {
    private AuthTokenView() {}

    public static Map<String, Object> of(AuthToken token, String owner) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", token.id().value());
        members.put("name", token.name().value());
        members.put("account", owner);
        members.put(
                "permissions",
                token.permissions()
                        .map(each ->
                                each.stream().sorted().map(Permission::codeName).toList()));
        members.put("expires_at", token.times().expiresAt().map(JsonPrinter::time));
        members.put("last_used_at", token.times().lastUsedAt().map(JsonPrinter::time));
        members.put("created_at", JsonPrinter.time(token.times().createdAt()));
        members.put("source", token.source().name().toLowerCase(Locale.ROOT));
        members.put("withdrawn", token.withdrawn());
        return members;
    }
}
