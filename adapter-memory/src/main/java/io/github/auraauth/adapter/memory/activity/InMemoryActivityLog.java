package io.github.auraauth.adapter.memory.activity;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.memory.Deadlines;
import io.github.auraauth.adapter.memory.KeysetPages;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.activity.Activity;
import io.github.auraauth.domain.activity.AuditEntry;
import io.github.auraauth.domain.activity.ChainAnchor;
import io.github.auraauth.domain.activity.ChainHead;
import io.github.auraauth.domain.activity.EntryId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.out.activity.ActivityLog;
import io.github.auraauth.port.out.activity.AuditChains;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The activity, in the memory of one process, gone with it; every call is atomic under one lock. */
public final class InMemoryActivityLog implements ActivityLog, AuditChains {
    private static final Comparator<Position> NEWEST_FIRST =
            Comparator.comparing(Position::at).thenComparing(Position::id).reversed();

    private final TreeMap<String, AuditEntry> entries = new TreeMap<>();
    private final Map<String, ChainAnchor> anchors = new HashMap<>();

    @Override
    public void append(List<AuditEntry> added, Deadline deadline) {
        List<AuditEntry> all = List.copyOf(requireNonNull(added, "entries"));
        Deadlines.check(deadline);
        synchronized (entries) {
            all.forEach(entry -> entries.putIfAbsent(entry.id(), entry));
        }
    }

    @Override
    public List<Activity> page(Optional<AccountId> account, Keyset<Position> place, int most, Deadline deadline) {
        requireNonNull(account, "account");
        requireNonNull(place, "place");
        Deadlines.check(deadline);
        synchronized (entries) {
            List<Activity> concerned = entries.values().stream()
                    .flatMap(entry -> entry.activity().stream())
                    .filter(entry -> account.isEmpty() || entry.account().equals(account))
                    .toList();
            return KeysetPages.page(concerned, Position::of, NEWEST_FIRST, place, most);
        }
    }

    @Override
    public int count(Optional<AccountId> account, int most, Deadline deadline) {
        return page(account, Keyset.first(), most, deadline).size();
    }

    @Override
    public List<ChainAnchor> anchors(Deadline deadline) {
        Deadlines.check(deadline);
        synchronized (entries) {
            return List.copyOf(anchors.values());
        }
    }

    @Override
    public void save(ChainAnchor anchor, Deadline deadline) {
        requireNonNull(anchor, "anchor");
        Deadlines.check(deadline);
        synchronized (entries) {
            anchors.merge(
                    anchor.head().instance(),
                    anchor,
                    (known, given) -> given.head().number() < known.head().number() ? known : given);
        }
    }

    @Override
    public void visit(Consumer<AuditEntry> each, Deadline deadline) {
        requireNonNull(each, "each");
        Deadlines.check(deadline);
        List<AuditEntry> all;
        synchronized (entries) {
            all = List.copyOf(entries.values());
        }
        all.forEach(each);
    }

    @Override
    public List<AuditEntry> chain(String instance, long after, int most, Deadline deadline) {
        requireNonNull(instance, "instance");
        Deadlines.check(deadline);
        synchronized (entries) {
            return entries.tailMap(new EntryId(instance, after).text(), false).values().stream()
                    .takeWhile(entry -> entry.id().startsWith(instance + ":"))
                    .limit(most)
                    .toList();
        }
    }

    @Override
    public List<String> instancesBefore(Instant end, int most, Deadline deadline) {
        requireNonNull(end, "end");
        Deadlines.check(deadline);
        synchronized (entries) {
            return entries.values().stream()
                    .filter(entry -> entry.at().isBefore(end))
                    .sorted(Comparator.comparing(AuditEntry::at))
                    .limit(most)
                    .flatMap(entry -> EntryId.parse(entry.id()).stream())
                    .map(EntryId::instance)
                    .distinct()
                    .toList();
        }
    }

    @Override
    public void removeThrough(ChainHead last, Deadline deadline) {
        requireNonNull(last, "last");
        Deadlines.check(deadline);
        synchronized (entries) {
            entries.subMap(
                            new EntryId(last.instance(), 0).text(),
                            true,
                            new EntryId(last.instance(), last.number()).text(),
                            true)
                    .clear();
        }
    }
}
