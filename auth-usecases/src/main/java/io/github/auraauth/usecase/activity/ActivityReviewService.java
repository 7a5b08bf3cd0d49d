package io.github.auraauth.usecase.activity;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.activity.Activity;
import io.github.auraauth.domain.permission.OwnPermissions;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.account.Page;
import io.github.auraauth.port.in.account.PageRequest;
import io.github.auraauth.port.in.activity.ActivityReview;
import io.github.auraauth.port.out.account.AccountStore;
import io.github.auraauth.port.out.activity.ActivityLog;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The activity of all accounts, read from its log, with their names. */
public final class ActivityReviewService implements ActivityReview {
    private static final String ACCOUNT = "account:";

    private final ActivityLog log;
    private final AccountStore accounts;

    public ActivityReviewService(ActivityLog log, AccountStore accounts) {
        this.log = log;
        this.accounts = accounts;
    }

    @Override
    public Outcome<Page<NamedActivity>> list(
            Optional<Username> account, PageRequest page, Actor actor, Deadline deadline) {
        if (!actor.has(OwnPermissions.LIST_ACTIVITY)) {
            return Outcome.refused(Reason.FORBIDDEN);
        }
        Optional<AccountId> whose =
                account.flatMap(name -> accounts.findByUsername(name, deadline)).map(Account::id);
        if (account.isPresent() && whose.isEmpty()) {
            return Outcome.refused(Refusal.of(Reason.UNKNOWN, "account"));
        }
        return ActivityTrailService.page(log, whose, page, deadline)
                .map(found -> found.showing(named(found.results(), deadline)));
    }

    private List<NamedActivity> named(List<Activity> found, Deadline deadline) {
        Map<AccountId, Optional<Username>> names = new HashMap<>();
        Function<AccountId, Optional<Username>> name = id -> names.computeIfAbsent(
                id, asked -> accounts.find(asked, deadline).map(Account::username));
        return found.stream()
                .map(activity -> new NamedActivity(
                        activity,
                        actor(activity).flatMap(name),
                        activity.account().flatMap(name)))
                .toList();
    }

    private static Optional<AccountId> actor(Activity activity) {
        return activity.actor().startsWith(ACCOUNT)
                ? AccountId.parse(activity.actor().substring(ACCOUNT.length()))
                : Optional.empty();
    }
}
