package io.github.auraauth.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.password.PasswordHash;
import io.github.auraauth.domain.permission.GroupId;
import io.github.auraauth.domain.permission.OwnPermissions;
import io.github.auraauth.domain.permission.Rights;
import io.github.auraauth.domain.secondfactor.PasskeyId;
import io.github.auraauth.domain.secondfactor.SecondFactors;
import io.github.auraauth.domain.secret.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountTest {
    private static final Instant NOON = Instant.parse("2030-01-02T12:00:00.123456Z");
    private static final GroupId GROUP = new GroupId("00000000-0000-4000-8000-000000000001");

    private final Account account = Account.create(
            new AccountId("00000000-0000-4000-8000-000000000002"),
            new Username("anne"),
            Profile.EMPTY,
            GivenRights.NONE,
            AccountOrigin.of(AccountOrigin.CreationMethod.CREATED, NOON));

    @Test
    void create_new_isActiveWithoutPassword() {
        assertThat(account.isActive()).isTrue();
        assertThat(account.password()).isEmpty();
        assertThat(account.lastLogin()).isEmpty();
        assertThat(account.revision()).isZero();
        assertThat(account.origin().dateJoined()).isEqualTo(Instant.parse("2030-01-02T12:00:00.123Z"));
    }

    @Test
    void with_passwordOrEndedState_signsOutEverywhere() {
        assertThat(account.with(hash(1)).epoch()).isEqualTo(1);
        assertThat(account.with(hash(1)).with(hash(2)).epoch()).isEqualTo(2);
        assertThat(account.with(AccountState.DEACTIVATED).epoch()).isEqualTo(1);
        assertThat(account.with(AccountState.ERASING).epoch()).isEqualTo(1);
    }

    @Test
    void with_activationRightsOrRehash_leavesWhatIsSignedIn() {
        Account inactive = account.with(AccountState.DEACTIVATED);
        assertThat(inactive.with(AccountState.ACTIVE).epoch()).isEqualTo(1);
        assertThat(account.rehashed(hash(1)).epoch()).isZero();
        assertThat(account.with(new GivenRights(true, Set.of(GROUP), Set.of())).epoch())
                .isZero();
    }

    @Test
    void with_firstFactorOrReset_signsOutEverywhere_andNothingElseOfFactorsDoes() {
        SecondFactors pending = SecondFactors.NONE.withPending(Secret.of(new byte[20]));
        assertThat(account.with(pending).epoch()).isZero();
        Account first = account.with(SecondFactors.NONE.with(new PasskeyId("a2V5")));
        assertThat(first.epoch()).isEqualTo(1);
        assertThat(first.with(first.secondFactors().with(new PasskeyId("a2V6"))).epoch())
                .isEqualTo(1);
        assertThat(first.with(SecondFactors.NONE).epoch()).isEqualTo(1);
        Account reset = first.with(SecondFactors.reset(NOON));
        assertThat(reset.epoch()).isEqualTo(2);
        assertThat(reset.with(reset.secondFactors().withPending(Secret.of(new byte[20])))
                        .epoch())
                .isEqualTo(2);
        assertThat(reset.with(reset.secondFactors().acknowledged()).epoch()).isEqualTo(2);
        assertThat(reset.with(reset.secondFactors().with(new PasskeyId("a2V5"))).epoch())
                .isEqualTo(3);
        assertThat(first.with(new GivenRights(true, Set.of(), Set.of())).secondFactors())
                .isEqualTo(first.secondFactors());
    }

    @Test
    void isAuthenticatedLately_session_endsAfterFiveMinutes_andOthersNever() {
        Actor actor = Actor.of(account.id(), Rights.NONE);
        assertThat(actor.isAuthenticatedLately(Instant.MAX)).isTrue();
        assertThat(actor.authenticatedAt(NOON).isAuthenticatedLately(NOON.plusSeconds(299)))
                .isTrue();
        assertThat(actor.authenticatedAt(NOON).isAuthenticatedLately(NOON.plusSeconds(300)))
                .isFalse();
    }

    @Test
    void ofSecondFactorReset_eachActor_mayOrMayNot() {
        AccountDetails target = new AccountDetails(account, List.of(), Rights.NONE, Set.of());
        AccountId other = new AccountId("00000000-0000-4000-8000-000000000003");
        assertThat(reset(Actor.of(other, Rights.ALL), target)).isEmpty();
        assertThat(reset(Actor.commandLine("fake"), target)).isEmpty();
        assertThat(reset(Actor.of(other, Rights.ALL).authenticatedAt(NOON.minusSeconds(301)), target))
                .contains(Refusal.of(Refusal.Reason.REAUTHENTICATION_REQUIRED));
        for (Actor actor : List.of(
                Actor.of(account.id(), Rights.ALL),
                Actor.of(other, new Rights(false, true, Set.of(OwnPermissions.UPDATE_ACCOUNT))),
                Actor.restricted(other, new Rights(false, false, Set.of())))) {
            assertThat(reset(actor, target)).contains(Refusal.of(Refusal.Reason.FORBIDDEN));
        }
    }

    private static Optional<Refusal> reset(Actor actor, AccountDetails target) {
        return AccountRules.ofSecondFactorReset(actor, target, NOON);
    }

    @Test
    void admits_eachCondition_looksAtItsOwn() {
        Account staff = account.with(new GivenRights(true, Set.of(GROUP), Set.of()));
        assertThat(AccountFilter.ALL.admits(staff)).isTrue();
        assertThat(filter(Optional.of(true), Optional.of(true), Optional.of(GROUP))
                        .admits(staff))
                .isTrue();
        assertThat(filter(Optional.of(false), Optional.empty(), Optional.empty())
                        .admits(staff))
                .isFalse();
        assertThat(filter(Optional.empty(), Optional.of(false), Optional.empty())
                        .admits(staff))
                .isFalse();
        assertThat(filter(Optional.empty(), Optional.empty(), Optional.of(GROUP))
                        .admits(account))
                .isFalse();
        assertThat(filter(Optional.of(false), Optional.empty(), Optional.empty())
                        .admits(account.with(AccountState.DEACTIVATED)))
                .isTrue();
    }

    @Test
    void isGoodAt_invitation_endsOnTime() {
        var invitation = new Invitation(account.id(), 0, Rights.NONE, NOON);
        assertThat(invitation.isGoodAt(invitation.end().minusMillis(1))).isTrue();
        assertThat(invitation.isGoodAt(invitation.end())).isFalse();
    }

    private static AccountFilter filter(Optional<Boolean> active, Optional<Boolean> staff, Optional<GroupId> group) {
        return new AccountFilter(active, staff, group);
    }

    private static PasswordHash hash(int rounds) {
        return PasswordHash.parse("pbkdf2_sha256$" + rounds + "$fake-salt$" + "A".repeat(43) + "=")
                .orElseThrow();
    }
}
