package io.github.auraauth.testkit;

import static io.github.auraauth.testkit.Calls.assertNullIsRefused;
import static io.github.auraauth.testkit.Calls.assertOutage;
import static io.github.auraauth.testkit.Calls.nothing;
import static io.github.auraauth.testkit.Calls.passed;
import static io.github.auraauth.testkit.Calls.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.user.RemoveOutcome;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.domain.user.UserId;
import io.github.auraauth.port.out.user.OwnedUsers;
import io.github.auraauth.port.out.user.UserStore.InsertOutcome;
import io.github.auraauth.port.out.user.UserStore.ReplaceOutcome;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link OwnedUsers}. An adapter's test implements it: {@code owned()} removes what {@code store()}
 * writes, which holds nothing when a test begins and was constructed with {@code clock()}.
 */
public interface OwnedUsersContract extends UsersUnderTest {

    /** The rows of {@link #store()} for their owners. */
    OwnedUsers owned();

    @Test
    default void removeOwn_present_isGone_andAbsentTheSecondTime() {
        User user = kept(user("a"));
        User other = kept(user("b"));
        assertThat(remove(user, owner(user))).isEqualTo(RemoveOutcome.REMOVED);
        assertThat(remove(user, owner(user))).isEqualTo(RemoveOutcome.ABSENT);
        assertThat(store().find(user.auraId(), soon())).isEmpty();
        assertThat(store().findByAuthorization(user.registration().authorizationId(), soon()))
                .isEmpty();
        assertThat(store().find(other.auraId(), soon())).contains(other);
    }

    @Test
    default void removeOwn_ofNobody_isAbsent() {
        assertThat(remove(user("a"), owner(user("a")))).isEqualTo(RemoveOutcome.ABSENT);
    }

    @Test
    default void removeOwn_ofAnother_isAbsent_andLeavesHim() {
        User user = kept(user("a"));
        kept(user("b"));
        assertThat(remove(user, owner(user("b")))).isEqualTo(RemoveOutcome.ABSENT);
        assertThat(remove(user, new UserId("fake-user-A"))).isEqualTo(RemoveOutcome.ABSENT);
        assertThat(remove(user, new UserId("fake-user"))).isEqualTo(RemoveOutcome.ABSENT);
        assertThat(store().find(user.auraId(), soon())).contains(user);
    }

    @Test
    default void removeOwn_becameAnothersMeanwhile_isAbsent_andLeavesHim() {
        User user = kept(user("a"));
        User renewed = SampleUsers.withUserId(SampleUsers.renewedAt(user, now().plusMillis(1)), "fake-user-new");
        assertThat(store().replace(user, renewed, soon())).isEqualTo(ReplaceOutcome.REPLACED);
        assertThat(remove(user, owner(user))).isEqualTo(RemoveOutcome.ABSENT);
        assertThat(store().find(user.auraId(), soon())).contains(renewed);
        assertThat(remove(user, owner(renewed))).isEqualTo(RemoveOutcome.REMOVED);
    }

    @Test
    default void removeOwn_expired_isRemoved() {
        User user = kept(expiring("a"));
        expire();
        assertThat(remove(user, owner(user))).isEqualTo(RemoveOutcome.REMOVED);
        assertThat(remove(user, owner(user))).isEqualTo(RemoveOutcome.ABSENT);
    }

    @Test
    default void removeOwn_concurrently_hasOneWinner() {
        User user = kept(user("a"));
        List<RemoveOutcome> outcomes = Race.of(i -> remove(user, owner(user)));
        assertThat(outcomes).containsOnlyOnce(RemoveOutcome.REMOVED);
        assertThat(store().find(user.auraId(), soon())).isEmpty();
    }

    @Test
    default void removeOwn_oddTexts_removesEachItsOwn() {
        List<String> texts = OddTexts.all();
        List<User> users = IntStream.range(0, texts.size())
                .mapToObj(i -> kept(SampleUsers.withUserId(user("odd-" + i), texts.get(i))))
                .toList();
        for (int i = 0; i < users.size(); i++) {
            UserId next = owner(users.get((i + 1) % users.size()));
            assertThat(remove(users.get(i), next)).isEqualTo(RemoveOutcome.ABSENT);
            assertThat(remove(users.get(i), owner(users.get(i)))).isEqualTo(RemoveOutcome.REMOVED);
        }
    }

    @Test
    default void removeOwn_nullArgument_isRefusedByName() {
        User user = user("a");
        assertNullIsRefused("auraId", () -> owned().remove(nothing(), owner(user), soon()));
        assertNullIsRefused("owner", () -> owned().remove(user.auraId(), nothing(), soon()));
        assertNullIsRefused("deadline", () -> owned().remove(user.auraId(), owner(user), nothing()));
    }

    @Test
    default void removeOwn_deadlinePassed_isAnOutage() {
        User user = user("a");
        assertOutage(() -> owned().remove(user.auraId(), owner(user), passed()));
    }

    @Test
    default void removeOwn_storeAway_isAnOutageInTime() {
        User user = user("a");
        OutageCheck.ofStore(OwnedUsers.class, this::owned)
                .fails((owned, deadline) -> owned.remove(user.auraId(), owner(user), deadline))
                .whenAway(this);
    }

    private User kept(User user) {
        assertThat(store().insert(user, soon())).isEqualTo(InsertOutcome.INSERTED);
        return user;
    }

    private RemoveOutcome remove(User user, UserId owner) {
        return owned().remove(user.auraId(), owner, soon());
    }

    private static UserId owner(User user) {
        return user.registration().userId();
    }
}
