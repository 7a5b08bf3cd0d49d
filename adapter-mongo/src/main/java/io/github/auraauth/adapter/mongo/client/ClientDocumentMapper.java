package io.github.auraauth.adapter.mongo.client;

import io.github.auraauth.adapter.mongo.StoredFields;
import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.client.ClientAddresses;
import io.github.auraauth.domain.client.ClientAuthentication;
import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.domain.client.ClientLifetimes;
import io.github.auraauth.domain.client.ClientSecretDigest;
import io.github.auraauth.domain.client.RedirectUri;
import io.github.auraauth.domain.crypto.HexDigest;
import io.github.auraauth.domain.token.JsonWebKeySet;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import java.net.URI;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/** Writes and reads clients as documents. Of secrets there are keyed digests only, and of keys the public halves. */
final class ClientDocumentMapper {
    static final String COLLECTION = "oidc_clients";
    static final String ID = "_id";

    private static final String NAME = "name";
    private static final String CONFIDENTIAL = "confidential";
    private static final String SECRETS = "secrets";
    private static final String KEYS = "keys";
    private static final String REDIRECTS = "redirects";
    private static final String POST_LOGOUT_REDIRECTS = "postLogoutRedirects";
    private static final String BACK_CHANNEL_LOGOUT = "backChannelLogout";
    private static final String SCOPES = "scopes";
    private static final String CONSENT_REQUIRED = "consentRequired";
    private static final String PKCE_REQUIRED = "pkceRequired";
    private static final String RESOURCE_SERVER = "resourceServer";
    private static final String ID_TOKEN_ALGORITHM = "idTokenAlgorithm";
    private static final String ACCESS_TOKEN_SECONDS = "accessTokenSeconds";
    private static final String REFRESH_TOKEN_SECONDS = "refreshTokenSeconds";
    private static final String CREATED_AT = "createdAt";

    /** What may be missing. */
    static final List<String> OPTIONAL = List.of(KEYS, BACK_CHANNEL_LOGOUT);

    private ClientDocumentMapper() {}

    static Document of(Client client) {
        Document document = new Document(ID, client.id().value());
        document.putAll(changeable(client));
        return document;
    }

    /** The update that makes a stored client this one. */
    static Document update(Client client) {
        Document changeable = changeable(client);
        Document missing = new Document();
        OPTIONAL.stream().filter(field -> !changeable.containsKey(field)).forEach(field -> missing.append(field, ""));
        Document update = new Document("$set", changeable);
        return missing.isEmpty() ? update : update.append("$unset", missing);
    }

    /** @throws StoredFields.Unreadable when it cannot be read */
    static Client toClient(StoredFields fields) {
        ClientId id = fields.required(ID, ClientId::parse);
        String name = fields.required(NAME, text -> Optional.of(text).filter(Client::isName));
        ClientAuthentication authentication = StoredFields.joined(
                CONFIDENTIAL,
                () -> new ClientAuthentication(
                        fields.flag(CONFIDENTIAL),
                        fields.list(SECRETS, ClientDocumentMapper::digest),
                        fields.optional(KEYS, json -> Optional.of(new JsonWebKeySet(json)))));
        ClientAddresses addresses = StoredFields.joined(
                REDIRECTS,
                () -> new ClientAddresses(
                        fields.list(REDIRECTS, RedirectUri::parse),
                        fields.list(POST_LOGOUT_REDIRECTS, RedirectUri::parse),
                        fields.optional(BACK_CHANNEL_LOGOUT, ClientDocumentMapper::uri)));
        return StoredFields.joined(
                PKCE_REQUIRED,
                () -> new Client(
                        id,
                        name,
                        authentication,
                        addresses,
                        policy(fields),
                        lifetimes(fields),
                        fields.time(CREATED_AT)));
    }

    private static Client.Policy policy(StoredFields fields) {
        return StoredFields.joined(
                ID_TOKEN_ALGORITHM,
                () -> new Client.Policy(
                        fields.all(SCOPES, Optional::of),
                        fields.flag(CONSENT_REQUIRED),
                        fields.flag(PKCE_REQUIRED),
                        fields.flag(RESOURCE_SERVER),
                        fields.required(ID_TOKEN_ALGORITHM, SignatureAlgorithm::parse)));
    }

    private static ClientLifetimes lifetimes(StoredFields fields) {
        return StoredFields.joined(
                ACCESS_TOKEN_SECONDS,
                () -> new ClientLifetimes(
                        Duration.ofSeconds(fields.number(ACCESS_TOKEN_SECONDS)),
                        Duration.ofSeconds(fields.number(REFRESH_TOKEN_SECONDS))));
    }

    private static Optional<ClientSecretDigest> digest(String hex) {
        return Optional.of(hex).filter(HexDigest::isDigest).map(ClientSecretDigest::new);
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException noUri) {
            return Optional.empty();
        }
    }

    private static Document changeable(Client client) {
        ClientAuthentication authentication = client.authentication();
        Document fields = new Document(NAME, client.name())
                .append(CONFIDENTIAL, authentication.confidential())
                .append(
                        SECRETS,
                        authentication.secrets().stream()
                                .map(ClientSecretDigest::hex)
                                .toList());
        authentication.keys().ifPresent(keys -> fields.append(KEYS, keys.json()));
        ClientAddresses addresses = client.addresses();
        fields.append(REDIRECTS, texts(addresses.redirects()))
                .append(POST_LOGOUT_REDIRECTS, texts(addresses.postLogoutRedirects()));
        addresses.backChannelLogout().ifPresent(uri -> fields.append(BACK_CHANNEL_LOGOUT, uri.toString()));
        Client.Policy policy = client.policy();
        return fields.append(SCOPES, policy.scopes().stream().sorted().toList())
                .append(CONSENT_REQUIRED, policy.consentRequired())
                .append(PKCE_REQUIRED, policy.pkceRequired())
                .append(RESOURCE_SERVER, policy.resourceServer())
                .append(ID_TOKEN_ALGORITHM, policy.idTokenAlgorithm().name())
                .append(ACCESS_TOKEN_SECONDS, client.lifetimes().accessToken().toSeconds())
                .append(REFRESH_TOKEN_SECONDS, client.lifetimes().refreshToken().toSeconds())
                .append(CREATED_AT, Date.from(client.createdAt()));
    }

    private static List<String> texts(List<RedirectUri> uris) {
        return uris.stream().map(RedirectUri::value).toList();
    }
}
