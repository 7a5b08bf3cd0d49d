package io.github.auraauth.adapter.mongo.apikey;

import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.apikey.ApiKeyFingerprint;
import io.github.auraauth.domain.apikey.ApiKeyFormat;
import io.github.auraauth.domain.apikey.ApiKeyModel;
import io.github.auraauth.domain.apikey.RegisteredApiKey;
import io.github.auraauth.port.Outage;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** Writes and reads registered keys as documents; a key's name and end are stored beside its model too, for people to search. */
final class ApiKeyDocumentMapper {
    static final String COLLECTION = "apikeys";

    static final String FINGERPRINT = "_id";
    static final String JTI = "jti";
    static final String CREATED_AT = "createdAt";
    static final String LAST_USED_AT = "lastUsedAt";
    static final String REVOKED_AT = "revokedAt";
    static final String EXPIRES_AT = "expiresAt";

    private static final String FORMAT = "format";
    private static final String NAME = "name";
    private static final String MODEL = "model";
    private static final String CREATED_BY = "createdBy";
    private static final String SUCCESSOR_OF = "successorOf";

    private ApiKeyDocumentMapper() {}

    static Document of(RegisteredApiKey key) {
        Document entry = new Document(FINGERPRINT, key.fingerprint().hex());
        key.model().stamp().id().ifPresent(jti -> entry.append(JTI, jti));
        entry.append(FORMAT, key.format().name());
        key.origin().name().ifPresent(name -> entry.append(NAME, name));
        entry.append(MODEL, model(key.model()))
                .append(CREATED_AT, Date.from(key.origin().createdAt()))
                .append(CREATED_BY, key.origin().createdBy());
        put(entry, EXPIRES_AT, key.model().stamp().expiresAt());
        put(entry, LAST_USED_AT, key.lastUsedAt());
        put(entry, REVOKED_AT, key.revokedAt());
        key.origin().successorOf().ifPresent(old -> entry.append(SUCCESSOR_OF, old.hex()));
        return entry;
    }

    /** @throws Outage.Unavailable when this service cannot read the entry */
    static RegisteredApiKey toKey(Document entry) {
        try {
            var origin = new RegisteredApiKey.Origin(
                    Optional.ofNullable(entry.getString(NAME)),
                    entry.getDate(CREATED_AT).toInstant(),
                    entry.getString(CREATED_BY),
                    Optional.ofNullable(entry.getString(SUCCESSOR_OF)).map(ApiKeyFingerprint::new));
            return new RegisteredApiKey(
                    new ApiKeyFingerprint(entry.getString(FINGERPRINT)),
                    ApiKeyFormat.valueOf(entry.getString(FORMAT)),
                    toModel(entry.get(MODEL, Document.class)),
                    origin,
                    time(entry, LAST_USED_AT),
                    time(entry, REVOKED_AT));
        } catch (IllegalArgumentException | NullPointerException | ClassCastException unreadable) {
            throw new Outage.Unavailable(MongoConnection.DEPENDENCY, unreadable);
        }
    }

    private static Document model(ApiKeyModel model) {
        ApiKeyModel.Grants grants = model.grants();
        Document members = new Document("version", model.version())
                .append("scopes", List.copyOf(grants.scopes()))
                .append("apps", List.copyOf(grants.apps()))
                .append("mode", grants.mode().text());
        if (!grants.paths().isEmpty()) {
            members.append("paths", grants.paths());
        }
        put(members, "iat", model.stamp().issuedAt());
        put(members, "exp", model.stamp().expiresAt());
        model.stamp().id().ifPresent(jti -> members.append(JTI, jti));
        model.stamp().environment().ifPresent(env -> members.append("env", env));
        model.stamp().name().ifPresent(name -> members.append(NAME, name));
        return members;
    }

    private static ApiKeyModel toModel(Document members) {
        var grants = new ApiKeyModel.Grants(
                new LinkedHashSet<>(members.getList("scopes", String.class)),
                new LinkedHashSet<>(members.getList("apps", String.class)),
                AccessMode.parse(members.getString("mode"))
                        .orElseThrow(() -> new IllegalArgumentException("a model's mode is r, w or rw")),
                members.getList("paths", String.class, List.of()));
        var stamp = new ApiKeyModel.Stamp(
                Optional.ofNullable(members.getString(JTI)),
                time(members, "iat"),
                time(members, "exp"),
                Optional.ofNullable(members.getString("env")),
                Optional.ofNullable(members.getString(NAME)));
        return new ApiKeyModel(members.getString("version"), grants, stamp);
    }

    private static void put(Document document, String field, Optional<Instant> time) {
        time.ifPresent(value -> document.append(field, Date.from(value)));
    }

    private static Optional<Instant> time(Document document, String field) {
        return Optional.ofNullable(document.getDate(field)).map(Date::toInstant);
    }
}
