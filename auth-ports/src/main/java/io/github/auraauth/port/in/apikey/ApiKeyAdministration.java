package io.github.auraauth.port.in.apikey;

import io.github.auraauth.domain.apikey.ApiKeyFormat;
import io.github.auraauth.domain.apikey.ApiKeyRequest;
import io.github.auraauth.domain.apikey.IssuedApiKey;
import io.github.auraauth.domain.apikey.RegisteredApiKey;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import java.util.List;
import java.util.Optional;

/** The life of APIKeys from issue to revocation, as operators ask for it. Every method throws an outage of its stores. */
public interface ApiKeyAdministration {

    /**
     * Makes a key and registers it; nobody can show it again. It is registered when this returns.
     *
     * @param format {@link ApiKeyFormat#V1} only for consumers that know no other
     * @param by who asks, printable ASCII
     * @throws io.github.auraauth.port.Outage when it could not be registered; then it is not handed out
     */
    IssuedApiKey issue(ApiKeyRequest request, ApiKeyFormat format, String by, Deadline deadline);

    /**
     * Registers a key that was made elsewhere.
     *
     * @param key as it is sent, without the header's scheme
     * @param name for people, printable ASCII
     * @param by who asks, printable ASCII
     * @throws io.github.auraauth.port.Outage when the registry is away
     */
    ApiKeyRegistrationOutcome register(Secret key, Optional<String> name, String by, Deadline deadline);

    /**
     * All registered keys, the newest first.
     *
     * @throws io.github.auraauth.port.Outage when the registry is away
     */
    List<RegisteredApiKey> list(Deadline deadline);

    /**
     * What a key says and whether it is good: what no caller of the API is ever told.
     *
     * @param key as it is sent, without the header's scheme
     * @throws io.github.auraauth.port.Outage when registry or revocations cannot be read
     */
    ApiKeyInspection inspect(Secret key, Deadline deadline);

    /**
     * Makes and registers a key with the same grants and name; then lets the old one end.
     *
     * @throws io.github.auraauth.port.Outage when a store is away; the old key may then be as good as it was
     */
    ApiKeyRotationOutcome rotate(ApiKeySelector old, ApiKeyRotation rotation, Deadline deadline);

    /**
     * Revokes one key at once, so that every instance refuses it within three seconds; doing so again changes nothing.
     *
     * @throws io.github.auraauth.port.Outage when the log of revocations is away
     */
    ApiKeyRevocationOutcome revoke(ApiKeySelector key, Deadline deadline);

    /**
     * Revokes all keys for that consumer that were issued until now, registered or not; those without {@code iat} for
     * ever.
     *
     * @param app a consumer's name, as keys list it
     * @throws io.github.auraauth.port.Outage when the log of revocations is away
     * @throws IllegalArgumentException when {@code app} cannot be a consumer's name
     */
    void revokeConsumer(String app, Deadline deadline);
}
