package io.github.auraauth.usecase.activity;

import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.activity.Activity;
import io.github.auraauth.domain.activity.Activity.Event;
import io.github.auraauth.domain.crypto.Base62;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.activity.ActivityLog;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Notes what was done, before its answer is given. Safe for use by many threads. */
public final class ActivityRecorder {
    private static final int INSTANCE_DIGITS = 12;

    private final ActivityLog log;
    private final InstantSource clock;
    private final String instance;
    private final AtomicLong count = new AtomicLong();

    /** @param random gives this instance a name of its own */
    public ActivityRecorder(ActivityLog log, InstantSource clock, SecureRandom random) {
        this.log = log;
        this.clock = clock;
        this.instance = Base62.random(INSTANCE_DIGITS, random);
    }

    /** Notes what was done to an account. */
    public void note(Event event, Actor actor, AccountId account, Deadline deadline) {
        note(event, actor, Optional.of(account), "", deadline);
    }

    /**
     * Notes what was done.
     *
     * @param account that it was done to; absent where it was none, so that the actor's stands there
     * @param object identifier of what it was done to beside the account; no personal data
     */
    public void note(Event event, Actor actor, Optional<AccountId> account, String object, Deadline deadline) {
        String id = String.format(Locale.ROOT, "%s:%012d", instance, count.incrementAndGet());
        log.append(
                new Activity(id, clock.instant(), event, actor.label(), account.or(actor::account), object), deadline);
    }
}
