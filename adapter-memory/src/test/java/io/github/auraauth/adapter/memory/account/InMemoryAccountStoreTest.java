package io.github.auraauth.adapter.memory.account;

import io.github.auraauth.port.out.account.AccountDirectory;
import io.github.auraauth.port.out.account.AccountStore;
import io.github.auraauth.port.out.account.OneTimeCodes;
import io.github.auraauth.testkit.NoBackend;
import io.github.auraauth.testkit.account.AccountDirectoryContract;
import io.github.auraauth.testkit.account.AccountStoreContract;
import io.github.auraauth.testkit.account.OneTimeCodesContract;

class InMemoryAccountStoreTest
        implements AccountStoreContract, AccountDirectoryContract, OneTimeCodesContract, NoBackend {
    private final InMemoryAccountStore store = new InMemoryAccountStore();

    @Override
    public AccountStore store() {
        return store;
    }

    @Override
    public OneTimeCodes codes() {
        return new InMemoryOneTimeCodes(store);
    }

    @Override
    public AccountDirectory directory() {
        return store;
    }
}
