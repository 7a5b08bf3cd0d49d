package io.github.auraauth.adapter.mongo.authtoken;

import io.github.auraauth.adapter.mongo.StoredFields;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.authtoken.AuthToken;
import io.github.auraauth.domain.authtoken.AuthTokenDigest;
import io.github.auraauth.domain.authtoken.AuthTokenId;
import io.github.auraauth.domain.authtoken.AuthTokenName;
import io.github.auraauth.domain.crypto.HexDigest;
import io.github.auraauth.domain.permission.Permission;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** Writes and reads auth tokens as documents. */
final class AuthTokenDocumentMapper {
    static final String COLLECTION = "authTokens";

    static final String DIGEST = "_id";
    static final String ID = "id";
    static final String ACCOUNT = "account";
    static final String LAST_USED_AT = "lastUsedAt";
    static final String SOURCE = "source";
    static final String CREATED_AT = "createdAt";
    static final String EXPIRES_AT = "expiresAt";
    static final String WITHDRAWN = "withdrawn";

    private static final String NAME = "name";
    private static final String PERMISSIONS = "permissions";

    /** What may be missing: without permissions a token has all of its account's. */
    private static final List<String> OPTIONAL = List.of(PERMISSIONS, EXPIRES_AT);

    private AuthTokenDocumentMapper() {}

    static Document of(AuthTokenDigest digest, AuthToken token) {
        Document document =
                new Document(DIGEST, digest.hex()).append(ID, token.id().value());
        document.putAll(changeable(token));
        token.times().lastUsedAt().ifPresent(time -> document.append(LAST_USED_AT, Date.from(time)));
        return document;
    }

    /** The update that makes a stored token this one, save for its last use, and never takes a withdrawal back. */
    static Document update(AuthToken token) {
        Document changeable = changeable(token);
        Document missing = new Document();
        OPTIONAL.stream().filter(field -> !changeable.containsKey(field)).forEach(field -> missing.append(field, ""));
        changeable.remove(WITHDRAWN, false);
        Document update = new Document("$set", changeable);
        return missing.isEmpty() ? update : update.append("$unset", missing);
    }

    /** @throws StoredFields.Unreadable when it cannot be read */
    static AuthToken toToken(StoredFields fields) {
        return new AuthToken(
                fields.required(ID, AuthTokenId::parse),
                fields.required(NAME, AuthTokenName::parse),
                fields.required(ACCOUNT, AccountId::parse),
                fields.has(PERMISSIONS) ? Optional.of(fields.all(PERMISSIONS, Permission::parse)) : Optional.empty(),
                new AuthToken.Times(
                        fields.time(CREATED_AT), fields.optionalTime(EXPIRES_AT), fields.optionalTime(LAST_USED_AT)),
                fields.constant(SOURCE, AuthToken.Source.class),
                fields.flag(WITHDRAWN));
    }

    /** Exceptions as of {@link #toToken}. */
    static AuthTokenDigest toDigest(StoredFields fields) {
        return fields.required(
                DIGEST, hex -> Optional.of(hex).filter(HexDigest::isDigest).map(AuthTokenDigest::new));
    }

    private static Document changeable(AuthToken token) {
        Document fields = new Document(NAME, token.name().value())
                .append(ACCOUNT, token.account().value())
                .append(CREATED_AT, Date.from(token.times().createdAt()))
                .append(SOURCE, token.source().name())
                .append(WITHDRAWN, token.withdrawn());
        token.permissions()
                .ifPresent(permissions -> fields.append(
                        PERMISSIONS,
                        permissions.stream().map(Permission::codeName).sorted().toList()));
        token.times().expiresAt().ifPresent(end -> fields.append(EXPIRES_AT, Date.from(end)));
        return fields;
    }
}
