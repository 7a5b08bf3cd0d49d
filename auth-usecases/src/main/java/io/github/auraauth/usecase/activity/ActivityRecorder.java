package io.github.auraauth.usecase.activity;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.activity.Activity;
import io.github.auraauth.domain.activity.Activity.Event;
import io.github.auraauth.domain.activity.AuditPseudonyms;
import io.github.auraauth.domain.activity.AuditSealer;
import io.github.auraauth.domain.activity.ChainHead;
import io.github.auraauth.domain.crypto.Base62;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.AuthorizationId;
import io.github.auraauth.domain.user.PhoneNumber;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.activity.ActivityLog;
import io.github.auraauth.port.out.activity.AuditChains;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Notes what was done, before its answer is given, in a chain of its own. Where a note cannot be stored in time, that is an
 * {@link Outage}, and it is stored with the next one or by {@link #flush}. Safe for use by many threads.
 */
public final class ActivityRecorder {
    /** So many entries wait for the store at most: some megabytes. */
    public static final int MOST_WAITING = 10_000;

    private static final int INSTANCE_DIGITS = 12;

    private final ActivityChain chain;
    private final AuditPseudonyms pseudonyms;
    private final InstantSource clock;

    /** @param random gives this instance a name of its own */
    public ActivityRecorder(
            ActivityLog log,
            AuditChains chains,
            AuditSealer sealer,
            AuditPseudonyms pseudonyms,
            InstantSource clock,
            SecureRandom random) {
        String instance = Base62.random(INSTANCE_DIGITS, random);
        this.chain = new ActivityChain(instance, log, chains, sealer, MOST_WAITING);
        this.pseudonyms = requireNonNull(pseudonyms, "pseudonyms");
        this.clock = requireNonNull(clock, "clock");
    }

    /** Notes what was done to an account. */
    public void note(Event event, Actor actor, AccountId account, Deadline deadline) {
        note(event, actor, Optional.of(account), "", deadline);
    }

    /** Notes what was done to a user. */
    public void note(Event event, Actor actor, AuraId user, Deadline deadline) {
        note(event, actor, Optional.empty(), pseudonyms.of(user), deadline);
    }

    /** Notes what was done to a person. */
    public void note(Event event, Actor actor, PhoneNumber person, Deadline deadline) {
        note(event, actor, Optional.empty(), pseudonyms.of(person), deadline);
    }

    /** Makes a change of a user, as {@link #attempt(Event, Actor, String, Supplier)} does. */
    public <T> T attempt(Event event, Actor actor, AuraId user, Supplier<T> change) {
        return attempt(event, actor, pseudonyms.of(user), change);
    }

    /** Makes a change of the user of that session, as {@link #attempt(Event, Actor, String, Supplier)} does. */
    public <T> T attempt(Event event, Actor actor, AuthorizationId session, Supplier<T> change) {
        return attempt(event, actor, pseudonyms.of(session), change);
    }

    /**
     * Makes a change, which the caller notes where it knows that it was made. Where it ends in an outage, it may have been made
     * all the same: that is noted, and stored at some time from then on.
     *
     * @param event as which the caller would note it
     * @param object as of {@link #note(Event, Actor, Optional, String, Deadline)}
     */
    public <T> T attempt(Event event, Actor actor, String object, Supplier<T> change) {
        return attempt(event, actor, object, () -> false, change);
    }

    /**
     * The same for what is done to a person and is finished whatever happens once it was begun: an outage after that is noted
     * as the event itself.
     *
     * @param begun whether it was begun; asked once the change has ended in an outage
     */
    public <T> T attempt(Event event, Actor actor, PhoneNumber person, BooleanSupplier begun, Supplier<T> change) {
        return attempt(event, actor, pseudonyms.of(person), begun, change);
    }

    private <T> T attempt(Event event, Actor actor, String object, BooleanSupplier begun, Supplier<T> change) {
        try {
            return change.get();
        } catch (Outage.CircuitOpen notAsked) {
            throw begun.getAsBoolean() ? noted(notAsked, event, actor, object) : notAsked;
        } catch (Outage unknown) {
            throw begun.getAsBoolean()
                    ? noted(unknown, event, actor, object)
                    : noted(unknown, Event.CHANGE_UNCERTAIN, actor, (event.word() + ' ' + object).strip());
        }
    }

    /** The outage, once it is noted what is known of the change; that is stored at some time from then on. */
    private Outage noted(Outage outage, Event event, Actor actor, String object) {
        try {
            add(event, actor, Optional.empty(), object);
        } catch (Outage full) {
            outage.addSuppressed(full);
        }
        return outage;
    }

    /** Notes what was done to a user, and waits for nothing. */
    public void noteLater(Event event, Actor actor, AuraId user) {
        add(event, actor, Optional.empty(), pseudonyms.of(user));
    }

    /**
     * Notes what was done.
     *
     * @param account that it was done to; absent where it was none, so that the actor's stands there
     * @param object identifier of what it was done to beside the account; no personal data
     */
    public void note(Event event, Actor actor, Optional<AccountId> account, String object, Deadline deadline) {
        chain.store(add(event, actor, account, object), deadline);
    }

    /**
     * Notes that an instance started.
     *
     * @param configuration that it has, of which a digest is noted
     */
    public void noteStart(Actor actor, String version, String configuration, Deadline deadline) {
        String object = version + " " + pseudonyms.digest(configuration);
        note(Event.CONFIG_START, actor, Optional.empty(), object, deadline);
    }

    /** Stores what waits, and that entries were lost where some were; to be called now and then, and at the end. */
    public void flush(Deadline deadline) {
        chain.store(chain.lastGiven(this::ofLost), deadline);
    }

    /** How many entries wait for the store. */
    public long waiting() {
        long stored = chain.stored().number();
        return chain.lastGiven() - stored;
    }

    /** How many entries were lost so far: more than {@link #MOST_WAITING} waited. */
    public long lost() {
        return chain.lost();
    }

    /** The last entry that is stored; of number 0 where none is. */
    public ChainHead head() {
        return chain.stored();
    }

    private long add(Event event, Actor actor, Optional<AccountId> account, String object) {
        return chain.add(activity(event, actor.label(), account.or(actor::account), object), this::ofLost);
    }

    private Function<String, Activity> ofLost(long lost) {
        return activity(Event.AUDIT_LOST, "aura-auth", Optional.empty(), Long.toString(lost));
    }

    private Function<String, Activity> activity(Event event, String actor, Optional<AccountId> account, String object) {
        return id -> new Activity(id, clock.instant(), event, actor, account, object);
    }
}
