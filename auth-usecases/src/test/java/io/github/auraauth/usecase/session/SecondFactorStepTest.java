package io.github.auraauth.usecase.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.adapter.memory.account.InMemoryOneTimeCodes;
import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.secondfactor.RecoveryCodes;
import io.github.auraauth.domain.session.AuthenticationMethod;
import io.github.auraauth.port.in.session.CredentialResult;
import io.github.auraauth.port.in.session.CredentialResult.Refused;
import io.github.auraauth.port.in.session.CredentialResult.Throttled;
import io.github.auraauth.usecase.AccountEnvironment;
import io.github.auraauth.usecase.AccountInstance;
import io.github.auraauth.usecase.Environment;
import io.github.auraauth.usecase.account.GuessingGuard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class SecondFactorStepTest {
    private final AccountEnvironment all = new AccountEnvironment();
    private final AccountInstance here = all.instance();
    private final SecondFactorStep step = new SecondFactorStep(
            new OneTimeCodeVerifier(
                    new InMemoryOneTimeCodes(all.accounts),
                    new RecoveryCodes(Environment.SEED, all.random),
                    here.reader,
                    here.recorder,
                    all.clock),
            new GuessingGuard(all.failures, all.attemptKeys, all.clock));

    @Test
    void guarded_whileAnotherOfTheAccountIsVerified_isNotLookedAt() {
        Account ana = all.account("ana");
        Account ben = all.account("ben");
        List<CredentialResult<?>> meanwhile = new ArrayList<>();

        CredentialResult<?> first = tried(ana, "203.0.113.1", () -> {
            meanwhile.add(tried(ana, "203.0.113.2", () -> {
                throw new AssertionError("was looked at");
            }));
            meanwhile.add(tried(ben, "203.0.113.2", Optional::empty));
            return Optional.empty();
        });

        assertThat(first).isInstanceOf(Refused.class);
        assertThat(meanwhile)
                .satisfiesExactly(
                        ofAna -> assertThat(ofAna).isInstanceOf(Throttled.class),
                        ofBen -> assertThat(ofBen).isInstanceOf(Refused.class));
        assertThat(tried(ana, "203.0.113.2", Optional::empty)).isInstanceOf(Refused.class);
    }

    private CredentialResult<?> tried(
            Account account, String source, Supplier<Optional<Set<AuthenticationMethod>>> verification) {
        return step.guarded(account, source, verification, all.soon());
    }
}
