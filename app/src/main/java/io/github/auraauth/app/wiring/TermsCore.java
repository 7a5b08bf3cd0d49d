package io.github.auraauth.app.wiring;

import io.github.auraauth.adapter.http.TermsPorts;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.UnreadableDocumentReporter;
import io.github.auraauth.adapter.mongo.terms.MongoTermsDirectory;
import io.github.auraauth.adapter.mongo.terms.MongoTermsHistory;
import io.github.auraauth.adapter.mongo.terms.MongoTermsStore;
import io.github.auraauth.domain.terms.TermsKeys;
import io.github.auraauth.port.in.terms.ReadTerms;
import io.github.auraauth.port.in.terms.ReportTerms;
import io.github.auraauth.port.out.terms.TermsHistory;
import io.github.auraauth.port.out.terms.TermsStore;
import io.github.auraauth.usecase.terms.LatestTermsSearch;
import io.github.auraauth.usecase.terms.TermsAcceptance;
import io.github.auraauth.usecase.terms.TermsCallerAuthentication;
import io.github.auraauth.usecase.terms.TermsReading;
import io.github.auraauth.usecase.terms.TermsRemoval;
import io.github.auraauth.usecase.terms.TermsReporting;
import io.github.auraauth.usecase.terms.TermsStatusRegistration;
import io.github.auraauth.usecase.terms.TermsStatusUpdate;
import io.github.auraauth.usecase.throttle.FailureThrottle;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;

/** The use cases of terms over their store, put together by hand. */
public final class TermsCore {
    private final TermsStore store;
    private final TermsHistory history;
    private final ReportTerms report;

    TermsCore(MongoConnection terms, MeterRegistry metrics) {
        var unreadable = new UnreadableDocumentReporter(
                "terms record",
                Counter.builder("aura.terms.unreadable")
                        .description("How often a document was met that cannot be read as a record of terms")
                        .register(metrics)::increment);
        this.store = new MongoTermsStore(terms, unreadable);
        this.history = new MongoTermsHistory(terms, unreadable);
        this.report = new TermsReporting(new MongoTermsDirectory(terms, unreadable));
    }

    public ReadTerms readTerms() {
        return new TermsReading(store);
    }

    public ReportTerms reportTerms() {
        return report;
    }

    public TermsHistory history() {
        return history;
    }

    /** @param throttle the one that bad APIKeys count for too */
    TermsPorts ports(TermsKeys keys, FailureThrottle throttle, InstantSource clock) {
        return new TermsPorts(
                new TermsCallerAuthentication(keys, throttle),
                new TermsPorts.Changing(
                        new TermsAcceptance(store, clock),
                        new TermsStatusRegistration(store, clock),
                        new TermsStatusUpdate(store, clock),
                        new TermsRemoval(store, clock)),
                new TermsPorts.Reading(readTerms(), new LatestTermsSearch(store)));
    }
}
