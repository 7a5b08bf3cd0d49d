package io.github.auraauth.usecase.activity;

import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.activity.Activity;
import io.github.auraauth.domain.permission.OwnPermissions;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.account.Page;
import io.github.auraauth.port.in.account.PageRequest;
import io.github.auraauth.port.in.activity.ActivityTrail;
import io.github.auraauth.port.out.activity.ActivityLog;
import io.github.auraauth.port.out.activity.ActivityLog.Position;
import io.github.auraauth.usecase.paging.Paging;
import java.time.Instant;
import java.util.Optional;

/** The activity of an account, read from its log. */
public final class ActivityTrailService implements ActivityTrail {
    private static final Paging<Position, Activity> PAGING = new Paging<>(
            activity -> new Position(activity.at(), activity.id()),
            position -> position.at().toEpochMilli() + "," + position.id(),
            ActivityTrailService::position);

    private final ActivityLog log;

    public ActivityTrailService(ActivityLog log) {
        this.log = log;
    }

    @Override
    public Outcome<Page<Activity>> list(Optional<AccountId> account, PageRequest page, Actor actor, Deadline deadline) {
        boolean all = actor.has(OwnPermissions.LIST_ACTIVITY);
        if (!all && account.filter(asked -> !actor.is(asked)).isPresent()) {
            return Outcome.refused(Reason.FORBIDDEN);
        }
        Optional<AccountId> whose = all ? account : actor.account();
        return page(log, whose, page, deadline);
    }

    /** A part of what was done by and to an account, or by and to all. */
    static Outcome<Page<Activity>> page(
            ActivityLog log, Optional<AccountId> whose, PageRequest page, Deadline deadline) {
        return PAGING.page(
                page,
                (place, most) -> log.page(whose, place, most, deadline),
                most -> log.count(whose, most, deadline));
    }

    private static Optional<Position> position(String text) {
        int comma = text.indexOf(',');
        try {
            return comma < 0
                    ? Optional.empty()
                    : Optional.of(new Position(
                            Instant.ofEpochMilli(Long.parseLong(text.substring(0, comma))), text.substring(comma + 1)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
