package io.github.auraauth.usecase.apikey;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.activity.Activity.Event;
import io.github.auraauth.domain.apikey.ApiKeyFingerprint;
import io.github.auraauth.domain.apikey.ApiKeyModel;
import io.github.auraauth.domain.apikey.RegisteredApiKey;
import io.github.auraauth.domain.permission.OwnPermissions;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.account.Page;
import io.github.auraauth.port.in.account.PageRequest;
import io.github.auraauth.port.in.apikey.ApiKeyAdministration;
import io.github.auraauth.port.in.apikey.ApiKeyRevocationOutcome;
import io.github.auraauth.port.in.apikey.ApiKeySelector;
import io.github.auraauth.port.in.apikey.RegisteredApiKeys;
import io.github.auraauth.port.out.apikey.ApiKeyDirectory;
import io.github.auraauth.port.out.apikey.ApiKeyDirectory.Position;
import io.github.auraauth.port.out.apikey.ApiKeyRegistry;
import io.github.auraauth.usecase.activity.ActivityRecorder;
import io.github.auraauth.usecase.paging.Paging;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The registered keys over their registry; what is done to them is noted. */
public final class RegisteredApiKeyService implements RegisteredApiKeys {
    private static final Paging<Position, RegisteredApiKey> PAGING = new Paging<>(
            Position::of,
            position -> position.createdAt().toEpochMilli() + ","
                    + position.fingerprint().hex(),
            RegisteredApiKeyService::position);

    private final ApiKeyRegistry registry;
    private final ApiKeyDirectory directory;
    private final ApiKeyAdministration keys;
    private final ActivityRecorder activity;
    private final InstantSource clock;

    public RegisteredApiKeyService(
            ApiKeyRegistry registry,
            ApiKeyDirectory directory,
            ApiKeyAdministration keys,
            ActivityRecorder activity,
            InstantSource clock) {
        this.registry = requireNonNull(registry, "registry");
        this.directory = requireNonNull(directory, "directory");
        this.keys = requireNonNull(keys, "keys");
        this.activity = requireNonNull(activity, "activity");
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public Outcome<Page<RegisteredApiKey>> list(PageRequest page, Actor actor, Deadline deadline) {
        return permitted(actor, OwnPermissions.LIST_APIKEY)
                .then(allowed -> PAGING.page(page, (place, most) -> directory.page(place, most, deadline), most -> 0));
    }

    @Override
    public Outcome<RegisteredApiKey> find(ApiKeyFingerprint fingerprint, Actor actor, Deadline deadline) {
        return permitted(actor, OwnPermissions.LIST_APIKEY)
                .then(allowed -> registry.find(fingerprint, deadline)
                        .map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(Reason.ABSENT)));
    }

    @Override
    public Outcome<List<RegisteredApiKey>> ending(Duration time, int most, Actor actor, Deadline deadline) {
        Instant now = clock.instant();
        return permitted(actor, OwnPermissions.LIST_APIKEY)
                .map(allowed -> directory.ending(now, now.plus(time), most, deadline));
    }

    @Override
    public Outcome<List<RegisteredApiKey>> unused(Duration time, int most, Actor actor, Deadline deadline) {
        Instant now = clock.instant();
        return permitted(actor, OwnPermissions.LIST_APIKEY)
                .map(allowed -> directory.unused(now.minus(time), now, most, deadline));
    }

    @Override
    public Outcome<ApiKeyRevocationOutcome> revoke(ApiKeyFingerprint fingerprint, Actor actor, Deadline deadline) {
        return permitted(actor, OwnPermissions.DESTROY_APIKEY).then(allowed -> {
            ApiKeyRevocationOutcome outcome = activity.attempt(
                    Event.APIKEY_REVOKE,
                    actor,
                    fingerprint.hex(),
                    () -> keys.revoke(new ApiKeySelector.ByFingerprint(fingerprint), deadline));
            if (outcome == ApiKeyRevocationOutcome.ABSENT) {
                return Outcome.refused(Reason.ABSENT);
            }
            activity.note(Event.APIKEY_REVOKE, actor, Optional.empty(), fingerprint.hex(), deadline);
            return Outcome.done(outcome);
        });
    }

    @Override
    public Outcome<String> revokeConsumer(String consumer, Actor actor, Deadline deadline) {
        return permitted(actor, OwnPermissions.DESTROY_APIKEY).then(allowed -> {
            if (!ApiKeyModel.Grants.isEntry(consumer)) {
                return Outcome.refused(Refusal.of(Reason.UNKNOWN, "consumer"));
            }
            activity.attempt(Event.CONSUMER_REVOKE, actor, consumer, () -> {
                keys.revokeConsumer(consumer, deadline);
                return consumer;
            });
            activity.note(Event.CONSUMER_REVOKE, actor, Optional.empty(), consumer, deadline);
            return Outcome.done(consumer);
        });
    }

    private static Outcome<Actor> permitted(Actor actor, Permission needed) {
        return actor.has(needed) ? Outcome.done(actor) : Outcome.refused(Reason.FORBIDDEN);
    }

    private static Optional<Position> position(String text) {
        int comma = text.indexOf(',');
        try {
            return comma < 0
                    ? Optional.empty()
                    : ApiKeyFingerprint.parse(text.substring(comma + 1))
                            .map(fingerprint -> new Position(
                                    Instant.ofEpochMilli(Long.parseLong(text.substring(0, comma))), fingerprint));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
