package io.github.auraauth.usecase.account;

import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.AccountState;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.account.AccountDirectory;
import io.github.auraauth.port.out.account.AccountStore;
import io.github.auraauth.port.out.account.SuperuserRoster;
import io.github.auraauth.port.out.account.SuperuserRoster.RemoveOutcome;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Erases accounts with all that belongs to them. The account itself says that it is being erased until nothing else is left,
 * so that whatever stops in between is finished later. Safe for use by many threads and processes.
 */
public final class AccountEraser {
    private static final int AT_ONCE = 100;

    private final AccountStore accounts;
    private final AccountDirectory directory;
    private final AccountWriter writer;
    private final SuperuserRoster roster;
    private final List<BiConsumer<AccountId, Deadline>> belongings;

    /** @param belongings what removes all of an account, of each kind of things that belong to one */
    public AccountEraser(
            AccountStore accounts,
            AccountDirectory directory,
            AccountWriter writer,
            SuperuserRoster roster,
            List<BiConsumer<AccountId, Deadline>> belongings) {
        this.accounts = accounts;
        this.directory = directory;
        this.writer = writer;
        this.roster = roster;
        this.belongings = List.copyOf(belongings);
    }

    /** Erases one, unless it is the last superuser. From the moment on that this is decided, no credential of it is good. */
    public Outcome<AccountId> erase(AccountId id, Deadline deadline) {
        if (roster.remove(id, deadline) == RemoveOutcome.LAST) {
            return Outcome.refused(Reason.LAST_SUPERUSER);
        }
        return writer.change(id, account -> Outcome.done(account.with(AccountState.ERASING)), deadline)
                .map(account -> {
                    finish(id, deadline);
                    return id;
                });
    }

    /** Finishes what was begun, here or elsewhere. */
    public void resume(Deadline deadline) {
        directory.erasing(AT_ONCE, deadline).forEach(id -> finish(id, deadline));
    }

    private void finish(AccountId id, Deadline deadline) {
        roster.remove(id, deadline);
        belongings.forEach(kind -> kind.accept(id, deadline));
        accounts.delete(id, deadline);
    }
}
