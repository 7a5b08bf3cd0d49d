package io.github.auraauth.adapter.memory;

import io.github.auraauth.port.out.terms.TermsDirectory;
import io.github.auraauth.port.out.terms.TermsHistory;
import io.github.auraauth.port.out.terms.TermsStore;
import io.github.auraauth.testkit.NoBackend;
import io.github.auraauth.testkit.terms.TermsDirectoryContract;
import io.github.auraauth.testkit.terms.TermsHistoryContract;
import io.github.auraauth.testkit.terms.TermsStoreContract;

class InMemoryTermsStoreTest implements TermsStoreContract, TermsHistoryContract, TermsDirectoryContract, NoBackend {
    private final InMemoryTermsStore store = new InMemoryTermsStore();

    @Override
    public TermsStore store() {
        return store;
    }

    @Override
    public TermsHistory history() {
        return store;
    }

    @Override
    public TermsDirectory directory() {
        return store;
    }
}
