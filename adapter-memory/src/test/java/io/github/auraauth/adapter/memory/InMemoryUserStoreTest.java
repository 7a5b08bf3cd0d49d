package io.github.auraauth.adapter.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.auraauth.domain.user.User;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.user.LastAccesses;
import io.github.auraauth.port.out.user.OwnedUsers;
import io.github.auraauth.port.out.user.UserDirectory;
import io.github.auraauth.port.out.user.UserStore;
import io.github.auraauth.port.out.user.UserStore.InsertOutcome;
import io.github.auraauth.testkit.NoBackend;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.SettableClock;
import io.github.auraauth.testkit.user.LastAccessesContract;
import io.github.auraauth.testkit.user.OwnedUsersContract;
import io.github.auraauth.testkit.user.UserDirectoryContract;
import io.github.auraauth.testkit.user.UserStoreContract;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InMemoryUserStoreTest
        implements UserStoreContract, OwnedUsersContract, UserDirectoryContract, LastAccessesContract, NoBackend {
    private final SettableClock clock = SettableClock.startingNow();
    private final InMemoryUserStore store = new InMemoryUserStore(clock);

    @Override
    public UserStore store() {
        return store;
    }

    @Override
    public OwnedUsers owned() {
        return store;
    }

    @Override
    public UserDirectory directory() {
        return store;
    }

    @Override
    public LastAccesses lastAccesses() {
        return store;
    }

    @Override
    public SettableClock clock() {
        return clock;
    }

    @Test
    void construct_nullClock_isRefusedByName() {
        assertThatNullPointerException()
                .isThrownBy(() -> new InMemoryUserStore(null))
                .withMessage("clock");
    }

    /** The kit's threads each come once; here they run side by side, which a missing lock does not survive. */
    @Test
    void insert_fourThreadsForTheSameManyUsers_hasOneWinnerEach() {
        Deadline deadline = Deadline.in(Duration.ofSeconds(30), InstantSource.system());
        List<User> users =
                IntStream.range(0, 5000).mapToObj(i -> user("racer-" + i)).toList();
        List<List<InsertOutcome>> outcomes = Race.of(
                4, i -> users.stream().map(user -> store.insert(user, deadline)).toList());
        for (int i = 0; i < users.size(); i++) {
            int number = i;
            assertThat(outcomes.stream().map(own -> own.get(number))).containsOnlyOnce(InsertOutcome.INSERTED);
            assertThat(store.find(users.get(i).auraId(), deadline)).contains(users.get(i));
        }
    }
}
