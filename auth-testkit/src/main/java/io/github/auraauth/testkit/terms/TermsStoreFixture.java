package io.github.auraauth.testkit.terms;

import static io.github.auraauth.testkit.internal.PortCalls.soon;

import io.github.auraauth.domain.terms.Acceptance;
import io.github.auraauth.domain.terms.ServiceName;
import io.github.auraauth.domain.terms.Terms;
import io.github.auraauth.domain.terms.TermsCaller;
import io.github.auraauth.domain.terms.TermsChange;
import io.github.auraauth.domain.terms.TermsStamp;
import io.github.auraauth.domain.terms.TermsStatus;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.domain.terms.TermsVersion;
import io.github.auraauth.port.out.terms.TermsHistory;
import io.github.auraauth.port.out.terms.TermsStore;
import io.github.auraauth.testkit.OutageContract;
import java.time.Instant;
import java.util.Optional;

/** What the kits of the ports of terms share: the stores of the adapter under test, and sample records. */
interface TermsStoreFixture extends OutageContract {
    /** When the kits' first change happens. */
    Instant NOON = Instant.parse("2030-01-02T12:00:00.123Z");

    TermsUserId ANNE = new TermsUserId("fake-anne");
    TermsUserId BORIS = new TermsUserId("fake-boris");
    Terms FIRST = terms("aura", "1");
    Terms SECOND = terms("aura", "2");
    TermsStatus PENDING = new TermsStatus("pending");
    TermsStatus READ = new TermsStatus("read");

    /** The store under test. */
    TermsStore store();

    /** The history of the records in {@link #store()}. */
    TermsHistory history();

    static Terms terms(String name, String version) {
        return new Terms(new ServiceName(name), new TermsVersion(version));
    }

    /** The stamp of a call that many seconds after noon, by a caller of that number. */
    static TermsStamp stamp(int second) {
        return new TermsCaller("correlator-" + second, second).at(NOON.plusSeconds(second));
    }

    static Acceptance record(TermsUserId userId, Terms terms, TermsStatus status, int second) {
        return Acceptance.created(userId, terms, status, stamp(second));
    }

    static TermsChange line(Terms terms, TermsChange.Action kind, TermsStatus status, int second) {
        return new TermsChange(terms, kind, Optional.of(status), stamp(second));
    }

    static TermsChange deletion(Terms terms, int second) {
        return new TermsChange(terms, TermsChange.Action.DELETED, Optional.empty(), stamp(second));
    }

    default Acceptance inserted(TermsUserId userId, Terms terms, TermsStatus status, int second) {
        Acceptance record = record(userId, terms, status, second);
        if (store().insert(record, stamp(second), soon()) != TermsStore.InsertOutcome.INSERTED) {
            throw new AssertionError("the record was there before");
        }
        return record;
    }
}
