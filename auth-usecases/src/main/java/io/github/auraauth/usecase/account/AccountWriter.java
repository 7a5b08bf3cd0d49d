package io.github.auraauth.usecase.account;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.AccountState;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.account.AccountStore;
import io.github.auraauth.port.out.account.AccountStore.UpdateOutcome;
import java.util.Optional;
import java.util.function.Function;

/** Changes accounts as they are when the change is stored, however many change them at once. Safe for use by many threads. */
public final class AccountWriter {
    private static final int MOST_ATTEMPTS = 8;

    private final AccountStore accounts;
    private final AccountReader reader;

    public AccountWriter(AccountStore accounts, AccountReader reader) {
        this.accounts = accounts;
        this.reader = reader;
    }

    /**
     * Decides and stores, and does both again where somebody else was faster.
     *
     * @param decide gives the account as it is to be, maybe as it is
     * @return the account as it is now
     */
    public Outcome<Account> change(AccountId id, Function<Account, Outcome<Account>> decide, Deadline deadline) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Optional<Account> present =
                    accounts.find(id, deadline).filter(account -> account.state() != AccountState.ERASING);
            if (present.isEmpty()) {
                return Outcome.refused(Reason.ABSENT);
            }
            Outcome<Account> decided = decide.apply(present.get());
            Optional<Account> wanted = decided.fold(Optional::of, refusal -> Optional.<Account>empty());
            if (wanted.filter(account -> !account.equals(present.get())).isEmpty()) {
                return decided;
            }
            try {
                if (accounts.update(wanted.get(), deadline) == UpdateOutcome.UPDATED) {
                    return decided;
                }
            } finally {
                reader.forget(id); // also where nobody knows whether it was stored
            }
        }
        throw new Outage.Contended("the store of accounts");
    }
}
