package io.github.auraauth.adapter.memory;

import io.github.auraauth.domain.user.AuraGlobalId;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.AuthorizationId;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.domain.user.RemoveOutcome;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.domain.user.UserRow;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.user.UserStore;
import io.github.auraauth.testkit.NoBackend;
import io.github.auraauth.testkit.SettableClock;
import io.github.auraauth.testkit.user.UserStoreContract;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** A store that looks whether an identifier is free before it inserts, and believes it. Run by {@link KitsTurnRedTest} only. */
class FindsThenInserts implements UserStoreContract, NoBackend {
    private final SettableClock clock = SettableClock.startingNow();
    private final UserStore right = new InMemoryUserStore(clock);
    private final UserStore store = new UserStore() {
        @Override
        public InsertOutcome insert(User user, Deadline deadline) {
            Optional<InsertOutcome> taken = find(user.auraId(), deadline)
                    .<InsertOutcome>map(AuraIdTaken::new)
                    .or(() -> findByAuthorization(user.registration().authorizationId(), deadline)
                            .map(AuthorizationTaken::new));
            if (taken.isPresent()) {
                return taken.get();
            }
            if (user.registration().userId().value().contains("racer")) {
                // long enough for every racer to have looked, also on a busy machine
                LockSupport.parkNanos(50_000_000);
            }
            right.insert(user, deadline);
            return InsertOutcome.INSERTED;
        }

        @Override
        public Optional<User> find(AuraId auraId, Deadline deadline) {
            return right.find(auraId, deadline);
        }

        @Override
        public Optional<UserRow> findRow(AuraId auraId, Deadline deadline) {
            return right.findRow(auraId, deadline);
        }

        @Override
        public Optional<User> findByAuthorization(AuthorizationId authorizationId, Deadline deadline) {
            return right.findByAuthorization(authorizationId, deadline);
        }

        @Override
        public Optional<User> findNewest(AuraGlobalId auraGlobalId, ChannelId channelId, Deadline deadline) {
            return right.findNewest(auraGlobalId, channelId, deadline);
        }

        @Override
        public ReplaceOutcome replace(User expected, User replacement, Deadline deadline) {
            return right.replace(expected, replacement, deadline);
        }

        @Override
        public RemoveOutcome remove(AuraId auraId, RemovalCondition condition, Deadline deadline) {
            return right.remove(auraId, condition, deadline);
        }
    };

    @Override
    public UserStore store() {
        return store;
    }

    @Override
    public SettableClock clock() {
        return clock;
    }
}
