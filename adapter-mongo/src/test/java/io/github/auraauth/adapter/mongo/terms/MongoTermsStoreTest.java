package io.github.auraauth.adapter.mongo.terms;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.adapter.mongo.CommandProxy;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.domain.terms.Acceptance;
import io.github.auraauth.domain.terms.ServiceName;
import io.github.auraauth.domain.terms.Terms;
import io.github.auraauth.domain.terms.TermsCaller;
import io.github.auraauth.domain.terms.TermsStamp;
import io.github.auraauth.domain.terms.TermsStatus;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.domain.terms.TermsVersion;
import io.github.auraauth.port.out.terms.TermsDirectory;
import io.github.auraauth.port.out.terms.TermsHistory;
import io.github.auraauth.port.out.terms.TermsStore;
import io.github.auraauth.testkit.terms.TermsDirectoryContract;
import io.github.auraauth.testkit.terms.TermsHistoryContract;
import io.github.auraauth.testkit.terms.TermsStoreContract;
import java.io.IOException;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
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

    /** Of a filter within a filter, FerretDB inserts no fields. */
    @Test
    void insert_ofANewRecord_sendsAFlatFilter() throws IOException {
        TermsStamp stamp = new TermsCaller("correlator", 1).at(TestDatabase.CLOCK.instant());
        Acceptance record = Acceptance.created(
                new TermsUserId("somebody"),
                new Terms(new ServiceName("aura"), new TermsVersion("1")),
                TermsStatus.ACCEPTED,
                stamp);
        try (CommandProxy proxy = DATABASE.commandProxy();
                MongoConnection watched = DATABASE.connect(proxy, "")) {
            new MongoTermsStore(watched, TestDatabase.UNREADABLE).insert(record, stamp, TestDatabase.soon());
            List<Document> upserts = proxy.commands("update").stream()
                    .flatMap(command -> command.getList("updates", Document.class).stream())
                    .filter(update -> update.getBoolean("upsert", false))
                    .toList();
            assertThat(upserts)
                    .isNotEmpty()
                    .allSatisfy(update ->
                            assertThat(update.get("q", Document.class)).doesNotContainKey("$and"));
        }
    }

    @Override
    public Backend takeBackendAway() {
        return DATABASE.takeAway();
    }
}
