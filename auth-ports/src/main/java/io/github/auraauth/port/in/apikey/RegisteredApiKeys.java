package io.github.auraauth.port.in.apikey;

import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.apikey.ApiKeyFingerprint;
import io.github.auraauth.domain.apikey.RegisteredApiKey;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.account.Page;
import io.github.auraauth.port.in.account.PageRequest;
import java.time.Duration;
import java.util.List;

/**
 * The registered keys, as accounts that look after them ask for them: {@code list_apikey} shows them, {@code destroy_apikey}
 * revokes them. Safe for use by many threads; every method throws {@link io.github.auraauth.port.Outage} when a store is away
 * or too slow.
 */
public interface RegisteredApiKeys {

    /** A part of all keys, the newest first. */
    Outcome<Page<RegisteredApiKey>> list(PageRequest page, Actor actor, Deadline deadline);

    /** One key. */
    Outcome<RegisteredApiKey> find(ApiKeyFingerprint fingerprint, Actor actor, Deadline deadline);

    /** So many keys that end within that time from now on, the first to end first; not those that are revoked. */
    Outcome<List<RegisteredApiKey>> ending(Duration time, int most, Actor actor, Deadline deadline);

    /** So many good keys that were neither made nor used within that time; those that never were used first. */
    Outcome<List<RegisteredApiKey>> unused(Duration time, int most, Actor actor, Deadline deadline);

    /** Revokes a key, as {@link ApiKeyAdministration#revoke} does; that it is not there is a refusal. */
    Outcome<ApiKeyRevocationOutcome> revoke(ApiKeyFingerprint fingerprint, Actor actor, Deadline deadline);

    /** Revokes all keys of a consumer, as {@link ApiKeyAdministration#revokeConsumer} does. */
    Outcome<String> revokeConsumer(String consumer, Actor actor, Deadline deadline);
}
