package io.github.auraauth.testkit.account;

import static io.github.auraauth.testkit.account.SampleAccounts.account;
import static io.github.auraauth.testkit.account.SampleAccounts.group;
import static io.github.auraauth.testkit.account.SampleAccounts.id;
import static io.github.auraauth.testkit.account.SampleAccounts.oddest;
import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.assertOutage;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static io.github.auraauth.testkit.internal.PortCalls.spoil;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountFilter;
import io.github.auraauth.domain.account.AccountState;
import io.github.auraauth.domain.account.GivenRights;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.permission.GroupId;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.out.account.AccountDirectory;
import io.github.auraauth.testkit.internal.OutageCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link AccountDirectory}. An adapter's test implements it: {@code directory()} reads what
 * {@code store()} writes, which holds nothing when a test begins.
 */
public interface AccountDirectoryContract extends AccountStoreFixture {

    /** The directory of the accounts of {@link #store()}. */
    AccountDirectory directory();

    @Test
    default void page_noAccount_isEmpty() {
        assertThat(page(AccountFilter.ALL, Keyset.first(), 10)).isEmpty();
        assertThat(directory().count(AccountFilter.ALL, 10, soon())).isZero();
        assertThat(directory().erasing(10, soon())).isEmpty();
    }

    @Test
    default void page_severalAccounts_comeByRisingNameEachWhole() {
        Account second = inserted(account(1, "b"));
        Account first = inserted(account(2, "a_b"));
        Account third = inserted(account(3, "\u00E9"));
        assertThat(page(AccountFilter.ALL, Keyset.first(), 10)).containsExactly(first, second, third);
    }

    @Test
    default void page_fewerAskedThanThereAre_goesOnBehindTheLast() {
        List.of("-", "0", "a", "aa", "b", "\u0436", "\u4E00").forEach(name -> inserted(account(name.hashCode(), name)));
        inserted(oddest(7));
        List<Account> all = page(AccountFilter.ALL, Keyset.first(), 100);
        List<Account> walked = new ArrayList<>();
        Keyset<Username> place = Keyset.first();
        List<Account> page;
        do {
            page = page(AccountFilter.ALL, place, 3);
            walked.addAll(page);
            place = page.isEmpty()
                    ? place
                    : Keyset.after(page.get(page.size() - 1)).map(Account::username);
        } while (page.size() == 3);
        assertThat(walked).isEqualTo(all).hasSize(8).doesNotHaveDuplicates();
    }

    @Test
    default void page_backwards_givesWhatStandsDirectlyBefore() {
        Account first = inserted(account(1, "a"));
        Account second = inserted(account(2, "b"));
        Account third = inserted(account(3, "c"));
        assertThat(page(AccountFilter.ALL, Keyset.before(new Username("d")), 2)).containsExactly(second, third);
        assertThat(page(AccountFilter.ALL, Keyset.before(new Username("c")), 5)).containsExactly(first, second);
        assertThat(page(AccountFilter.ALL, Keyset.before(new Username("a")), 5)).isEmpty();
    }

    @Test
    default void page_afterANameThatNobodyHas_beginsBehindIt() {
        inserted(account(1, "a"));
        Account last = inserted(account(2, "c"));
        assertThat(page(AccountFilter.ALL, Keyset.after(new Username("b")), 10)).containsExactly(last);
        assertThat(page(AccountFilter.ALL, Keyset.after(new Username("c")), 10)).isEmpty();
    }

    @Test
    default void page_filtered_givesWhatTheFilterAdmitsOnly() {
        Account plain = inserted(account(1));
        Account staff = inserted(account(2).with(new GivenRights(true, Set.of(group(1)), Set.of())));
        Account gone = inserted(account(3).with(AccountState.DEACTIVATED));
        for (Optional<Boolean> active : bothAndAny()) {
            for (Optional<Boolean> isStaff : bothAndAny()) {
                for (var group : List.of(Optional.of(group(1)), Optional.of(group(2)), Optional.<GroupId>empty())) {
                    var filter = new AccountFilter(active, isStaff, group);
                    List<Account> admitted = List.of(plain, staff, gone).stream()
                            .filter(filter::admits)
                            .toList();
                    assertThat(page(filter, Keyset.first(), 10)).containsExactlyElementsOf(admitted);
                    assertThat(directory().count(filter, 10, soon())).isEqualTo(admitted.size());
                }
            }
        }
    }

    @Test
    default void page_beingErased_isAmongThoseOnly() {
        Account rest = inserted(account(1));
        inserted(account(2).with(AccountState.ERASING));
        assertThat(page(AccountFilter.ALL, Keyset.first(), 10)).containsExactly(rest);
        assertThat(directory().count(AccountFilter.ALL, 10, soon())).isEqualTo(1);
        var inactive = new AccountFilter(Optional.of(false), Optional.empty(), Optional.empty());
        assertThat(page(inactive, Keyset.first(), 10)).isEmpty();
        assertThat(directory().erasing(10, soon())).containsExactly(id(2));
    }

    @Test
    default void countAndErasing_moreThanAsked_stopThere() {
        for (int i = 0; i < 5; i++) {
            inserted(account(i));
            inserted(account(100 + i).with(AccountState.ERASING));
        }
        assertThat(directory().count(AccountFilter.ALL, 3, soon())).isEqualTo(3);
        assertThat(directory().count(AccountFilter.ALL, 5, soon())).isEqualTo(5);
        assertThat(directory().erasing(3, soon())).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    default void page_returnedListSpoiled_changesNothing() {
        Account account = inserted(account(1));
        spoil(page(AccountFilter.ALL, Keyset.first(), 10));
        assertThat(page(AccountFilter.ALL, Keyset.first(), 10)).containsExactly(account);
    }

    @Test
    default void anyList_nullArgument_isRefusedByName() {
        assertNullIsRefused("filter", () -> directory().page(nothing(), Keyset.first(), 1, soon()));
        assertNullIsRefused("place", () -> directory().page(AccountFilter.ALL, nothing(), 1, soon()));
        assertNullIsRefused("deadline", () -> directory().page(AccountFilter.ALL, Keyset.first(), 1, nothing()));
        assertNullIsRefused("filter", () -> directory().count(nothing(), 1, soon()));
        assertNullIsRefused("deadline", () -> directory().count(AccountFilter.ALL, 1, nothing()));
        assertNullIsRefused("deadline", () -> directory().erasing(1, nothing()));
    }

    @Test
    default void anyList_deadlinePassed_isAnOutage() {
        assertOutage(() -> directory().page(AccountFilter.ALL, Keyset.first(), 1, passed()));
        assertOutage(() -> directory().count(AccountFilter.ALL, 1, passed()));
        assertOutage(() -> directory().erasing(1, passed()));
    }

    @Test
    default void anyList_storeAway_isAnOutageInTime() {
        OutageCheck.ofStore(AccountDirectory.class, this::directory)
                .fails((directory, deadline) -> directory.page(AccountFilter.ALL, Keyset.first(), 1, deadline))
                .fails((directory, deadline) -> directory.count(AccountFilter.ALL, 1, deadline))
                .fails((directory, deadline) -> directory.erasing(1, deadline))
                .whenAway(this);
    }

    private List<Account> page(AccountFilter filter, Keyset<Username> place, int most) {
        return directory().page(filter, place, most, soon());
    }

    private static List<Optional<Boolean>> bothAndAny() {
        return List.of(Optional.of(true), Optional.of(false), Optional.empty());
    }
}
