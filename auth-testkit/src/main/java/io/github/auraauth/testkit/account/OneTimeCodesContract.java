package io.github.auraauth.testkit.account;

import static io.github.auraauth.testkit.account.SampleAccounts.account;
import static io.github.auraauth.testkit.account.SampleAccounts.factors;
import static io.github.auraauth.testkit.account.SampleAccounts.id;
import static io.github.auraauth.testkit.account.SampleAccounts.recoveryCode;
import static io.github.auraauth.testkit.account.SampleAccounts.secret;
import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.assertOutage;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.secondfactor.SecondFactors;
import io.github.auraauth.domain.secondfactor.TotpFactor;
import io.github.auraauth.port.out.account.AccountStore.UpdateOutcome;
import io.github.auraauth.port.out.account.OneTimeCodes;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.internal.OutageCheck;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link OneTimeCodes}. An adapter's test implements it: {@code codes()} uses up those of the accounts in
 * {@code store()}, which holds nothing when a test begins.
 */
public interface OneTimeCodesContract extends AccountStoreFixture {
    /** The app of the kit's accounts. */
    TotpFactor TOTP = new TotpFactor(secret(1), Instant.parse("2030-01-02T12:00:00.123Z"), 100);

    /** The port under test. */
    OneTimeCodes codes();

    @Test
    default void useStep_laterThanTheLast_isNotedAndRaisesTheRevision() {
        Account before = inserted(withFactors(1));
        assertThat(codes().useStep(before.id(), TOTP, 101, soon())).isTrue();
        Account after = stored(before);
        assertThat(after.revision()).isEqualTo(1);
        assertThat(after.secondFactors().totp()).contains(new TotpFactor(secret(1), TOTP.addedAt(), 101));
        assertThat(after.secondFactors().recoveryCodes())
                .isEqualTo(before.secondFactors().recoveryCodes());
        assertThat(store().update(before, soon())).isEqualTo(UpdateOutcome.CONFLICT);
    }

    @Test
    default void useStep_thatOrALaterOneUsed_leavesTheAccount() {
        Account before = inserted(withFactors(1));
        assertThat(codes().useStep(before.id(), TOTP, 100, soon())).isFalse();
        assertThat(codes().useStep(before.id(), TOTP, 99, soon())).isFalse();
        assertThat(stored(before)).isEqualTo(before);
    }

    @Test
    default void useStep_manyAtOnce_isTrueOnce() {
        Account account = inserted(withFactors(1));
        assertThat(Race.of(i -> codes().useStep(account.id(), TOTP, 101, soon())))
                .containsOnlyOnce(true);
    }

    @Test
    default void useStep_ofAnotherApp_leavesTheAccount() {
        Account before = inserted(withFactors(1));
        TotpFactor earlier = new TotpFactor(secret(1), TOTP.addedAt().minusMillis(1), 100);
        assertThat(codes().useStep(before.id(), earlier, 101, soon())).isFalse();
        Account bare = inserted(account(2));
        assertThat(codes().useStep(bare.id(), TOTP, 101, soon())).isFalse();
        assertThat(codes().useStep(id(3), TOTP, 101, soon())).isFalse();
        assertThat(stored(before)).isEqualTo(before);
        assertThat(stored(bare)).isEqualTo(bare);
    }

    @Test
    default void useRecoveryCode_thatIsThere_isGoneWithIt() {
        Account before = inserted(withFactors(1));
        assertThat(codes().useRecoveryCode(before.id(), recoveryCode(1), soon()))
                .isTrue();
        assertThat(codes().useRecoveryCode(before.id(), recoveryCode(1), soon()))
                .isFalse();
        Account after = stored(before);
        assertThat(after.revision()).isEqualTo(1);
        assertThat(after.secondFactors().recoveryCodes()).containsExactly(recoveryCode(2));
        assertThat(after.secondFactors().totp()).contains(TOTP);
        assertThat(codes().useRecoveryCode(before.id(), recoveryCode(2), soon()))
                .isTrue();
        assertThat(stored(before).secondFactors().recoveryCodes()).isEmpty();
    }

    @Test
    default void useRecoveryCode_thatIsNotThere_leavesTheAccount() {
        Account before = inserted(withFactors(1));
        Account bare = inserted(account(2));
        assertThat(codes().useRecoveryCode(before.id(), recoveryCode(3), soon()))
                .isFalse();
        assertThat(codes().useRecoveryCode(bare.id(), recoveryCode(1), soon())).isFalse();
        assertThat(codes().useRecoveryCode(id(3), recoveryCode(1), soon())).isFalse();
        assertThat(stored(before)).isEqualTo(before);
        assertThat(stored(bare)).isEqualTo(bare);
    }

    @Test
    default void useRecoveryCode_manyAtOnce_isTrueOnce() {
        Account account = inserted(withFactors(1));
        assertThat(Race.of(i -> codes().useRecoveryCode(account.id(), recoveryCode(1), soon())))
                .containsOnlyOnce(true);
    }

    @Test
    default void anyUse_nullArgument_isRefusedByName() {
        assertNullIsRefused("account", () -> codes().useStep(nothing(), TOTP, 1, soon()));
        assertNullIsRefused("totp", () -> codes().useStep(id(1), nothing(), 1, soon()));
        assertNullIsRefused("deadline", () -> codes().useStep(id(1), TOTP, 1, nothing()));
        assertNullIsRefused("account", () -> codes().useRecoveryCode(nothing(), recoveryCode(1), soon()));
        assertNullIsRefused("code", () -> codes().useRecoveryCode(id(1), nothing(), soon()));
        assertNullIsRefused("deadline", () -> codes().useRecoveryCode(id(1), recoveryCode(1), nothing()));
    }

    @Test
    default void anyUse_deadlinePassed_isAnOutage() {
        assertOutage(() -> codes().useStep(id(1), TOTP, 1, passed()));
        assertOutage(() -> codes().useRecoveryCode(id(1), recoveryCode(1), passed()));
    }

    @Test
    default void anyUse_storeAway_isAnOutageInTime() {
        OutageCheck.ofStore(OneTimeCodes.class, this::codes)
                .fails((codes, deadline) -> codes.useStep(id(1), TOTP, 1, deadline))
                .fails((codes, deadline) -> codes.useRecoveryCode(id(1), recoveryCode(1), deadline))
                .whenAway(this);
    }

    private static Account withFactors(int number) {
        SecondFactors some = factors();
        return account(number)
                .with(new SecondFactors(
                        Optional.of(TOTP), some.pending(), some.recoveryCodes(), some.passkeys(), some.resetAt()));
    }
}
