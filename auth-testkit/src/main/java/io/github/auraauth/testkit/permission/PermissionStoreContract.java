package io.github.auraauth.testkit.permission;

import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.assertOutage;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.permission.DescribedPermission;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.port.out.permission.PermissionStore;
import io.github.auraauth.testkit.OutageContract;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.internal.EdgeCaseTexts;
import io.github.auraauth.testkit.internal.OutageCheck;
import io.github.auraauth.testkit.internal.PortCalls;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link PermissionStore}. An adapter's test implements it: {@code permissions()} gives one that knows nothing
 * when a test begins, always over the same permissions.
 */
public interface PermissionStoreContract extends OutageContract {

    /** The port under test. */
    PermissionStore permissions();

    @Test
    default void all_neverAnyRegistered_isEmpty() {
        assertThat(permissions().all(soon())).isEmpty();
    }

    @Test
    default void register_new_addsThemByRisingCodeName() {
        assertThat(register(described("view_b"), described("add_b"), described("view_a")))
                .containsExactlyInAnyOrder(new Permission("view_b"), new Permission("add_b"), new Permission("view_a"));
        assertThat(permissions().all(soon()))
                .containsExactly(described("add_b"), described("view_a"), described("view_b"));
    }

    @Test
    default void register_known_keepsItsText() {
        register(described("view_a"));
        assertThat(register(new DescribedPermission(new Permission("view_a"), "another text"), described("view_b")))
                .containsExactly(new Permission("view_b"));
        assertThat(permissions().all(soon())).containsExactly(described("view_a"), described("view_b"));
    }

    @Test
    default void register_none_addsNothing() {
        assertThat(register()).isEmpty();
        assertThat(permissions().all(soon())).isEmpty();
    }

    @Test
    default void register_manyAtOnce_addsEachOnce() {
        List<List<Permission>> added = Race.of(i -> register(described("view_a"), described("view_b")));
        assertThat(added.stream().flatMap(List::stream))
                .containsExactlyInAnyOrder(new Permission("view_a"), new Permission("view_b"));
        assertThat(permissions().all(soon())).hasSize(2);
    }

    @Test
    default void register_longestAndOddTexts_areKeptAsGiven() {
        var longest = new DescribedPermission(
                new Permission("z_" + "9".repeat(Permission.LONGEST - 2)), EdgeCaseTexts.ofLength(127));
        register(longest);
        int number = 0;
        for (String text : EdgeCaseTexts.all()) {
            if (!text.isBlank()) {
                var odd = new DescribedPermission(new Permission("odd_" + number), text);
                number++;
                register(odd);
                assertThat(permissions().all(soon())).contains(odd, longest);
            }
        }
    }

    @Test
    default void delete_twice_isTrueThenFalse() {
        register(described("view_a"), described("view_b"));
        assertThat(permissions().delete(new Permission("view_a"), soon())).isTrue();
        assertThat(permissions().delete(new Permission("view_a"), soon())).isFalse();
        assertThat(permissions().all(soon())).containsExactly(described("view_b"));
        assertThat(register(described("view_a"))).hasSize(1);
    }

    @Test
    default void delete_manyAtOnce_isTrueOnce() {
        register(described("view_a"));
        assertThat(Race.of(i -> permissions().delete(new Permission("view_a"), soon())))
                .containsOnlyOnce(true);
    }

    @Test
    default void all_returnedListSpoiled_changesNothing() {
        register(described("view_a"));
        PortCalls.spoil(permissions().all(soon()));
        assertThat(permissions().all(soon())).hasSize(1);
    }

    @Test
    default void anyCall_nullArgument_isRefusedByName() {
        assertNullIsRefused("permissions", () -> permissions().register(nothing(), soon()));
        assertNullIsRefused("deadline", () -> permissions().register(List.of(described("view_a")), nothing()));
        assertNullIsRefused("deadline", () -> permissions().all(nothing()));
        assertNullIsRefused("permission", () -> permissions().delete(nothing(), soon()));
        assertNullIsRefused("deadline", () -> permissions().delete(new Permission("view_a"), nothing()));
        assertThat(permissions().all(soon())).isEmpty();
    }

    @Test
    default void anyCall_deadlinePassed_isAnOutage() {
        assertOutage(() -> permissions().register(List.of(described("view_a")), passed()));
        assertOutage(() -> permissions().all(passed()));
        assertOutage(() -> permissions().delete(new Permission("view_a"), passed()));
    }

    @Test
    default void anyCall_storeAway_isAnOutageInTime() {
        OutageCheck.ofStore(PermissionStore.class, this::permissions)
                .fails((store, deadline) -> store.register(List.of(described("view_a")), deadline))
                .fails(PermissionStore::all)
                .fails((store, deadline) -> store.delete(new Permission("view_a"), deadline))
                .whenAway(this);
    }

    private List<Permission> register(DescribedPermission... permissions) {
        return permissions().register(Arrays.asList(permissions), soon());
    }

    private static DescribedPermission described(String codeName) {
        return DescribedPermission.undescribed(new Permission(codeName));
    }
}
