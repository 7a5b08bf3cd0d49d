package io.github.auraauth.adapter.mongo.provider;

import io.github.auraauth.adapter.mongo.RequestedClaimsMapper;
import io.github.auraauth.adapter.mongo.SealedFields;
import io.github.auraauth.adapter.mongo.StoredFields;
import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.domain.provider.AuthorizationParameters;
import io.github.auraauth.domain.provider.KeptRequest;
import io.github.auraauth.domain.provider.RequestDigest;
import io.github.auraauth.domain.session.SessionId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/** Writes and reads authorization requests as documents. Their parameters are enciphered as one: hints name a person. */
final class KeptRequestDocumentMapper {
    static final String COLLECTION = "oidc_requests";
    static final String DIGEST = "_id";

    private static final String PARAMETERS = "parameters";
    private static final String AT = "at";
    private static final String STAGE = "stage";
    private static final String BEFORE = "before";
    private static final String END = "end";

    /** Two lists of one length, since no name is then taken for more than a text. */
    private static final String NAMES = "names";

    private static final String VALUES = "values";
    private static final String REPEATED = "repeated";
    private static final String CLAIMS = "claims";

    private final SealedFields sealed;

    KeptRequestDocumentMapper(AtRestCipher cipher) {
        this.sealed = new SealedFields(cipher, COLLECTION);
    }

    Document of(RequestDigest digest, KeptRequest request) {
        Document document = new Document(DIGEST, digest.hex())
                .append(PARAMETERS, sealed.seal(digest.hex(), PARAMETERS, of(request.parameters())))
                .append(AT, Date.from(request.at()))
                .append(STAGE, request.stage().name())
                .append(END, Date.from(request.expiresAt()));
        request.before().ifPresent(session -> document.append(BEFORE, session.value()));
        return document;
    }

    /** @throws StoredFields.Unreadable when it cannot be read, or was enciphered under a key that is not known */
    KeptRequest toRequest(StoredFields fields) {
        return new KeptRequest(
                toParameters(sealed.openFields(fields.text(DIGEST), PARAMETERS, fields)),
                fields.time(AT),
                fields.constant(STAGE, KeptRequest.Stage.class),
                fields.optional(BEFORE, SessionId::parse));
    }

    private static Document of(AuthorizationParameters parameters) {
        List<String> names = parameters.values().keySet().stream().sorted().toList();
        Document fields = new Document(NAMES, names)
                .append(VALUES, names.stream().map(parameters.values()::get).toList())
                .append(REPEATED, parameters.repeated().stream().sorted().toList());
        parameters.claims().ifPresent(claims -> fields.append(CLAIMS, RequestedClaimsMapper.of(claims)));
        return fields;
    }

    private static AuthorizationParameters toParameters(StoredFields fields) {
        List<String> names = fields.texts(NAMES);
        List<String> values = fields.texts(VALUES);
        if (names.size() != values.size()) {
            throw new StoredFields.Unreadable(VALUES);
        }
        Map<String, String> byName = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            byName.put(names.get(i), values.get(i));
        }
        return new AuthorizationParameters(
                byName,
                fields.all(REPEATED, Optional::of),
                fields.optionalPart(CLAIMS).map(RequestedClaimsMapper::toClaims));
    }
}
