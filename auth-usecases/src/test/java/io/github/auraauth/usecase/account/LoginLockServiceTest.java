package io.github.auraauth.usecase.account;

import static io.github.auraauth.usecase.AccountEnvironment.actor;
import static io.github.auraauth.usecase.AccountEnvironment.done;
import static io.github.auraauth.usecase.AccountEnvironment.name;
import static io.github.auraauth.usecase.AccountEnvironment.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.activity.Activity.Event;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.in.account.LoginLocks.LoginLock;
import io.github.auraauth.usecase.AccountEnvironment;
import io.github.auraauth.usecase.AccountInstance;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoginLockServiceTest {
    private final AccountEnvironment all = new AccountEnvironment();
    private final AccountInstance here = all.instance();
    private final GuessingGuard guard = new GuessingGuard(all.failures, all.attemptKeys, all.clock);
    private final LoginLockService locks = new LoginLockService(here.accounts, guard, all.recorder());
    private final Actor watcher = actor(all.staff("watcher", "view_account"));
    private final Actor operator = actor(all.staff("operator", "view_account", "update_account"));

    @Test
    void find_nothingFailed_holdsUpNobody() {
        all.account("anne");
        assertThat(find()).isEqualTo(new LoginLock(0, Optional.empty(), Optional.empty()));
    }

    @Test
    void find_manyFailuresFromEverywhere_saysUntilWhen_andForgetsThemInTime() {
        all.account("anne");
        fail(104);
        assertThat(find().failures()).isEqualTo(104);
        assertThat(find().until()).isPresent();
        all.clock.advance(Duration.ofMinutes(16));
        assertThat(find().failures()).isZero();
        assertThat(find().until()).isEmpty();
    }

    @Test
    void unlock_lockedAccount_holdsUpNobodyAndIsNoted() {
        all.account("anne");
        fail(104);
        done(locks.unlock(name("anne"), operator, all.soon()));
        assertThat(find().until()).isEmpty();
        assertThat(all.activity.page(Optional.empty(), Keyset.first(), 1, all.soon()))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.event()).isEqualTo(Event.ACCOUNT_UNLOCK);
                    assertThat(entry.actor()).isEqualTo(operator.label());
                });
    }

    @Test
    void unlock_accountWithMoreRightsOrWithoutThePermission_isRefused() {
        all.account("anne", "update_mediasource");
        fail(104);
        for (Actor each : List.of(operator, watcher)) {
            assertThat(refusal(locks.unlock(name("anne"), each, all.soon())).reason())
                    .isEqualTo(Reason.FORBIDDEN);
        }
        Actor nobody = actor(all.staff("nobody"));
        assertThat(refusal(locks.unlock(name("anne"), nobody, all.soon())).reason())
                .isEqualTo(Reason.ABSENT);
        assertThat(refusal(locks.find(name("anne"), nobody, all.soon())).reason())
                .isEqualTo(Reason.ABSENT);
        assertThat(find().until()).isPresent();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            guard.attempt("anne", "192.0.2." + i % 250).failed(all.soon());
        }
    }

    private LoginLock find() {
        return done(locks.find(name("anne"), watcher, all.soon()));
    }
}
