package io.github.auraauth.adapter.http.authtoken;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.auraauth.adapter.http.account.AccountJson;
import io.github.auraauth.domain.authtoken.AuthToken;
import io.github.auraauth.front.response.Json;
import io.github.auraauth.port.in.authtoken.AuthTokens.IssuedToken;
import io.github.auraauth.port.in.authtoken.AuthTokens.OwnedToken;
import java.io.IOException;
import java.util.Locale;

/** Auth tokens as responses show them. */
final class AuthTokenJson {
    private AuthTokenJson() {}

    static byte[] of(OwnedToken owned) {
        return Json.object(json -> write(json, owned));
    }

    /** With the secret, this once. */
    static byte[] of(IssuedToken issued) {
        return Json.object(json -> {
            write(json, issued.token());
            json.writeStringField("secret", issued.secret().revealText());
        });
    }

    /** The members of a token. */
    static void write(JsonGenerator json, OwnedToken owned) throws IOException {
        AuthToken token = owned.token();
        json.writeStringField("id", token.id().value());
        json.writeStringField("name", token.name().value());
        json.writeStringField("account", owned.owner().value());
        if (token.permissions().isPresent()) {
            AccountJson.permissions(json, "permissions", token.permissions().get());
        } else {
            json.writeNullField("permissions");
        }
        AccountJson.time(json, "expires_at", token.times().expiresAt());
        AccountJson.time(json, "last_used_at", token.times().lastUsedAt());
        json.writeStringField("created_at", Json.time(token.times().createdAt()));
        json.writeStringField("source", token.source().name().toLowerCase(Locale.ROOT));
    }
}
