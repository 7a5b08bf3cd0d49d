package io.github.auraauth.adapter.memory.account;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.memory.Deadlines;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.secondfactor.RecoveryCodeDigest;
import io.github.auraauth.domain.secondfactor.SecondFactors;
import io.github.auraauth.domain.secondfactor.TotpFactor;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.account.OneTimeCodes;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The uses of codes, on the accounts of a store in memory. */
public final class InMemoryOneTimeCodes implements OneTimeCodes {
    private final InMemoryAccountStore accounts;

    public InMemoryOneTimeCodes(InMemoryAccountStore accounts) {
        this.accounts = requireNonNull(accounts, "accounts");
    }

    @Override
    public boolean useStep(AccountId account, TotpFactor totp, long step, Deadline deadline) {
        requireNonNull(account, "account");
        requireNonNull(totp, "totp");
        Deadlines.check(deadline);
        return accounts.change(
                account,
                factors -> factors.totp()
                        .filter(stored -> stored.addedAt().equals(totp.addedAt()) && stored.lastStep() < step)
                        .map(stored -> used(factors, new TotpFactor(stored.secret(), stored.addedAt(), step))));
    }

    @Override
    public boolean useRecoveryCode(AccountId account, RecoveryCodeDigest code, Deadline deadline) {
        requireNonNull(account, "account");
        requireNonNull(code, "code");
        Deadlines.check(deadline);
        return accounts.change(account, factors -> {
            Set<RecoveryCodeDigest> others = new HashSet<>(factors.recoveryCodes());
            return others.remove(code) ? Optional.of(factors.withRecoveryCodes(others)) : Optional.empty();
        });
    }

    /** With another that is pending left as it is. */
    private static SecondFactors used(SecondFactors factors, TotpFactor totp) {
        SecondFactors changed = factors.with(totp);
        return factors.pending().map(changed::withPending).orElse(changed);
    }
}
