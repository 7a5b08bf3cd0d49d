package io.github.auraauth.testkit;

import static io.github.auraauth.testkit.Calls.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.port.out.user.UserStore.InsertOutcome;
import io.github.auraauth.port.out.user.UserStore.ReplaceOutcome;
import org.junit.jupiter.api.Test;

/** Replacing a user by what follows from the one that was read. */
interface ReplacedUsers extends UsersUnderTest {

    @Test
    default void replace_asExpected_isFoundByItsNewIdentifiersOnly() {
        User user = stored("a");
        User replacement = SampleUsers.withChannel(
                SampleUsers.withGlobalId(
                        SampleUsers.renewedAt(renewal(user), now().plusMillis(1)), SampleUsers.globalId("b")),
                SampleUsers.OTHER_CHANNEL);
        assertThat(store().replace(user, replacement, soon())).isEqualTo(ReplaceOutcome.REPLACED);
        assertThat(store().find(user.auraId(), soon())).contains(replacement);
        assertThat(store().findByAuthorization(replacement.registration().authorizationId(), soon()))
                .contains(replacement);
        assertThat(store().findNewest(replacement.auraGlobalId(), SampleUsers.OTHER_CHANNEL, soon()))
                .contains(replacement);
        assertThat(store().findByAuthorization(user.registration().authorizationId(), soon()))
                .isEmpty();
        assertThat(store().findNewest(user.auraGlobalId(), SampleUsers.CHANNEL, soon()))
                .isEmpty();
    }

    @Test
    default void replace_asExpected_freesTheOldAuthorization() {
        User user = stored("a");
        store().replace(user, renewal(user), soon());
        User next = SampleUsers.withAuthorization(
                user("b"), user.registration().authorizationId().value());
        assertThat(store().insert(next, soon())).isEqualTo(InsertOutcome.INSERTED);
    }

    @Test
    default void replace_sameAuthorization_takesHintAndEnd() {
        User user = stored("a");
        User repeated = SampleUsers.expiringAt(
                SampleUsers.withHint(user, Secret.ofText("fake-hint-new")), now().plusSeconds(60));
        assertThat(store().replace(user, repeated, soon())).isEqualTo(ReplaceOutcome.REPLACED);
        assertThat(store().find(user.auraId(), soon())).contains(repeated);
    }

    @Test
    default void replace_byOneWithoutHint_dropsTheHint() {
        User user = stored("a");
        User bare = user.withoutIdTokenHint();
        assertThat(store().replace(user, bare, soon())).isEqualTo(ReplaceOutcome.REPLACED);
        assertThat(store().find(user.auraId(), soon())).contains(bare);
    }

    @Test
    default void replace_onlyHintAndLastAccessDiffer_isAsExpected() {
        User user = stored("a");
        User read = SampleUsers.withHint(
                SampleUsers.withLastAccess(user, now().minusSeconds(1)), Secret.ofText("fake-hint-old"));
        assertThat(store().replace(read, renewal(user), soon())).isEqualTo(ReplaceOutcome.REPLACED);
    }

    @Test
    default void replace_absent_storesNothing() {
        User user = user("a");
        User replacement = renewal(user);
        assertThat(store().replace(user, replacement, soon())).isEqualTo(ReplaceOutcome.CHANGED_MEANWHILE);
        assertThat(store().find(user.auraId(), soon())).isEmpty();
        assertThat(store().findByAuthorization(replacement.registration().authorizationId(), soon()))
                .isEmpty();
    }

    @Test
    default void replace_otherRegisteredAt_changesNothing() {
        User user = stored("a");
        User stale = SampleUsers.renewedAt(user, user.registeredAt().minusMillis(1));
        assertThat(store().replace(stale, renewal(user), soon())).isEqualTo(ReplaceOutcome.CHANGED_MEANWHILE);
        assertThat(store().find(user.auraId(), soon())).contains(user);
    }

    @Test
    default void replace_otherAuthorization_changesNothing() {
        User user = stored("a");
        User stale = SampleUsers.withAuthorization(user, "fake-authorization-stale");
        assertThat(store().replace(stale, renewal(user), soon())).isEqualTo(ReplaceOutcome.CHANGED_MEANWHILE);
        assertThat(store().find(user.auraId(), soon())).contains(user);
        assertThat(store().findByAuthorization(user.registration().authorizationId(), soon()))
                .contains(user);
    }

    @Test
    default void replace_authorizationTaken_changesNothing() {
        User user = stored("a");
        User holder = stored("b");
        User replacement = SampleUsers.withAuthorization(
                SampleUsers.renewedAt(user, now().plusMillis(1)),
                holder.registration().authorizationId().value());
        assertThat(store().replace(user, replacement, soon())).isEqualTo(ReplaceOutcome.AUTHORIZATION_TAKEN);
        assertThat(store().find(user.auraId(), soon())).contains(user);
        assertThat(store().findByAuthorization(user.registration().authorizationId(), soon()))
                .contains(user);
        assertThat(store().find(holder.auraId(), soon())).contains(holder);
        assertThat(store().findByAuthorization(holder.registration().authorizationId(), soon()))
                .contains(holder);
    }

    @Test
    default void replace_byAnotherAuraId_isRefusedByName() {
        User user = stored("a");
        User replacement = SampleUsers.withAuraId(renewal(user), "fake-aura-other");
        assertThatThrownBy(() -> store().replace(user, replacement, soon()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("replacement");
        assertThat(store().find(user.auraId(), soon())).contains(user);
    }

    private User stored(String name) {
        User user = user(name);
        assertThat(store().insert(user, soon())).isEqualTo(InsertOutcome.INSERTED);
        return user;
    }

    private static User renewal(User user) {
        return SampleUsers.withAuthorization(user, "fake-authorization-renewed");
    }
}
