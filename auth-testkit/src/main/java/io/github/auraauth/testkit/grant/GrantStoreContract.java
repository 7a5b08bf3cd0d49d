package io.github.auraauth.testkit.grant;

import static io.github.auraauth.testkit.account.SampleAccounts.id;
import static io.github.auraauth.testkit.client.SampleClients.clientId;
import static io.github.auraauth.testkit.grant.SampleGrants.END;
import static io.github.auraauth.testkit.grant.SampleGrants.GRANTED;
import static io.github.auraauth.testkit.grant.SampleGrants.active;
import static io.github.auraauth.testkit.grant.SampleGrants.barest;
import static io.github.auraauth.testkit.grant.SampleGrants.grant;
import static io.github.auraauth.testkit.grant.SampleGrants.grantId;
import static io.github.auraauth.testkit.grant.SampleGrants.oddest;
import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.assertOutage;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.grant.Grant;
import io.github.auraauth.port.out.grant.GrantStore;
import io.github.auraauth.testkit.OutageContract;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.internal.OutageCheck;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link GrantStore}. An adapter's test implements it: {@code grants()} gives one that holds nothing when a
 * test begins, always over the same grants.
 */
public interface GrantStoreContract extends OutageContract {
    /** When the kit uses codes and refresh tokens: finer than stores keep it. */
    Instant LATER = GRANTED.plusSeconds(30).plusNanos(999_999);

    /** Until when grants are good from then on. */
    Instant LATER_END = END.plusSeconds(30).plusNanos(999_999);

    /** The port under test. */
    GrantStore grants();

    @Test
    default void find_neverStored_isEmpty() {
        assertThat(grants().find(grantId(1), soon())).isEmpty();
    }

    @Test
    default void find_inserted_givesAllOfIt() {
        for (Grant grant : List.of(grant(1, 1, 1), oddest(2, 1), barest(3, 2))) {
            inserted(grant);
            assertThat(grants().find(grant.id(), soon())).contains(grant);
        }
    }

    @Test
    default void activate_issued_isActiveInThatGeneration() {
        Grant grant = inserted(grant(1, 1, 1));
        Grant other = inserted(grant(2, 1, 1));
        assertThat(activate(1, 1)).isTrue();
        assertThat(grants().find(grantId(1), soon())).contains(active(grant, 1, LATER, LATER_END));
        assertThat(grants().find(grantId(2), soon())).contains(other);
        assertThat(activate(2, 0)).isTrue();
        assertThat(grants().find(grantId(2), soon())).contains(active(other, 0, LATER, LATER_END));
    }

    @Test
    default void activate_again_isFalseAndChangesNothing() {
        Grant grant = inserted(grant(1, 1, 1));
        activate(1, 1);
        assertThat(grants().activate(grantId(1), 0, GRANTED, END, soon())).isFalse();
        assertThat(grants().find(grantId(1), soon())).contains(active(grant, 1, LATER, LATER_END));
    }

    @Test
    default void activate_neverStored_storesNothing() {
        assertThat(activate(1, 1)).isFalse();
        assertThat(grants().find(grantId(1), soon())).isEmpty();
    }

    @Test
    default void activate_manyAtOnce_isTrueOnce() {
        Grant grant = inserted(grant(1, 1, 1));
        List<Boolean> outcomes = Race.of(i -> grants().activate(grantId(1), i, GRANTED.plusSeconds(i), END, soon()));
        assertThat(outcomes).containsOnlyOnce(true);
        int winner = outcomes.indexOf(true);
        assertThat(grants().find(grantId(1), soon())).contains(active(grant, winner, GRANTED.plusSeconds(winner), END));
    }

    @Test
    default void rotate_presentGeneration_isTheNextOne() {
        Grant grant = inserted(grant(1, 1, 1));
        grants().activate(grantId(1), 1, GRANTED, END, soon());
        assertThat(rotate(1, 1)).isTrue();
        assertThat(grants().find(grantId(1), soon())).contains(active(grant, 2, LATER, LATER_END));
        assertThat(grants().rotate(grantId(1), 2, GRANTED, END, soon())).isTrue();
        assertThat(grants().find(grantId(1), soon())).contains(active(grant, 3, GRANTED, END));
    }

    @Test
    default void rotate_otherGeneration_isFalseAndChangesNothing() {
        Grant grant = inserted(grant(1, 1, 1));
        grants().activate(grantId(1), 2, GRANTED, END, soon());
        assertThat(rotate(1, 1)).isFalse();
        assertThat(rotate(1, 3)).isFalse();
        assertThat(grants().find(grantId(1), soon())).contains(active(grant, 2, GRANTED, END));
    }

    @Test
    default void rotate_greatestGenerations_areToldApart() {
        inserted(oddest(1, 1));
        assertThat(rotate(1, Long.MAX_VALUE - 2)).isFalse();
        assertThat(rotate(1, Long.MAX_VALUE - 1)).isTrue();
        assertThat(grants().find(grantId(1), soon())).contains(active(oddest(1, 1), Long.MAX_VALUE, LATER, LATER_END));
    }

    @Test
    default void rotate_codeNotUsed_isFalse() {
        Grant grant = inserted(grant(1, 1, 1));
        assertThat(rotate(1, 0)).isFalse();
        assertThat(grants().find(grantId(1), soon())).contains(grant);
    }

    @Test
    default void rotate_neverStored_storesNothing() {
        assertThat(rotate(1, 1)).isFalse();
        assertThat(grants().find(grantId(1), soon())).isEmpty();
    }

    @Test
    default void rotate_manyAtOnce_isTrueOnceForEachGeneration() {
        Grant grant = inserted(grant(1, 1, 1));
        grants().activate(grantId(1), 1, GRANTED, END, soon());
        List<Boolean> outcomes = Race.of(i -> grants().rotate(grantId(1), 1, GRANTED.plusSeconds(i), END, soon()));
        assertThat(outcomes).containsOnlyOnce(true);
        assertThat(grants().find(grantId(1), soon()))
                .contains(active(grant, 2, GRANTED.plusSeconds(outcomes.indexOf(true)), END));
    }

    @Test
    default void delete_twice_isTrueThenFalse() {
        inserted(grant(1, 1, 1));
        Grant other = inserted(grant(2, 1, 1));
        assertThat(grants().delete(grantId(1), soon())).isTrue();
        assertThat(grants().delete(grantId(1), soon())).isFalse();
        assertThat(grants().find(grantId(1), soon())).isEmpty();
        assertThat(grants().find(grantId(2), soon())).contains(other);
    }

    @Test
    default void delete_manyAtOnce_isTrueOnce() {
        inserted(grant(1, 1, 1));
        assertThat(Race.of(i -> grants().delete(grantId(1), soon()))).containsOnlyOnce(true);
    }

    /** Whoever uses a code or a token at the same time does not bring the grant back. */
    @Test
    default void delete_whileOthersActivateAndRotate_isFinal() {
        inserted(grant(1, 1, 1));
        Race.of(i -> i == Race.THREADS / 2
                ? grants().delete(grantId(1), soon())
                : i % 2 == 0 ? activate(1, 1) : rotate(1, 1));
        assertThat(grants().find(grantId(1), soon())).isEmpty();
        assertThat(activate(1, 1)).isFalse();
        assertThat(rotate(1, 1)).isFalse();
        assertThat(rotate(1, 2)).isFalse();
        assertThat(grants().find(grantId(1), soon())).isEmpty();
    }

    @Test
    default void deleteAll_ofOneAccount_leavesThoseOfOthers() {
        inserted(grant(1, 1, 1));
        inserted(oddest(2, 1));
        Grant other = inserted(grant(3, 2, 1));
        grants().deleteAll(id(1), soon());
        grants().deleteAll(id(1), soon());
        assertThat(grants().find(grantId(1), soon())).isEmpty();
        assertThat(grants().find(grantId(2), soon())).isEmpty();
        assertThat(grants().find(grantId(3), soon())).contains(other);
    }

    @Test
    default void deleteAll_ofOneAccountAndClient_leavesThoseOfOthers() {
        inserted(grant(1, 1, 1));
        inserted(grant(2, 1, 1));
        Grant ofAnotherClient = inserted(grant(3, 1, 2));
        Grant ofAnotherAccount = inserted(grant(4, 2, 1));
        grants().deleteAll(id(1), clientId(1), soon());
        grants().deleteAll(id(1), clientId(1), soon());
        assertThat(grants().find(grantId(1), soon())).isEmpty();
        assertThat(grants().find(grantId(2), soon())).isEmpty();
        assertThat(grants().find(grantId(3), soon())).contains(ofAnotherClient);
        assertThat(grants().find(grantId(4), soon())).contains(ofAnotherAccount);
    }

    @Test
    default void anyCall_nullArgument_isRefusedByName() {
        assertNullIsRefused("grant", () -> grants().insert(nothing(), soon()));
        assertNullIsRefused("deadline", () -> grants().insert(grant(1, 1, 1), nothing()));
        assertNullIsRefused("id", () -> grants().find(nothing(), soon()));
        assertNullIsRefused("deadline", () -> grants().find(grantId(1), nothing()));
        assertNullIsRefused("id", () -> grants().activate(nothing(), 1, LATER, END, soon()));
        assertNullIsRefused("at", () -> grants().activate(grantId(1), 1, nothing(), END, soon()));
        assertNullIsRefused("expiresAt", () -> grants().activate(grantId(1), 1, LATER, nothing(), soon()));
        assertNullIsRefused("deadline", () -> grants().activate(grantId(1), 1, LATER, END, nothing()));
        assertNullIsRefused("id", () -> grants().rotate(nothing(), 1, LATER, END, soon()));
        assertNullIsRefused("at", () -> grants().rotate(grantId(1), 1, nothing(), END, soon()));
        assertNullIsRefused("expiresAt", () -> grants().rotate(grantId(1), 1, LATER, nothing(), soon()));
        assertNullIsRefused("deadline", () -> grants().rotate(grantId(1), 1, LATER, END, nothing()));
        assertNullIsRefused("id", () -> grants().delete(nothing(), soon()));
        assertNullIsRefused("deadline", () -> grants().delete(grantId(1), nothing()));
        assertNullIsRefused("account", () -> grants().deleteAll(nothing(), soon()));
        assertNullIsRefused("deadline", () -> grants().deleteAll(id(1), nothing()));
        assertNullIsRefused("account", () -> grants().deleteAll(nothing(), clientId(1), soon()));
        assertNullIsRefused("client", () -> grants().deleteAll(id(1), nothing(), soon()));
        assertNullIsRefused("deadline", () -> grants().deleteAll(id(1), clientId(1), nothing()));
        assertThat(grants().find(grantId(1), soon())).isEmpty();
    }

    @Test
    default void anyCall_deadlinePassed_isAnOutage() {
        assertOutage(() -> grants().insert(grant(1, 1, 1), passed()));
        assertOutage(() -> grants().find(grantId(1), passed()));
        assertOutage(() -> grants().activate(grantId(1), 1, LATER, END, passed()));
        assertOutage(() -> grants().rotate(grantId(1), 1, LATER, END, passed()));
        assertOutage(() -> grants().delete(grantId(1), passed()));
        assertOutage(() -> grants().deleteAll(id(1), passed()));
        assertOutage(() -> grants().deleteAll(id(1), clientId(1), passed()));
    }

    @Test
    default void anyCall_storeAway_isAnOutageInTime() {
        OutageCheck.ofStore(GrantStore.class, this::grants)
                .fails((store, deadline) -> store.insert(grant(1, 1, 1), deadline))
                .fails((store, deadline) -> store.find(grantId(1), deadline))
                .fails((store, deadline) -> store.activate(grantId(1), 1, LATER, END, deadline))
                .fails((store, deadline) -> store.rotate(grantId(1), 1, LATER, END, deadline))
                .fails((store, deadline) -> store.delete(grantId(1), deadline))
                .fails((store, deadline) -> store.deleteAll(id(1), deadline))
                .fails((store, deadline) -> store.deleteAll(id(1), clientId(1), deadline))
                .whenAway(this);
    }

    private Grant inserted(Grant grant) {
        grants().insert(grant, soon());
        return grant;
    }

    private boolean activate(int number, long generation) {
        return grants().activate(grantId(number), generation, LATER, LATER_END, soon());
    }

    private boolean rotate(int number, long generation) {
        return grants().rotate(grantId(number), generation, LATER, LATER_END, soon());
    }
}
