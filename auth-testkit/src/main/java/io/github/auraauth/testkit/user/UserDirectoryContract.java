package io.github.auraauth.testkit.user;

import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.assertOutage;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.user.Authentication;
import io.github.auraauth.domain.user.AuthenticationType;
import io.github.auraauth.domain.user.PhoneNumber;
import io.github.auraauth.domain.user.RemoveOutcome;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.domain.user.UserId;
import io.github.auraauth.domain.user.UserRow;
import io.github.auraauth.port.out.user.UserDirectory;
import io.github.auraauth.port.out.user.UserStore.InsertOutcome;
import io.github.auraauth.port.out.user.UserStore.RemovalCondition;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.internal.EdgeCaseTexts;
import io.github.auraauth.testkit.internal.OutageCheck;
import io.github.auraauth.testkit.internal.PortCalls;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link UserDirectory}. An adapter's test implements it: {@code directory()} reads what
 * {@code store()} writes, which holds nothing when a test begins and was constructed with {@code clock()}.
 */
public interface UserDirectoryContract extends UserStoreFixture {

    /** The directory of the rows of {@link #store()}. */
    UserDirectory directory();

    @Test
    default void find_nobody_isEmpty() {
        listed(user("a"));
        assertThat(byAuthentication(SampleUsers.email("b"))).isEmpty();
        assertThat(byUserId("fake-user-b")).isEmpty();
    }

    @Test
    default void findByAuthentication_severalRows_givesAllAndNoOthers() {
        User first = listed(user("a"));
        User second = listed(SampleUsers.withChannel(
                SampleUsers.withAuthentication(user("b"), first.registration().authentication()),
                SampleUsers.OTHER_CHANNEL));
        listed(user("c"));
        assertThat(byAuthentication(first.registration().authentication())).containsExactlyInAnyOrder(first, second);
    }

    @Test
    default void findByUserId_severalRows_givesAllAndNoOthers() {
        User first = listed(user("a"));
        User second = listed(SampleUsers.withUserId(user("b"), "fake-user-a"));
        listed(user("c"));
        assertThat(byUserId("fake-user-a")).containsExactlyInAnyOrder(first, second);
    }

    @Test
    default void find_expired_isAmongThem() {
        User expiring = listed(expiring("a"));
        expire();
        assertThat(byAuthentication(SampleUsers.email("a"))).containsExactly(expiring);
        assertThat(byUserId("fake-user-a")).containsExactly(expiring);
    }

    @Test
    default void find_removedOrReplaced_isAsNowStored() {
        User removed = listed(user("a"));
        User old = listed(user("b"));
        store().remove(removed.auraId(), RemovalCondition.ALWAYS, soon());
        User replacement =
                SampleUsers.withAuthentication(SampleUsers.withUserId(old, "fake-user-new"), SampleUsers.email("new"));
        store().replace(old, replacement, soon());
        assertThat(byUserId("fake-user-a")).isEmpty();
        assertThat(byUserId("fake-user-b")).isEmpty();
        assertThat(byAuthentication(SampleUsers.email("b"))).isEmpty();
        assertThat(byUserId("fake-user-new")).containsExactly(replacement);
        assertThat(byAuthentication(SampleUsers.email("new"))).containsExactly(replacement);
    }

    @Test
    default void findByAuthentication_sameIdentifierOfAnotherType_isNotAmongThem() {
        Authentication phone = Authentication.of(new PhoneNumber("+12025550100"));
        Authentication uid = new Authentication(AuthenticationType.UID, "+12025550100");
        User byPhone = listed(SampleUsers.withAuthentication(user("a"), phone));
        User byUid = listed(SampleUsers.withAuthentication(user("b"), uid));
        assertThat(byAuthentication(phone)).containsExactly(byPhone);
        assertThat(byAuthentication(uid)).containsExactly(byUid);
    }

    @Test
    default void find_oddTexts_givesEachItsOwn() {
        List<String> texts = EdgeCaseTexts.all();
        List<User> users = IntStream.range(0, texts.size())
                .mapToObj(i -> listed(of("odd-" + i, texts.get(i))))
                .toList();
        for (int i = 0; i < users.size(); i++) {
            assertThat(byUserId(texts.get(i))).containsExactly(users.get(i));
            assertThat(byAuthentication(users.get(i).registration().authentication()))
                    .containsExactly(users.get(i));
        }
    }

    @Test
    default void find_longestTexts_givesTheirRow() {
        Authentication longest =
                new Authentication(AuthenticationType.NETWORK, EdgeCaseTexts.ofLength(Authentication.LONGEST));
        String userId = EdgeCaseTexts.ofLength(UserId.LONGEST);
        User user = listed(SampleUsers.withAuthentication(SampleUsers.withUserId(user("a"), userId), longest));
        assertThat(byAuthentication(longest)).containsExactly(user);
        assertThat(byUserId(userId)).containsExactly(user);
    }

    @Test
    default void find_manyRows_givesEveryOne() {
        for (int i = 0; i < 250; i++) {
            listed(SampleUsers.withUserId(user("row-" + i), "fake-user-of-many"));
        }
        assertThat(byUserId("fake-user-of-many")).hasSize(250);
    }

    @Test
    default void find_returnedListChanged_changesNothing() {
        User user = listed(user("a"));
        PortCalls.spoil(directory().findByUserId("fake-user-a", soon()));
        PortCalls.spoil(directory().findByAuthentication(SampleUsers.email("a"), soon()));
        assertThat(byUserId("fake-user-a")).containsExactly(user);
        assertThat(byAuthentication(SampleUsers.email("a"))).containsExactly(user);
    }

    @Test
    default void find_row_saysWhatIdentifiesIt() {
        User user = listed(user("a"));
        assertThat(directory().findByUserId("fake-user-a", soon()))
                .singleElement()
                .satisfies(row -> assertThat(row).isEqualTo(UserRow.of(row.key(), user)));
    }

    @Test
    default void findByUserId_ofNoFormOfOurs_isEmpty() {
        listed(user("a"));
        assertThat(byUserId("")).isEmpty();
        assertThat(byUserId("line\nbreak")).isEmpty();
        assertThat(byUserId(EdgeCaseTexts.ofLength(2 * UserId.LONGEST))).isEmpty();
    }

    @Test
    default void removeRow_found_isGone_andAbsentTheSecondTime() {
        listed(user("a"));
        User other = listed(user("b"));
        UserRow row = directory().findByUserId("fake-user-a", soon()).get(0);
        assertThat(directory().remove(row, soon())).isEqualTo(RemoveOutcome.REMOVED);
        assertThat(directory().remove(row, soon())).isEqualTo(RemoveOutcome.ABSENT);
        assertThat(byUserId("fake-user-a")).isEmpty();
        assertThat(byUserId("fake-user-b")).containsExactly(other);
    }

    @Test
    default void removeRow_expired_isGone() {
        listed(expiring("a"));
        expire();
        UserRow row = directory().findByUserId("fake-user-a", soon()).get(0);
        assertThat(directory().remove(row, soon())).isEqualTo(RemoveOutcome.REMOVED);
        assertThat(byUserId("fake-user-a")).isEmpty();
    }

    @Test
    default void removeRow_concurrently_hasOneWinner() {
        listed(user("a"));
        UserRow row = directory().findByUserId("fake-user-a", soon()).get(0);
        assertThat(Race.of(i -> directory().remove(row, soon()))).containsOnlyOnce(RemoveOutcome.REMOVED);
    }

    @Test
    default void find_nullArgument_isRefusedByName() {
        listed(user("a"));
        UserRow row = directory().findByUserId("fake-user-a", soon()).get(0);
        assertNullIsRefused("row", () -> directory().remove(nothing(), soon()));
        assertNullIsRefused("deadline", () -> directory().remove(row, nothing()));
        assertNullIsRefused("authentication", () -> directory().findByAuthentication(nothing(), soon()));
        assertNullIsRefused("deadline", () -> directory().findByAuthentication(SampleUsers.email("a"), nothing()));
        assertNullIsRefused("userId", () -> directory().findByUserId(nothing(), soon()));
        assertNullIsRefused("deadline", () -> directory().findByUserId("a", nothing()));
    }

    @Test
    default void find_deadlinePassed_isAnOutage() {
        listed(user("a"));
        UserRow row = directory().findByUserId("fake-user-a", soon()).get(0);
        assertOutage(() -> directory().remove(row, passed()));
        assertOutage(() -> directory().findByAuthentication(SampleUsers.email("a"), passed()));
        assertOutage(() -> directory().findByUserId("a", passed()));
    }

    @Test
    default void find_storeAway_isAnOutageInTime() {
        listed(user("a"));
        UserRow row = directory().findByUserId("fake-user-a", soon()).get(0);
        OutageCheck.ofStore(UserDirectory.class, this::directory)
                .fails((directory, deadline) -> directory.findByAuthentication(SampleUsers.email("a"), deadline))
                .fails((directory, deadline) -> directory.findByUserId("a", deadline))
                .fails((directory, deadline) -> directory.remove(row, deadline))
                .whenAway(this);
    }

    @Test
    default void find_rows_printNothingPersonal() {
        listed(user("a"));
        assertThat(directory().findByUserId("fake-user-a", soon()).toString())
                .doesNotContain("example.com", "hint", "authorization");
    }

    private User listed(User user) {
        assertThat(store().insert(user, soon())).isEqualTo(InsertOutcome.INSERTED);
        return user;
    }

    private List<User> byAuthentication(Authentication authentication) {
        return users(directory().findByAuthentication(authentication, soon()));
    }

    private List<User> byUserId(String userId) {
        return users(directory().findByUserId(userId, soon()));
    }

    private static List<User> users(List<UserRow> rows) {
        return rows.stream().map(row -> row.user().orElseThrow()).toList();
    }

    private User of(String name, String text) {
        return SampleUsers.withAuthentication(
                SampleUsers.withUserId(user(name), text), new Authentication(AuthenticationType.UID, text));
    }
}
