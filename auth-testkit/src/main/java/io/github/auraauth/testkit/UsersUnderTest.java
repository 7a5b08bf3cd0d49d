package io.github.auraauth.testkit;

import io.github.auraauth.domain.user.User;
import io.github.auraauth.port.out.user.UserStore;
import java.time.Duration;
import java.time.Instant;

/** What the parts of {@link UserStoreContract} work on. */
interface UsersUnderTest extends OutageContract {

    /** The store, which holds nothing when a test begins. */
    UserStore store();

    /** The clock that the store was constructed with. */
    SettableClock clock();

    /** What the store's clock shows. */
    default Instant now() {
        return clock().instant();
    }

    /** The user of that name, who registers now. */
    default User user(String name) {
        return SampleUsers.user(name, now());
    }

    /** The user of that name, who registers now and is expired after {@link #expire()}. */
    default User expiring(String name) {
        return SampleUsers.expiringAt(user(name), now().plus(Duration.ofHours(1)));
    }

    /** Moves the clock to the very moment at which every {@link #expiring} user ends. */
    default void expire() {
        clock().advance(Duration.ofHours(1));
    }
}
