package io.github.auraauth.testkit.account;

import static io.github.auraauth.testkit.internal.PortCalls.soon;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.port.out.account.AccountStore;
import io.github.auraauth.testkit.OutageContract;

/** What the kits of accounts share: the store of the adapter under test. */
interface AccountStoreFixture extends OutageContract {

    /** The store under test. */
    AccountStore store();

    default Account inserted(Account account) {
        if (store().insert(account, soon()) != AccountStore.InsertOutcome.INSERTED) {
            throw new AssertionError("the account was there before");
        }
        return account;
    }

    /** As stored. */
    default Account stored(Account account) {
        return store().find(account.id(), soon()).orElseThrow();
    }
}
