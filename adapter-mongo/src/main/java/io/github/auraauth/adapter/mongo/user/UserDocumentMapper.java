package io.github.auraauth.adapter.mongo.user;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.mongo.TimeFieldReader;
import io.github.auraauth.adapter.mongo.UnreadableDocumentReporter;
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
import io.github.auraauth.domain.user.UserRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/** Writes and reads users as documents, also those that the original service or another program wrote. */
final class UserDocumentMapper {
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

    /** Keeps the type of whatever value stands in it. */
    private static final JsonWriterSettings KEY_JSON =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

    private final AtRestCipher cipher;
    private final UnreadableDocumentReporter unreadable;

    UserDocumentMapper(AtRestCipher cipher, UnreadableDocumentReporter unreadable) {
        this.cipher = requireNonNull(cipher, "cipher");
        this.unreadable = requireNonNull(unreadable, "unreadable");
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

    /** The user of that row; empty, and reported, when it cannot be read as one. */
    Optional<User> toUser(Document row) {
        try {
            return Optional.of(read(row));
        } catch (Unreadable e) {
            unreadable.report(Objects.requireNonNull(row.get(ID), ID), e.field);
            return Optional.empty();
        }
    }

    /** The row, whatever it holds. */
    UserRow toRow(Document row) {
        String key = new Document(ID, row.get(ID)).toJson(KEY_JSON);
        return new UserRow(
                key, identifier(row, AURA_ID), identifier(row, USER_ID), identifier(row, AURA_GLOBAL_ID), toUser(row));
    }

    /** The {@code _id} of the row with that key. */
    static Object idOf(UserRow row) {
        return Objects.requireNonNull(Document.parse(row.key()).get(ID), ID);
    }

    /** Whether the row has expired; an end that cannot be read as a time does not count. */
    static boolean isExpired(Document row, Instant now) {
        return TimeFieldReader.read(row, EXPIRES_AT)
                .filter(end -> !now.isBefore(end))
                .isPresent();
    }

    /**
     * The newest user among rows in the order of {@link UserQueries#newestFirst}: the first whose time of registration is a
     * date, unless a user whose time is stored otherwise is newer.
     */
    Optional<User> newestOf(Iterator<Document> newestFirst, Instant now) {
        Optional<User> newest = Optional.empty();
        while (newestFirst.hasNext()) {
            Document row = newestFirst.next();
            Optional<User> user = isExpired(row, now) ? Optional.empty() : toUser(row);
            newest = Stream.concat(newest.stream(), user.stream()).max(Comparator.comparing(User::registeredAt));
            if (user.isPresent() && !UserQueries.isUndated(row)) {
                break;
            }
        }
        return newest;
    }

    private User read(Document row) {
        AuraId auraId = required(row, AURA_ID, AuraId::parse);
        Instant created = time(row, CREATED).orElseThrow(() -> new Unreadable(CREATED));
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

    private static Authentication authentication(Document row) {
        AuthenticationType type = required(row, AUTHENTICATION_TYPE, AuthenticationType::parse);
        return required(row, AUTHENTICATION_IDENTIFIER, text -> Authentication.ofStored(type, text));
    }

    /** A token that can no longer be deciphered is left out: it only saves a question at the logout. */
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
        return text(row, field).flatMap(parse).orElseThrow(() -> new Unreadable(field));
    }

    private static Optional<String> text(Document row, String field) {
        return row.get(field) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** A text, or a number, which another program may have written in place of digits. */
    private static Optional<String> identifier(Document row, String field) {
        Object value = row.get(field);
        return value instanceof Integer || value instanceof Long ? Optional.of(value.toString()) : text(row, field);
    }

    private static Optional<Instant> time(Document row, String field) {
        Optional<Instant> time = TimeFieldReader.read(row, field);
        if (time.isEmpty() && TimeFieldReader.has(row, field)) {
            throw new Unreadable(field);
        }
        return time;
    }

    /** Thrown and caught in this class only. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final String field;

        Unreadable(String field) {
            super(field, null, false, false);
            this.field = field;
        }
    }
}
