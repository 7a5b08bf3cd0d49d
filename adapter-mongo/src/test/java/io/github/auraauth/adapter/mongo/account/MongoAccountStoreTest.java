package io.github.auraauth.adapter.mongo.account;

import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.port.out.account.AccountDirectory;
import io.github.auraauth.port.out.account.AccountStore;
import io.github.auraauth.port.out.account.OneTimeCodes;
import io.github.auraauth.testkit.account.AccountDirectoryContract;
import io.github.auraauth.testkit.account.AccountStoreContract;
import io.github.auraauth.testkit.account.OneTimeCodesContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoAccountStoreTest implements AccountStoreContract, AccountDirectoryContract, OneTimeCodesContract {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    public AccountStore store() {
        return new MongoAccountStore(DATABASE.connection(), TestDatabase.cipher(), TestDatabase.UNREADABLE);
    }

    @Override
    public OneTimeCodes codes() {
        return new MongoOneTimeCodes(DATABASE.connection());
    }

    @Override
    public AccountDirectory directory() {
        return new MongoAccountDirectory(DATABASE.connection(), TestDatabase.cipher(), TestDatabase.UNREADABLE);
    }

    @Override
    public Backend takeBackendAway() {
        return DATABASE.takeAway();
    }
}
