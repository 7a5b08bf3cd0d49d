package io.github.auraauth.adapter.memory.permission;

import static java.util.Comparator.naturalOrder;
import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.memory.Deadlines;
import io.github.auraauth.adapter.memory.KeysetPages;
import io.github.auraauth.domain.permission.Group;
import io.github.auraauth.domain.permission.GroupId;
import io.github.auraauth.domain.permission.GroupName;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.out.permission.GroupStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Groups in the memory of one process, gone with it; every call is atomic under one lock. */
public final class InMemoryGroupStore implements GroupStore {
    private final Map<GroupId, Group> groups = new HashMap<>();

    @Override
    public WriteOutcome insert(Group group, Deadline deadline) {
        requireNonNull(group, "group");
        Deadlines.check(deadline);
        synchronized (groups) {
            if (groups.containsKey(group.id()) || named(group.name()).isPresent()) {
                return WriteOutcome.TAKEN;
            }
            groups.put(group.id(), group);
            return WriteOutcome.WRITTEN;
        }
    }

    @Override
    public List<Group> find(Set<GroupId> ids, Deadline deadline) {
        requireNonNull(ids, "ids");
        Deadlines.check(deadline);
        synchronized (groups) {
            return groups.values().stream()
                    .filter(group -> ids.contains(group.id()))
                    .toList();
        }
    }

    @Override
    public Optional<Group> findByName(GroupName name, Deadline deadline) {
        requireNonNull(name, "name");
        Deadlines.check(deadline);
        synchronized (groups) {
            return named(name);
        }
    }

    @Override
    public List<Group> page(Keyset<GroupName> place, int most, Deadline deadline) {
        requireNonNull(place, "place");
        Deadlines.check(deadline);
        synchronized (groups) {
            return KeysetPages.page(groups.values(), Group::name, naturalOrder(), place, most);
        }
    }

    @Override
    public WriteOutcome update(Group group, Deadline deadline) {
        requireNonNull(group, "group");
        Deadlines.check(deadline);
        synchronized (groups) {
            Group stored = groups.get(group.id());
            if (stored == null || stored.revision() != group.revision()) {
                return WriteOutcome.CONFLICT;
            }
            if (named(group.name())
                    .filter(other -> !other.id().equals(group.id()))
                    .isPresent()) {
                return WriteOutcome.TAKEN;
            }
            groups.put(group.id(), new Group(group.id(), stored.revision() + 1, group.name(), group.permissions()));
            return WriteOutcome.WRITTEN;
        }
    }

    @Override
    public boolean delete(GroupId id, Deadline deadline) {
        requireNonNull(id, "id");
        Deadlines.check(deadline);
        synchronized (groups) {
            return groups.remove(id) != null;
        }
    }

    private Optional<Group> named(GroupName name) {
        return groups.values().stream()
                .filter(group -> group.name().equals(name))
                .findAny();
    }
}
