package io.github.auraauth.adapter.memory.account;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.memory.Deadlines;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.account.SuperuserRoster;
import java.util.HashSet;
import java.util.Set;

/** The superusers in the memory of one process, gone with it; every call is atomic under one lock. */
public final class InMemorySuperuserRoster implements SuperuserRoster {
    private final Set<AccountId> members = new HashSet<>();

    @Override
    public Set<AccountId> members(Deadline deadline) {
        Deadlines.check(deadline);
        synchronized (members) {
            return Set.copyOf(members);
        }
    }

    @Override
    public void add(AccountId id, Deadline deadline) {
        requireNonNull(id, "id");
        Deadlines.check(deadline);
        synchronized (members) {
            members.add(id);
        }
    }

    @Override
    public RemoveOutcome remove(AccountId id, Deadline deadline) {
        requireNonNull(id, "id");
        Deadlines.check(deadline);
        synchronized (members) {
            if (!members.contains(id)) {
                return RemoveOutcome.ABSENT;
            }
            return members.size() > 1 && members.remove(id) ? RemoveOutcome.REMOVED : RemoveOutcome.LAST;
        }
    }
}
