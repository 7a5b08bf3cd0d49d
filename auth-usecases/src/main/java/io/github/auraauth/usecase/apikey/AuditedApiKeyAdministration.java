package io.github.auraauth.usecase.apikey;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.activity.Activity.Event;
import io.github.auraauth.domain.apikey.ApiKeyFingerprint;
import io.github.auraauth.domain.apikey.ApiKeyFormat;
import io.github.auraauth.domain.apikey.ApiKeyRequest;
import io.github.auraauth.domain.apikey.ApiKeys;
import io.github.auraauth.domain.apikey.IssuedApiKey;
import io.github.auraauth.domain.apikey.RegisteredApiKey;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.apikey.ApiKeyAdministration;
import io.github.auraauth.port.in.apikey.ApiKeyInspection;
import io.github.auraauth.port.in.apikey.ApiKeyRegistrationOutcome;
import io.github.auraauth.port.in.apikey.ApiKeyRevocationOutcome;
import io.github.auraauth.port.in.apikey.ApiKeyRotation;
import io.github.auraauth.port.in.apikey.ApiKeyRotationOutcome;
import io.github.auraauth.port.in.apikey.ApiKeySelector;
import io.github.auraauth.usecase.activity.ActivityRecorder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The life of keys, for one actor: what is done to them is noted, a key by its fingerprint or id. */
public final class AuditedApiKeyAdministration implements ApiKeyAdministration {
    private final ApiKeyAdministration keys;
    private final ApiKeys apiKeys;
    private final Actor actor;
    private final ActivityRecorder activity;

    public AuditedApiKeyAdministration(
            ApiKeyAdministration keys, ApiKeys apiKeys, Actor actor, ActivityRecorder activity) {
        this.keys = requireNonNull(keys, "keys");
        this.apiKeys = requireNonNull(apiKeys, "apiKeys");
        this.actor = requireNonNull(actor, "actor");
        this.activity = requireNonNull(activity, "activity");
    }

    @Override
    public IssuedApiKey issue(ApiKeyRequest request, ApiKeyFormat format, String by, Deadline deadline) {
        IssuedApiKey issued = attempt(Event.APIKEY_GENERATE, "", () -> keys.issue(request, format, by, deadline));
        note(Event.APIKEY_GENERATE, fingerprint(issued.text()), deadline);
        return issued;
    }

    @Override
    public ApiKeyRegistrationOutcome register(Secret key, Optional<String> name, String by, Deadline deadline) {
        ApiKeyRegistrationOutcome outcome =
                attempt(Event.APIKEY_REGISTER, fingerprint(key), () -> keys.register(key, name, by, deadline));
        if (outcome == ApiKeyRegistrationOutcome.REGISTERED) {
            note(Event.APIKEY_REGISTER, fingerprint(key), deadline);
        }
        return outcome;
    }

    @Override
    public List<RegisteredApiKey> list(Deadline deadline) {
        return keys.list(deadline);
    }

    @Override
    public ApiKeyInspection inspect(Secret key, Deadline deadline) {
        return keys.inspect(key, deadline);
    }

    @Override
    public ApiKeyRotationOutcome rotate(ApiKeySelector old, ApiKeyRotation rotation, Deadline deadline) {
        ApiKeyRotationOutcome outcome =
                attempt(Event.APIKEY_ROTATE, name(old), () -> keys.rotate(old, rotation, deadline));
        outcome.fold(
                        rotated -> Optional.of(
                                name(old) + " " + fingerprint(rotated.key().text())),
                        Optional::<String>empty,
                        Optional::<String>empty)
                .ifPresent(object -> note(Event.APIKEY_ROTATE, object, deadline));
        return outcome;
    }

    @Override
    public ApiKeyRevocationOutcome revoke(ApiKeySelector key, Deadline deadline) {
        ApiKeyRevocationOutcome outcome = attempt(Event.APIKEY_REVOKE, name(key), () -> keys.revoke(key, deadline));
        if (outcome != ApiKeyRevocationOutcome.ABSENT) {
            note(Event.APIKEY_REVOKE, name(key), deadline);
        }
        return outcome;
    }

    @Override
    public void revokeConsumer(String app, Deadline deadline) {
        attempt(Event.CONSUMER_REVOKE, app, () -> {
            keys.revokeConsumer(app, deadline);
            return app;
        });
        note(Event.CONSUMER_REVOKE, app, deadline);
    }

    private String name(ApiKeySelector key) {
        return key.fold(this::fingerprint, ApiKeyFingerprint::hex, id -> id);
    }

    /** As the registry names it. */
    private String fingerprint(Secret key) {
        return apiKeys.presentText(new String(key.reveal(), StandardCharsets.US_ASCII))
                .fingerprint()
                .hex();
    }

    private <T> T attempt(Event event, String object, Supplier<T> change) {
        return activity.attempt(event, actor, object, change);
    }

    private void note(Event event, String object, Deadline deadline) {
        activity.note(event, actor, Optional.empty(), object, deadline);
    }
}
