package io.github.auraauth.app.wiring;

import io.github.auraauth.adapter.http.TermsPorts;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.MongoTermsDirectory;
import io.github.auraauth.adapter.mongo.MongoTermsHistory;
import io.github.auraauth.adapter.mongo.MongoTermsStore;
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
import java.time.InstantSource;

/** The use cases of terms over their store, put together by hand. */
public final class TermsCore {
    private final TermsStore store;
    private final TermsHistory history;
    private final ReportTerms report;

    TermsCore(MongoConnection terms) {
        this.store = new MongoTermsStore(terms);
        this.history = new MongoTermsHistory(terms);
        this.report = new TermsReporting(new MongoTermsDirectory(terms));
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
