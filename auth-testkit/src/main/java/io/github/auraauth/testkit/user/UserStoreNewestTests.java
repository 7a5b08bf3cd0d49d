package io.github.auraauth.testkit.user;

import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.user.AuraGlobalId;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.port.out.user.UserStore.InsertOutcome;
import io.github.auraauth.port.out.user.UserStore.RemovalCondition;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The newest of a global id's users in a channel. */
interface UserStoreNewestTests extends UserStoreFixture {

    @Test
    default void findNewest_nobody_isEmpty() {
        stored(user("b"));
        assertThat(newest()).isEmpty();
    }

    @Test
    default void findNewest_several_isTheOneRegisteredLast() {
        stored(shared("middle", 1));
        User last = stored(shared("last", 2));
        stored(shared("first", 0));
        assertThat(newest()).contains(last);
    }

    @Test
    default void findNewest_olderOneRenewed_isTheRenewedOne() {
        User older = stored(shared("older", 0));
        stored(shared("newer", 1));
        User renewed = SampleUsers.renewedAt(older, now().plusMillis(2));
        store().replace(older, renewed, soon());
        assertThat(newest()).contains(renewed);
    }

    @Test
    default void findNewest_newestRemoved_isTheNext() {
        User older = stored(shared("older", 0));
        User newer = stored(shared("newer", 1));
        store().remove(newer.auraId(), RemovalCondition.ALWAYS, soon());
        assertThat(newest()).contains(older);
    }

    @Test
    default void findNewest_newerInAnotherChannel_isOfTheAskedChannel() {
        User here = stored(shared("here", 0));
        User elsewhere = stored(SampleUsers.withChannel(shared("elsewhere", 1), SampleUsers.OTHER_CHANNEL));
        assertThat(newest()).contains(here);
        assertThat(store().findNewest(elsewhere.auraGlobalId(), SampleUsers.OTHER_CHANNEL, soon()))
                .contains(elsewhere);
    }

    @Test
    default void findNewest_newerExpired_isTheUnexpired() {
        User older = stored(shared("older", 0));
        stored(SampleUsers.expiringAt(shared("newer", 1), now().plusSeconds(3600)));
        expire();
        assertThat(newest()).contains(older);
    }

    @Test
    default void findNewest_oddGlobalIds_areKeptApart() {
        for (UUID odd : new UUID[] {new UUID(0, 0), new UUID(-1, -1), new UUID(Long.MIN_VALUE, 1)}) {
            User user = stored(SampleUsers.withGlobalId(user("odd-" + odd), new AuraGlobalId(odd)));
            assertThat(store().findNewest(new AuraGlobalId(odd), SampleUsers.CHANNEL, soon()))
                    .contains(user);
        }
    }

    private Optional<User> newest() {
        return store().findNewest(SampleUsers.globalId("a"), SampleUsers.CHANNEL, soon());
    }

    private User shared(String name, int millis) {
        return SampleUsers.withGlobalId(SampleUsers.user(name, now().plusMillis(millis)), SampleUsers.globalId("a"));
    }

    private User stored(User user) {
        assertThat(store().insert(user, soon())).isEqualTo(InsertOutcome.INSERTED);
        return user;
    }
}
