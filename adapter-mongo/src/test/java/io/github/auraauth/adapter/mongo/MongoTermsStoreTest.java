package io.github.auraauth.adapter.mongo;

import io.github.auraauth.port.out.terms.TermsDirectory;
import io.github.auraauth.port.out.terms.TermsHistory;
import io.github.auraauth.port.out.terms.TermsStore;
import io.github.auraauth.testkit.TermsDirectoryContract;
import io.github.auraauth.testkit.TermsHistoryContract;
import io.github.auraauth.testkit.TermsStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The terms' stores keep what their ports promise. */
class MongoTermsStoreTest implements TermsStoreContract, TermsHistoryContract, TermsDirectoryContract {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    public TermsStore store() {
        return new MongoTermsStore(DATABASE.connection());
    }

    @Override
    public TermsHistory history() {
        return new MongoTermsHistory(DATABASE.connection());
    }

    @Override
    public TermsDirectory directory() {
        return new MongoTermsDirectory(DATABASE.connection());
    }

    @Override
    public Backend takeBackendAway() {
        return DATABASE.takeAway();
    }
}
