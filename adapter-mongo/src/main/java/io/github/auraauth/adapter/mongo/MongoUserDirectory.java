package io.github.auraauth.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static io.github.auraauth.adapter.mongo.UserDocuments.AUTHENTICATION_IDENTIFIER;
import static io.github.auraauth.adapter.mongo.UserDocuments.AUTHENTICATION_TYPE;
import static io.github.auraauth.adapter.mongo.UserDocuments.USER_ID;
import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.domain.user.Authentication;
import io.github.auraauth.domain.user.AuthenticationType;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.domain.user.UserId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.UserDirectory;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;

/** All rows of a person in MongoDB, found by the indexes of {@link MongoIndexMakeup}. */
public final class MongoUserDirectory implements UserDirectory {
    private final MongoCalls users;
    private final UserDocuments documents;

    private MongoUserDirectory(MongoCalls users, AtRestCipher cipher) {
        this.users = users;
        this.documents = new UserDocuments(requireNonNull(cipher, "cipher"));
    }

    /** Reads from the primary, so that no row is missed. */
    public static MongoUserDirectory forErasure(MongoConnection connection, AtRestCipher cipher) {
        return new MongoUserDirectory(connection.users(), cipher);
    }

    /** Reads from where the configured read preference says: for lists, find and export. */
    public static MongoUserDirectory forOperators(MongoConnection connection, AtRestCipher cipher) {
        return new MongoUserDirectory(connection.usersByPreference(), cipher);
    }

    @Override
    public List<User> findByAuthentication(Authentication authentication, Deadline deadline) {
        requireNonNull(authentication, "authentication");
        Bson filter = and(
                eq(AUTHENTICATION_TYPE, authentication.type().text()),
                in(AUTHENTICATION_IDENTIFIER, spellings(authentication)));
        return all(filter, deadline);
    }

    /** The normal form, and how an older release may have stored the same number: an erasure must find that too. */
    private static List<String> spellings(Authentication authentication) {
        String normal = authentication.identifier();
        return authentication.type() == AuthenticationType.PHONE_NUMBER
                ? List.of(normal, normal.substring(1), "00" + normal.substring(1))
                : List.of(normal);
    }

    @Override
    public List<User> findByUserId(UserId userId, Deadline deadline) {
        return all(eq(USER_ID, requireNonNull(userId, "userId").value()), deadline);
    }

    private List<User> all(Bson filter, Deadline deadline) {
        return users.within(deadline, rows -> rows.find(filter).into(new ArrayList<>())).stream()
                .map(documents::toUser)
                .toList();
    }
}
