package io.github.auraauth.adapter.memory.provider;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.memory.Deadlines;
import io.github.auraauth.domain.provider.LogoutNotice;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.provider.LogoutNotices;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Notices of logouts in the memory of one process, gone with it; they stay until they are deleted. */
public final class InMemoryLogoutNotices implements LogoutNotices {
    private final Map<String, LogoutNotice> notices = new ConcurrentHashMap<>();

    @Override
    public void insert(LogoutNotice notice, Deadline deadline) {
        requireNonNull(notice, "notice");
        Deadlines.check(deadline);
        notices.put(notice.id(), notice);
    }

    @Override
    public List<LogoutNotice> due(Instant now, int most, Deadline deadline) {
        requireNonNull(now, "now");
        Deadlines.check(deadline);
        return notices.values().stream()
                .filter(notice -> !notice.dueAt().isAfter(now))
                .sorted(Comparator.comparing(LogoutNotice::dueAt))
                .limit(most)
                .toList();
    }

    @Override
    public boolean attempt(LogoutNotice attempted, Deadline deadline) {
        requireNonNull(attempted, "attempted");
        Deadlines.check(deadline);
        AtomicBoolean noted = new AtomicBoolean();
        notices.computeIfPresent(attempted.id(), (same, notice) -> {
            noted.set(notice.attempts() == attempted.attempts() - 1);
            return noted.get() ? attempted : notice;
        });
        return noted.get();
    }

    @Override
    public boolean delete(String id, Deadline deadline) {
        requireNonNull(id, "id");
        Deadlines.check(deadline);
        return notices.remove(id) != null;
    }
}
