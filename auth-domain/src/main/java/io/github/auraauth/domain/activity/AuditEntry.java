package io.github.auraauth.domain.activity;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.account.AccountId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * One entry of the audit trail as it is stored, in words: also one that a later release wrote, or that somebody changed.
 *
 * @param at to the millisecond
 * @param seal absent where somebody took it away, or a program wrote it that had none yet
 */
public record AuditEntry(
        String id,
        Instant at,
        String event,
        String actor,
        Optional<String> account,
        String object,
        Optional<Seal> seal) {
    public AuditEntry {
        requireNonNull(id, "id");
        requireNonNull(event, "event");
        requireNonNull(actor, "actor");
        requireNonNull(account, "account");
        requireNonNull(object, "object");
        requireNonNull(seal, "seal");
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    /** What was done, without a seal. */
    public static AuditEntry of(Activity activity) {
        return new AuditEntry(
                activity.id(),
                activity.at(),
                activity.event().word(),
                activity.actor(),
                activity.account().map(AccountId::value),
                activity.object(),
                Optional.empty());
    }

    /** The same with a seal. */
    public AuditEntry with(Seal sealed) {
        return new AuditEntry(id, at, event, actor, account, object, Optional.of(sealed));
    }

    /** The MAC of its seal; empty where it has none. */
    public String mac() {
        return seal.map(Seal::mac).orElse("");
    }

    /** What was done; empty where this release does not know the event. */
    public Optional<Activity> activity() {
        return Activity.Event.parse(event)
                .map(known -> new Activity(id, at, known, actor, account.flatMap(AccountId::parse), object));
    }
}
