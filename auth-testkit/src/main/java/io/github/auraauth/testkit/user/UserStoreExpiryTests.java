package io.github.auraauth.testkit.user;

import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.user.RemoveOutcome;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.port.out.user.UserStore.AuraIdTaken;
import io.github.auraauth.port.out.user.UserStore.AuthorizationTaken;
import io.github.auraauth.port.out.user.UserStore.InsertOutcome;
import io.github.auraauth.port.out.user.UserStore.RemovalCondition;
import io.github.auraauth.port.out.user.UserStore.ReplaceOutcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Expired users are absent at once, and their identifiers are free. */
interface UserStoreExpiryTests extends UserStoreFixture {

    @Test
    default void find_oneMillisecondBeforeTheEnd_isThere() {
        User user = expiring("a");
        store().insert(user, soon());
        clock().advance(Duration.ofHours(1).minusMillis(1));
        assertThat(store().find(user.auraId(), soon())).contains(user);
    }

    @Test
    default void find_expired_isAbsentToEveryFinder() {
        User user = expired("a");
        assertThat(store().find(user.auraId(), soon())).isEmpty();
        assertThat(store().findRow(user.auraId(), soon())).isEmpty();
        assertThat(store().findByAuthorization(user.registration().authorizationId(), soon()))
                .isEmpty();
        assertThat(store().findNewest(user.auraGlobalId(), SampleUsers.CHANNEL, soon()))
                .isEmpty();
    }

    @Test
    default void insert_auraIdOfExpired_isRefusedUntilThatRowIsRemoved() {
        User old = expired("a");
        User user = SampleUsers.withAuraId(user("b"), old.auraId().value());
        assertThat(store().insert(user, soon())).isEqualTo(InsertOutcome.AURA_ID_EXPIRED);
        assertThat(store().find(user.auraId(), soon())).isEmpty();
        assertThat(store().remove(old.auraId(), RemovalCondition.IF_EXPIRED, soon()))
                .isEqualTo(RemoveOutcome.REMOVED);
        assertThat(store().insert(user, soon())).isEqualTo(InsertOutcome.INSERTED);
        assertThat(store().find(user.auraId(), soon())).contains(user);
        assertThat(store().findByAuthorization(old.registration().authorizationId(), soon()))
                .isEmpty();
    }

    @Test
    default void insert_authorizationOfExpired_takesItsPlace() {
        User old = expired("a");
        User user = SampleUsers.withAuthorization(
                user("b"), old.registration().authorizationId().value());
        assertThat(store().insert(user, soon())).isEqualTo(InsertOutcome.INSERTED);
        assertThat(store().findByAuthorization(user.registration().authorizationId(), soon()))
                .contains(user);
        assertThat(store().remove(old.auraId(), RemovalCondition.ALWAYS, soon()))
                .isEqualTo(RemoveOutcome.ABSENT);
    }

    @Test
    default void insert_sameUserOnceExpired_isInsertedWhenTheRowIsRemoved() {
        User old = expired("a");
        User again = SampleUsers.renewedAt(SampleUsers.expiringAt(old, now().plusSeconds(60)), now());
        assertThat(store().insert(again, soon())).isEqualTo(InsertOutcome.AURA_ID_EXPIRED);
        store().remove(old.auraId(), RemovalCondition.IF_EXPIRED, soon());
        assertThat(store().insert(again, soon())).isEqualTo(InsertOutcome.INSERTED);
        assertThat(store().find(again.auraId(), soon())).contains(again);
    }

    @Test
    default void insert_auraIdOfExpiredButAuthorizationOfLive_isRefused() {
        User old = expired("a");
        User live = user("b");
        store().insert(live, soon());
        User user = SampleUsers.withAuraId(live, old.auraId().value());
        assertThat(store().insert(user, soon())).isEqualTo(InsertOutcome.AURA_ID_EXPIRED);
        store().remove(old.auraId(), RemovalCondition.IF_EXPIRED, soon());
        assertThat(store().insert(user, soon())).isEqualTo(new AuthorizationTaken(live));
        assertThat(store().find(user.auraId(), soon())).isEmpty();
        assertThat(store().findByAuthorization(live.registration().authorizationId(), soon()))
                .contains(live);
    }

    @Test
    default void insert_authorizationOfExpiredButAuraIdOfLive_isRefused() {
        User old = expired("a");
        User live = user("b");
        store().insert(live, soon());
        User user = SampleUsers.withAuthorization(
                live, old.registration().authorizationId().value());
        assertThat(store().insert(user, soon())).isEqualTo(new AuraIdTaken(live));
        assertThat(store().find(live.auraId(), soon())).contains(live);
        assertThat(store().findByAuthorization(user.registration().authorizationId(), soon()))
                .isEmpty();
    }

    @Test
    default void replace_expired_isTooLate() {
        User old = expired("a");
        User replacement = SampleUsers.renewedAt(user("a"), now());
        assertThat(store().replace(old, replacement, soon())).isEqualTo(ReplaceOutcome.CHANGED_MEANWHILE);
        assertThat(store().find(old.auraId(), soon())).isEmpty();
    }

    @Test
    default void replace_toAuthorizationOfExpired_takesItsPlace() {
        User old = expired("a");
        User user = user("b");
        store().insert(user, soon());
        User replacement = SampleUsers.withAuthorization(
                user, old.registration().authorizationId().value());
        assertThat(store().replace(user, replacement, soon())).isEqualTo(ReplaceOutcome.REPLACED);
        assertThat(store().findByAuthorization(replacement.registration().authorizationId(), soon()))
                .contains(replacement);
        assertThat(store().remove(old.auraId(), RemovalCondition.ALWAYS, soon()))
                .isEqualTo(RemoveOutcome.ABSENT);
    }

    @Test
    default void replace_byOneWithoutEnd_staysBeyondTheOldEnd() {
        User user = expiring("a");
        store().insert(user, soon());
        User endless = SampleUsers.withRegistration(user, SampleUsers.registration("a"));
        assertThat(store().replace(user, endless, soon())).isEqualTo(ReplaceOutcome.REPLACED);
        expire();
        assertThat(store().find(user.auraId(), soon())).contains(endless);
    }

    @Test
    default void remove_expired_removesTheRow() {
        User old = expired("a");
        assertThat(store().remove(old.auraId(), RemovalCondition.ALWAYS, soon()))
                .isEqualTo(RemoveOutcome.REMOVED);
        assertThat(store().remove(old.auraId(), RemovalCondition.ALWAYS, soon()))
                .isEqualTo(RemoveOutcome.ABSENT);
    }

    @Test
    default void remove_ifExpired_leavesOneThatHasNot() {
        User user = expiring("a");
        store().insert(user, soon());
        assertThat(store().remove(user.auraId(), RemovalCondition.IF_EXPIRED, soon()))
                .isEqualTo(RemoveOutcome.ABSENT);
        assertThat(store().find(user.auraId(), soon())).contains(user);
        expire();
        assertThat(store().remove(user.auraId(), RemovalCondition.IF_EXPIRED, soon()))
                .isEqualTo(RemoveOutcome.REMOVED);
        assertThat(store().remove(user.auraId(), RemovalCondition.IF_EXPIRED, soon()))
                .isEqualTo(RemoveOutcome.ABSENT);
    }

    private User expired(String name) {
        User user = expiring(name);
        assertThat(store().insert(user, soon())).isEqualTo(InsertOutcome.INSERTED);
        expire();
        return user;
    }
}
