package io.github.auraauth.usecase.erasure;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.activity.Activity.Event;
import io.github.auraauth.domain.erasure.Erasure;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.usecase.activity.ActivityRecorder;

/** Erases, and notes that there was something; the actor is the erasure, which may be finished long after it was asked for. */
public final class AuditedErasureStep implements ErasureStep {
    private final ErasureStep step;
    private final Event event;
    private final ActivityRecorder activity;

    public AuditedErasureStep(ErasureStep step, Event event, ActivityRecorder activity) {
        this.step = requireNonNull(step, "step");
        this.event = requireNonNull(event, "event");
        this.activity = requireNonNull(activity, "activity");
    }

    @Override
    public long erase(Erasure erasure, Deadline deadline) {
        long erased = step.erase(erasure, deadline);
        if (erased > 0) {
            activity.note(event, Actor.labelled("erasure:" + erasure.id()), erasure.phoneNumber(), deadline);
        }
        return erased;
    }
}
