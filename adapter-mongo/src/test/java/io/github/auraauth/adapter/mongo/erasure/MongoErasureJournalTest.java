package io.github.auraauth.adapter.mongo.erasure;

import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.port.out.erasure.ErasureJournal;
import io.github.auraauth.testkit.erasure.ErasureJournalContract;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The erasure journal keeps what its port promises. */
class MongoErasureJournalTest implements ErasureJournalContract {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    public ErasureJournal journal() {
        return new MongoErasureJournal(
                DATABASE.connection(), TestDatabase.cipher(), TestDatabase.digest(), TestDatabase.CLOCK);
    }

    @Override
    public Backend takeBackendAway() {
        return DATABASE.takeAway();
    }
}
