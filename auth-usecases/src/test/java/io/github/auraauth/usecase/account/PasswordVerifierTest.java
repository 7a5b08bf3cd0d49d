package io.github.auraauth.usecase.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.adapter.memory.session.InMemoryLoginFailures;
import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.AccountOrigin;
import io.github.auraauth.domain.account.GivenRights;
import io.github.auraauth.domain.account.Profile;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.password.PasswordHash;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.LoginAttemptKeys;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.password.PasswordHasher;
import io.github.auraauth.usecase.Environment;
import io.github.auraauth.usecase.PlayedStores;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PasswordVerifierTest {
    private static final PasswordHash OLD = hash(1000);
    private static final PasswordHash NEW = hash(2000);
    private static final Secret PASSWORD = Secret.ofText("an example of a password");

    private final Environment environment = new Environment();
    private final PlayedStores stores = new PlayedStores();
    private final SlowHasher hasher = new SlowHasher();
    private final PasswordVerifier verifier = verifier();

    @BeforeEach
    void accountOfOld() {
        Account account = Account.create(
                        AccountId.random(environment.random),
                        new Username("amara"),
                        Profile.EMPTY,
                        new GivenRights(false, Set.of(), Set.of()),
                        AccountOrigin.of(AccountOrigin.CreationMethod.CREATED, environment.clock.instant()))
                .rehashed(OLD);
        stores.accountStore.insert(account, Deadline.in(Duration.ofSeconds(1), environment.clock));
    }

    @Test
    void verify_hashOfOld_isHashedAnew() {
        hasher.cost = Duration.ofMillis(500);

        assertThat(isRight(Duration.ofSeconds(6))).isTrue();

        assertThat(stores.account("amara").password()).contains(NEW);
    }

    @Test
    void verify_hashOfOld_andNoTimeToHashAnew_isRightAllTheSame() {
        hasher.cost = Duration.ofSeconds(4);

        assertThat(isRight(Duration.ofSeconds(6))).isTrue();

        assertThat(stores.account("amara").password()).contains(OLD);
    }

    private boolean isRight(Duration time) {
        Deadline deadline = Deadline.in(time, environment.clock);
        boolean right = verifier.verify("amara", PASSWORD, "192.0.2.1", deadline)
                .fold(account -> true, () -> false, pause -> false);
        assertThat(deadline.hasPassed()).isFalse();
        return right;
    }

    private PasswordVerifier verifier() {
        var reader = new AccountReader(
                stores.accountStore, stores.roster, stores.groupStore, stores.permissionStore, environment.clock);
        return new PasswordVerifier(
                stores.accountStore,
                new AccountWriter(stores.accountStore, reader),
                hasher,
                new HashingLane(2),
                new GuessingGuard(
                        new InMemoryLoginFailures(environment.clock),
                        new LoginAttemptKeys(Environment.SEED),
                        environment.clock));
    }

    private static PasswordHash hash(int rounds) {
        return PasswordHash.parse(
                        "pbkdf2_sha256$" + rounds + "$madeUpSalt$QKWRJi1YgMy7T/zRadr0lMZXqdVGn5i+kSoo104UsKY=")
                .orElseThrow();
    }

    /** Lets time pass. */
    private final class SlowHasher implements PasswordHasher {
        private Duration cost = Duration.ZERO;

        @Override
        public PasswordHash hash(Secret password) {
            environment.clock.pass(cost);
            return NEW;
        }

        @Override
        public boolean matches(Secret password, PasswordHash hash) {
            environment.clock.pass(cost);
            return true;
        }

        @Override
        public void waste(Secret password) {
            environment.clock.pass(cost);
        }

        @Override
        public boolean isOutdated(PasswordHash hash) {
            return hash.equals(OLD);
        }
    }
}
