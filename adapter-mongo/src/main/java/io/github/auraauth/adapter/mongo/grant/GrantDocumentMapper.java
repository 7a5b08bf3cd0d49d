package io.github.auraauth.adapter.mongo.grant;

import io.github.auraauth.adapter.mongo.RequestedClaimsMapper;
import io.github.auraauth.adapter.mongo.SealedFields;
import io.github.auraauth.adapter.mongo.StoredFields;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.domain.grant.AuthenticationContext;
import io.github.auraauth.domain.grant.Grant;
import io.github.auraauth.domain.grant.GrantId;
import io.github.auraauth.domain.session.SessionId;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;

/** Writes and reads grants as documents. What the client asked with is enciphered as one: it may name the person. */
final class GrantDocumentMapper {
    static final String COLLECTION = "oidc_grants";

    static final String ID = "_id";
    static final String CLIENT = "client";
    static final String ACCOUNT = "account";
    static final String STATE = "state";
    static final String GENERATION = "generation";
    static final String ROTATED_AT = "rotatedAt";
    static final String END = "end";

    private static final String EPOCH = "epoch";
    private static final String SCOPES = "scopes";
    private static final String SESSION = "session";
    private static final String AUTHENTICATED_AT = "authenticatedAt";
    private static final String METHODS = "methods";
    private static final String REQUEST = "request";

    private static final String REDIRECT_URI = "redirectUri";
    private static final String CHALLENGE = "challenge";
    private static final String NONCE = "nonce";
    private static final String CLAIMS = "claims";

    private final SealedFields sealed;

    GrantDocumentMapper(AtRestCipher cipher) {
        this.sealed = new SealedFields(cipher, COLLECTION);
    }

    Document of(Grant grant) {
        AuthenticationContext authentication = grant.authentication();
        return new Document(ID, grant.id().value())
                .append(CLIENT, grant.client().value())
                .append(ACCOUNT, grant.account().value())
                .append(EPOCH, grant.epoch())
                .append(SCOPES, grant.scopes().stream().sorted().toList())
                .append(SESSION, authentication.session().value())
                .append(AUTHENTICATED_AT, Date.from(authentication.at()))
                .append(METHODS, authentication.methods().stream().sorted().toList())
                .append(REQUEST, sealed.seal(grant.id().value(), REQUEST, of(grant.request())))
                .append(STATE, grant.state().name())
                .append(GENERATION, grant.generation())
                .append(ROTATED_AT, Date.from(grant.rotatedAt()))
                .append(END, Date.from(grant.expiresAt()));
    }

    /** @throws StoredFields.Unreadable when it cannot be read, or was enciphered under a key that is not known */
    Grant toGrant(StoredFields fields) {
        GrantId id = fields.value(ID, GrantId::new);
        return StoredFields.joined(
                EPOCH,
                () -> new Grant(
                        id,
                        fields.required(CLIENT, ClientId::parse),
                        fields.required(ACCOUNT, AccountId::parse),
                        (int) fields.number(EPOCH),
                        fields.all(SCOPES, Optional::of),
                        new AuthenticationContext(
                                fields.required(SESSION, SessionId::parse),
                                fields.time(AUTHENTICATED_AT),
                                fields.all(METHODS, Optional::of)),
                        toRequest(sealed.openFields(id.value(), REQUEST, fields)),
                        fields.constant(STATE, Grant.State.class),
                        fields.number(GENERATION),
                        fields.time(ROTATED_AT),
                        fields.time(END)));
    }

    private static Document of(Grant.Request request) {
        Document fields = new Document(REDIRECT_URI, request.redirectUri());
        request.challenge().ifPresent(challenge -> fields.append(CHALLENGE, challenge));
        request.nonce().ifPresent(nonce -> fields.append(NONCE, nonce));
        return fields.append(CLAIMS, RequestedClaimsMapper.of(request.claims()));
    }

    private static Grant.Request toRequest(StoredFields fields) {
        return new Grant.Request(
                fields.text(REDIRECT_URI),
                fields.optional(CHALLENGE, Optional::of),
                fields.optional(NONCE, Optional::of),
                RequestedClaimsMapper.toClaims(fields.part(CLAIMS)));
    }
}
