package io.github.auraauth.app.cli.user;

import io.github.auraauth.app.cli.command.JsonPrinter;
import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.domain.user.UserRow;
import java.util.LinkedHashMap;
import java.util.Map;

/** The command line's view of a user, with the names of the API. */
public final class UserView {

    private UserView() {}

    /** Without the token; of a row that cannot be read as a user what identifies it. */
    public static Map<String, Object> of(UserRow row) {
        return row.user().map(UserView::of).orElseGet(() -> unreadable(row));
    }

    /** With the token; of a row that cannot be read as a user what identifies it. */
    public static Map<String, Object> whole(UserRow row) {
        return row.user().map(UserView::whole).orElseGet(() -> unreadable(row));
    }

    private static Map<String, Object> unreadable(UserRow row) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("unreadable", true);
        members.put("row", row.key());
        row.auraId().ifPresent(auraId -> members.put("auraId", auraId));
        row.auraGlobalId().ifPresent(globalId -> members.put("auraGlobalId", globalId));
        row.userId().ifPresent(userId -> members.put("userId", userId));
        return members;
    }

    /** Without the token. */
    public static Map<String, Object> of(User user) {
        Registration registration = user.registration();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("auraId", user.auraId().value());
        members.put("auraGlobalId", user.auraGlobalId().text());
        members.put("channelId", registration.channelId().text());
        members.put("userId", registration.userId().value());
        members.put("authorizationId", registration.authorizationId().value());
        members.put("authenticationType", registration.authentication().type().text());
        members.put("authenticationIdentifier", registration.authentication().identifier());
        members.put("created", JsonPrinter.time(user.created()));
        members.put("registeredAt", JsonPrinter.time(user.registeredAt()));
        members.put("lastAccess", JsonPrinter.time(user.lastAccess()));
        registration.expiresAt().ifPresent(end -> members.put("expiresAt", JsonPrinter.time(end)));
        return members;
    }

    /** With the token: it is stored about the person too. */
    private static Map<String, Object> whole(User user) {
        Map<String, Object> members = of(user);
        user.registration().idTokenHint().ifPresent(hint -> members.put("idTokenHint", hint.revealText()));
        return members;
    }
}
