package io.github.auraauth.testkit.account;

import static io.github.auraauth.testkit.account.SampleAccounts.id;
import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.assertOutage;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.account.Invitation;
import io.github.auraauth.domain.account.InvitationDigest;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.domain.permission.Rights;
import io.github.auraauth.port.out.account.InvitationStore;
import io.github.auraauth.testkit.OutageContract;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.internal.OutageCheck;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link InvitationStore}. An adapter's test implements it: {@code invitations()} gives one that holds nothing
 * when a test begins, always over the same invitations.
 */
public interface InvitationStoreContract extends OutageContract {
    /** When the kit's invitations end. */
    Instant END = Instant.parse("2130-01-02T03:04:05.678Z");

    /** What whoever gave them could do. */
    Rights GIVER = new Rights(false, true, Set.of(new Permission("update_account"), new Permission("view_account")));

    /** The port under test. */
    InvitationStore invitations();

    @Test
    default void find_neverPut_isEmpty() {
        assertThat(invitations().find(digest('a'), soon())).isEmpty();
    }

    @Test
    default void find_put_givesItToTheMillisecond() {
        put('a', 1, 7);
        assertThat(invitations().find(digest('a'), soon())).contains(new Invitation(id(1), 7, GIVER, END));
        invitations().put(digest('b'), new Invitation(id(1), 0, GIVER, END.plusNanos(999_999)), soon());
        assertThat(invitations().find(digest('b'), soon())).contains(new Invitation(id(1), 0, GIVER, END));
    }

    @Test
    default void find_givenByASuperuserOrWithoutRights_tellsThem() {
        for (Rights giver : List.of(Rights.ALL, Rights.NONE)) {
            invitations().put(digest('a'), new Invitation(id(1), 0, giver, END), soon());
            assertThat(invitations().find(digest('a'), soon()).map(Invitation::giver))
                    .contains(giver);
        }
    }

    @Test
    default void put_again_takesThePlaceOfTheEarlier() {
        put('a', 1, 7);
        put('a', 2, 0);
        assertThat(invitations().find(digest('a'), soon())).contains(new Invitation(id(2), 0, GIVER, END));
    }

    @Test
    default void put_manyAtOnceUnderOneDigest_leavesOneWhole() {
        Race.of(i -> {
            put('a', i, i);
            return i;
        });
        assertThat(invitations().find(digest('a'), soon()))
                .hasValueSatisfying(
                        one -> assertThat(one).isEqualTo(new Invitation(id(one.epoch()), one.epoch(), GIVER, END)));
    }

    @Test
    default void take_twice_isTrueThenFalse() {
        put('a', 1, 0);
        put('b', 1, 0);
        assertThat(invitations().take(digest('a'), soon())).isTrue();
        assertThat(invitations().take(digest('a'), soon())).isFalse();
        assertThat(invitations().find(digest('a'), soon())).isEmpty();
        assertThat(invitations().find(digest('b'), soon())).isPresent();
    }

    @Test
    default void take_manyAtOnce_isTrueOnce() {
        put('a', 1, 0);
        assertThat(Race.of(i -> invitations().take(digest('a'), soon()))).containsOnlyOnce(true);
    }

    @Test
    default void deleteAll_ofOneAccount_leavesThoseOfOthers() {
        put('a', 1, 0);
        put('b', 1, 1);
        put('c', 2, 0);
        invitations().deleteAll(id(1), soon());
        invitations().deleteAll(id(1), soon());
        assertThat(invitations().find(digest('a'), soon())).isEmpty();
        assertThat(invitations().find(digest('b'), soon())).isEmpty();
        assertThat(invitations().find(digest('c'), soon())).isPresent();
    }

    @Test
    default void anyCall_nullArgument_isRefusedByName() {
        var invitation = new Invitation(id(1), 0, GIVER, END);
        assertNullIsRefused("digest", () -> invitations().put(nothing(), invitation, soon()));
        assertNullIsRefused("invitation", () -> invitations().put(digest('a'), nothing(), soon()));
        assertNullIsRefused("deadline", () -> invitations().put(digest('a'), invitation, nothing()));
        assertNullIsRefused("digest", () -> invitations().find(nothing(), soon()));
        assertNullIsRefused("deadline", () -> invitations().find(digest('a'), nothing()));
        assertNullIsRefused("digest", () -> invitations().take(nothing(), soon()));
        assertNullIsRefused("deadline", () -> invitations().take(digest('a'), nothing()));
        assertNullIsRefused("account", () -> invitations().deleteAll(nothing(), soon()));
        assertNullIsRefused("deadline", () -> invitations().deleteAll(id(1), nothing()));
        assertThat(invitations().find(digest('a'), soon())).isEmpty();
    }

    @Test
    default void anyCall_deadlinePassed_isAnOutage() {
        assertOutage(() -> invitations().put(digest('a'), new Invitation(id(1), 0, GIVER, END), passed()));
        assertOutage(() -> invitations().find(digest('a'), passed()));
        assertOutage(() -> invitations().take(digest('a'), passed()));
        assertOutage(() -> invitations().deleteAll(id(1), passed()));
    }

    @Test
    default void anyCall_storeAway_isAnOutageInTime() {
        OutageCheck.ofStore(InvitationStore.class, this::invitations)
                .fails((store, deadline) -> store.put(digest('a'), new Invitation(id(1), 0, GIVER, END), deadline))
                .fails((store, deadline) -> store.find(digest('a'), deadline))
                .fails((store, deadline) -> store.take(digest('a'), deadline))
                .fails((store, deadline) -> store.deleteAll(id(1), deadline))
                .whenAway(this);
    }

    private void put(char digit, int account, int epoch) {
        invitations().put(digest(digit), new Invitation(id(account), epoch, GIVER, END), soon());
    }

    private static InvitationDigest digest(char digit) {
        return new InvitationDigest(String.valueOf(digit).repeat(64));
    }
}
