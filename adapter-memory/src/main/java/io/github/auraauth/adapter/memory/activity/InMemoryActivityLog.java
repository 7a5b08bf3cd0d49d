package io.github.auraauth.adapter.memory.activity;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.memory.Deadlines;
import io.github.auraauth.adapter.memory.KeysetPages;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.activity.Activity;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.out.activity.ActivityLog;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was done, in the memory of one process, gone with it; every call is atomic under one lock. */
public final class InMemoryActivityLog implements ActivityLog {
    private static final Comparator<Position> NEWEST_FIRST =
            Comparator.comparing(Position::at).thenComparing(Position::id).reversed();

    private final Map<String, Activity> entries = new HashMap<>();

    @Override
    public void append(Activity activity, Deadline deadline) {
        requireNonNull(activity, "activity");
        Deadlines.check(deadline);
        synchronized (entries) {
            entries.putIfAbsent(activity.id(), activity);
        }
    }

    @Override
    public List<Activity> page(Optional<AccountId> account, Keyset<Position> place, int most, Deadline deadline) {
        requireNonNull(account, "account");
        requireNonNull(place, "place");
        Deadlines.check(deadline);
        synchronized (entries) {
            List<Activity> concerned = entries.values().stream()
                    .filter(entry -> account.isEmpty() || entry.account().equals(account))
                    .toList();
            return KeysetPages.page(concerned, Position::of, NEWEST_FIRST, place, most);
        }
    }

    @Override
    public int count(Optional<AccountId> account, int most, Deadline deadline) {
        return page(account, Keyset.first(), most, deadline).size();
    }
}
