package io.github.auraauth.adapter.mongo.terms;

import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.port.out.terms.TermsDirectory;
import io.github.auraauth.port.out.terms.TermsHistory;
import io.github.auraauth.port.out.terms.TermsStore;
import io.github.auraauth.testkit.terms.TermsDirectoryContract;
import io.github.auraauth.testkit.terms.TermsHistoryContract;
import io.github.auraauth.testkit.terms.TermsStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The terms' stores keep what their ports promise. */
class MongoTermsStoreTest implements TermsStoreContract, TermsHistoryContract, TermsDirectoryContract {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    public TermsStore store() {
        return new MongoTermsStore(DATABASE.connection(), TestDatabase.UNREADABLE);
    }

    @Override
    public TermsHistory history() {
        return new MongoTermsHistory(DATABASE.connection(), TestDatabase.UNREADABLE);
    }

    @Override
    public TermsDirectory directory() {
        return new MongoTermsDirectory(DATABASE.connection(), TestDatabase.UNREADABLE);
    }

    @Override
    public Backend takeBackendAway() {
        return DATABASE.takeAway();
    }
}
