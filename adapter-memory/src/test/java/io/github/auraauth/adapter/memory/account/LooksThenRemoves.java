package io.github.auraauth.adapter.memory.account;

import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.account.SuperuserRoster;
import io.github.auraauth.testkit.NoBackend;
import io.github.auraauth.testkit.account.SuperuserRosterContract;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** A roster that counts its members before it removes one, and believes it. Run by {@code KitsTurnRedTest} only. */
public class LooksThenRemoves implements SuperuserRosterContract, NoBackend {
    private final Set<AccountId> members = ConcurrentHashMap.newKeySet();
    private final SuperuserRoster right = new InMemorySuperuserRoster();
    private final SuperuserRoster roster = new SuperuserRoster() {
        @Override
        public Set<AccountId> members(Deadline deadline) {
            right.members(deadline);
            return Set.copyOf(members);
        }

        @Override
        public void add(AccountId id, Deadline deadline) {
            right.add(id, deadline);
            members.add(id);
        }

        @Override
        public RemoveOutcome remove(AccountId id, Deadline deadline) {
            right.remove(id, deadline);
            if (!members.contains(id)) {
                return RemoveOutcome.ABSENT;
            }
            if (members.size() == 1) {
                return RemoveOutcome.LAST;
            }
            LockSupport.parkNanos(10_000_000);
            return members.remove(id) ? RemoveOutcome.REMOVED : RemoveOutcome.ABSENT;
        }
    };

    @Override
    public SuperuserRoster roster() {
        return roster;
    }
}
