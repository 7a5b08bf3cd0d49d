package io.github.auraauth.adapter.mongo;

import io.github.auraauth.domain.grant.RequestedClaims;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/** Writes and reads the claims that a request asks for as a part of what is enciphered: a person may be named there. */
public final class RequestedClaimsMapper {
    private static final String USER_INFO = "userInfo";
    private static final String ID_TOKEN = "idToken";
    private static final String SUBJECT = "subject";
    private static final String LEVELS = "levels";

    private RequestedClaimsMapper() {}

    public static Document of(RequestedClaims claims) {
        Document fields = new Document(
                        USER_INFO, claims.userInfo().stream().sorted().toList())
                .append(ID_TOKEN, claims.idToken().stream().sorted().toList());
        claims.subject().ifPresent(subject -> fields.append(SUBJECT, subject));
        if (!claims.levels().isEmpty()) {
            fields.append(LEVELS, claims.levels().stream().sorted().toList());
        }
        return fields;
    }

    /** @throws StoredFields.Unreadable when they cannot be read */
    public static RequestedClaims toClaims(StoredFields fields) {
        return new RequestedClaims(
                fields.all(USER_INFO, Optional::of),
                fields.all(ID_TOKEN, Optional::of),
                fields.optional(SUBJECT, Optional::of),
                fields.has(LEVELS) ? fields.all(LEVELS, Optional::of) : Set.of());
    }
}
