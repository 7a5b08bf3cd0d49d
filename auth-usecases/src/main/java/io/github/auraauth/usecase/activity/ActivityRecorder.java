package io.github.auraauth.usecase.activity;

import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.activity.Activity;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.activity.ActivityLog;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Notes what was done, under ids that rise with time. Safe for use by many threads. */
public final class ActivityRecorder {
    private final ActivityLog log;
    private final String instance;
    private final InstantSource clock;
    private final AtomicLong number = new AtomicLong();

    /** @param instance of the service, unlike that of any other process that ever ran */
    public ActivityRecorder(ActivityLog log, String instance, InstantSource clock) {
        this.log = log;
        this.instance = instance;
        this.clock = clock;
    }

    /** Notes it as done now; durable when it returns. */
    public void note(Activity.Event event, Actor actor, Optional<AccountId> account, String object, Deadline deadline) {
        Instant now = clock.instant();
        String id = String.format(Locale.ROOT, "%s:%016x", instance, number.incrementAndGet());
        log.append(new Activity(id, now, event, actor.label(), account, object), deadline);
    }
}
