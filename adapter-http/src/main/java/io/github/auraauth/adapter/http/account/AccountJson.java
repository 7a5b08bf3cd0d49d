package io.github.auraauth.adapter.http.account;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountDetails;
import io.github.auraauth.domain.account.AccountEmail;
import io.github.auraauth.domain.account.Profile;
import io.github.auraauth.domain.permission.GroupName;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.front.response.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Accounts as responses show them. */
public final class AccountJson {
    private AccountJson() {}

    static byte[] of(AccountDetails details) {
        return Json.object(json -> write(json, details));
    }

    /** With one member more, which is shown once. */
    static byte[] of(AccountDetails details, String member, String value) {
        return Json.object(json -> {
            write(json, details);
            json.writeStringField(member, value);
        });
    }

    /** The members of an account. */
    static void write(JsonGenerator json, AccountDetails details) throws IOException {
        Account account = details.account();
        Profile profile = account.profile();
        json.writeStringField("id", account.id().value());
        json.writeStringField("username", account.username().value());
        json.writeStringField("email", profile.email().map(AccountEmail::value).orElse(""));
        json.writeBooleanField(
                "email_verified", profile.email().filter(AccountEmail::verified).isPresent());
        json.writeStringField("first_name", profile.firstName());
        json.writeStringField("last_name", profile.lastName());
        json.writeBooleanField("is_active", account.isActive());
        json.writeBooleanField("is_staff", details.rights().staff());
        json.writeBooleanField("is_superuser", details.rights().superuser());
        texts(json, "groups", details.groups().stream().map(GroupName::value).toList());
        permissions(json, "permissions", account.rights().permissions());
        permissions(json, "effective_permissions", details.effective());
        json.writeBooleanField("second_factor", account.secondFactors().any());
        time(json, "last_login", account.lastLogin());
        json.writeStringField("date_joined", Json.time(account.origin().dateJoined()));
    }

    /** Code names in their order. */
    public static void permissions(JsonGenerator json, String member, Collection<Permission> permissions)
            throws IOException {
        texts(
                json,
                member,
                permissions.stream().sorted().map(Permission::codeName).toList());
    }

    /** A time, or null where there is none. */
    public static void time(JsonGenerator json, String member, Optional<Instant> time) throws IOException {
        json.writeStringField(member, time.map(Json::time).orElse(null));
    }

    private static void texts(JsonGenerator json, String member, List<String> texts) throws IOException {
        json.writeArrayFieldStart(member);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
