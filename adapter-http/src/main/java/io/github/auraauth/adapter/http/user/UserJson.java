package io.github.auraauth.adapter.http.user;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import io.github.auraauth.domain.user.AnonymousUser;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.front.response.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** Users as answers show them. */
final class UserJson {
    private static final SerializedString AURA_ID = new SerializedString("auraId");
    private static final SerializedString AURA_GLOBAL_ID = new SerializedString("auraGlobalId");
    private static final SerializedString CHANNEL_ID = new SerializedString("channelId");
    private static final SerializedString USER_ID = new SerializedString("userId");
    private static final SerializedString AUTHORIZATION_ID = new SerializedString("authorizationId");
    private static final SerializedString AUTHENTICATION_TYPE = new SerializedString("authenticationType");
    private static final SerializedString AUTHENTICATION_IDENTIFIER = new SerializedString("authenticationIdentifier");
    private static final SerializedString CREATED = new SerializedString("created");
    private static final SerializedString LAST_ACCESS = new SerializedString("lastAccess");
    private static final SerializedString EXPIRES_AT = new SerializedString("expiresAt");
    private static final SerializedString ANONYMOUS = new SerializedString("anonymous");
    private static final SerializedString ID_TOKEN_HINT = new SerializedString("idTokenHint");

    private UserJson() {}

    /** @param withIdTokenHint whether the token is shown, if the user has one */
    static byte[] of(User user, boolean withIdTokenHint) {
        return Json.object(json -> {
            Registration registration = user.registration();
            text(json, AURA_ID, user.auraId().value());
            text(json, AURA_GLOBAL_ID, user.auraGlobalId().text());
            text(json, CHANNEL_ID, registration.channelId().text());
            text(json, USER_ID, registration.userId().value());
            text(json, AUTHORIZATION_ID, registration.authorizationId().value());
            text(json, AUTHENTICATION_TYPE, registration.authentication().type().text());
            text(json, AUTHENTICATION_IDENTIFIER, registration.authentication().identifier());
            time(json, CREATED, user.created());
            time(json, LAST_ACCESS, user.lastAccess());
            Optional<Instant> expiresAt = registration.expiresAt();
            if (expiresAt.isPresent()) {
                time(json, EXPIRES_AT, expiresAt.get());
            }
            flag(json, ANONYMOUS, false);
            if (withIdTokenHint && registration.idTokenHint().isPresent()) {
                byte[] token = registration.idTokenHint().get().reveal();
                text(json, ID_TOKEN_HINT, new String(token, StandardCharsets.UTF_8));
            }
        });
    }

    static byte[] of(AnonymousUser user) {
        return Json.object(json -> {
            text(json, AURA_ID, user.auraId().value());
            text(json, USER_ID, user.userId().toString());
            text(json, AURA_GLOBAL_ID, user.auraGlobalId().text());
            text(json, CHANNEL_ID, user.channelId().text());
            flag(json, ANONYMOUS, true);
        });
    }

    /** The auraId alone. */
    static byte[] of(AuraId auraId) {
        return Json.object(json -> text(json, AURA_ID, auraId.value()));
    }

    private static void text(JsonGenerator json, SerializedString name, String value) throws IOException {
        json.writeFieldName(name);
        json.writeString(value);
    }

    private static void time(JsonGenerator json, SerializedString name, Instant value) throws IOException {
        text(json, name, Json.time(value));
    }

    private static void flag(JsonGenerator json, SerializedString name, boolean value) throws IOException {
        json.writeFieldName(name);
        json.writeBoolean(value);
    }
}
