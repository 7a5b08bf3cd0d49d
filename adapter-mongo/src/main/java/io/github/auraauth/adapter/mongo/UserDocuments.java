package io.github.auraauth.adapter.mongo;

import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.user.AuraGlobalId;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.Authentication;
import io.github.auraauth.domain.user.AuthenticationType;
import io.github.auraauth.domain.user.AuthorizationId;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.domain.user.UserId;
import io.github.auraauth.port.out.Outage;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;

/** Users as documents and back, also those that the original service wrote. */
final class UserDocuments {
    static final String ID = "_id";
    static final String AURA_ID = "auraId";
    static final String AURA_GLOBAL_ID = "auraGlobalId";
    static final String CHANNEL_ID = "channelId";
    static final String USER_ID = "userId";
    static final String AUTHORIZATION_ID = "authorizationId";
    static final String AUTHENTICATION_TYPE = "authenticationType";
    static final String AUTHENTICATION_IDENTIFIER = "authenticationIdentifier";
    static final String ID_TOKEN_HINT = "idTokenHint";
    static final String CREATED = "created";
    static final String REGISTERED_AT = "registeredAt";
    static final String LAST_ACCESS = "lastAccess";
    static final String EXPIRES_AT = "expiresAt";

    private final AtRestCipher cipher;

    UserDocuments(AtRestCipher cipher) {
        this.cipher = cipher;
    }

    /** Without {@code _id}, which is the database's own. */
    Document of(User user) {
        Registration registration = user.registration();
        Document row = new Document(AURA_ID, user.auraId().value())
                .append(AUTHORIZATION_ID, registration.authorizationId().value())
                .append(AURA_GLOBAL_ID, user.auraGlobalId().text())
                .append(CHANNEL_ID, registration.channelId().text())
                .append(USER_ID, registration.userId().value())
                .append(
                        AUTHENTICATION_TYPE,
                        registration.authentication().type().text())
                .append(AUTHENTICATION_IDENTIFIER, registration.authentication().identifier());
        registration
                .idTokenHint()
                .ifPresent(hint -> row.append(ID_TOKEN_HINT, cipher.seal(hint, hintPlace(user.auraId()))));
        row.append(CREATED, Date.from(user.created()))
                .append(REGISTERED_AT, Date.from(user.registeredAt()))
                .append(LAST_ACCESS, Date.from(user.lastAccess()));
        registration.expiresAt().ifPresent(end -> row.append(EXPIRES_AT, Date.from(end)));
        return row;
    }

    /** @throws Outage.Unavailable when the row is none that this service or the original one writes */
    User toUser(Document row) {
        AuraId auraId = required(row, AURA_ID, AuraId::parse);
        Instant created = time(row, CREATED).orElseThrow(() -> unreadable(row, CREATED));
        Instant registeredAt = time(row, REGISTERED_AT).orElse(created);
        Registration registration = new Registration(
                required(row, CHANNEL_ID, ChannelId::parse),
                required(row, USER_ID, UserId::parse),
                required(row, AUTHORIZATION_ID, AuthorizationId::parse),
                authentication(row),
                hint(row, auraId),
                time(row, EXPIRES_AT));
        AuraGlobalId globalId = required(row, AURA_GLOBAL_ID, AuraGlobalId::parse);
        return new User(
                auraId,
                globalId,
                registration,
                created,
                registeredAt,
                time(row, LAST_ACCESS).orElse(registeredAt));
    }

    static boolean isExpired(Document row, Instant now) {
        return time(row, EXPIRES_AT).filter(end -> !now.isBefore(end)).isPresent();
    }

    private static Authentication authentication(Document row) {
        AuthenticationType type = required(row, AUTHENTICATION_TYPE, AuthenticationType::parse);
        return required(row, AUTHENTICATION_IDENTIFIER, text -> Authentication.parse(type, text));
    }

    /** A token that cannot be deciphered any more is as good as none: it only spares a question at the logout. */
    private Optional<Secret> hint(Document row, AuraId auraId) {
        return text(row, ID_TOKEN_HINT)
                .flatMap(stored -> AtRestCipher.isSealed(stored)
                        ? cipher.open(stored, hintPlace(auraId))
                        : Optional.of(Secret.ofText(stored)))
                .filter(hint -> hint.length() > 0 && hint.length() <= Registration.LONGEST_HINT);
    }

    private static String hintPlace(AuraId auraId) {
        return "users/" + ID_TOKEN_HINT + '/' + auraId.value();
    }

    private static <T> T required(Document row, String field, Function<String, Optional<T>> parse) {
        return text(row, field).flatMap(parse).orElseThrow(() -> unreadable(row, field));
    }

    private static Optional<String> text(Document row, String field) {
        return row.get(field) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static Optional<Instant> time(Document row, String field) {
        return row.get(field) instanceof Date date ? Optional.of(date.toInstant()) : Optional.empty();
    }

    private static Outage unreadable(Document row, String field) {
        return new Outage.Unavailable(
                MongoCalls.DEPENDENCY, new IllegalStateException("row " + row.get(ID) + " holds no readable " + field));
    }
}
