package io.github.auraauth.app.wiring;

import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.MongoTermsDirectory;
import io.github.auraauth.adapter.mongo.MongoTermsHistory;
import io.github.auraauth.adapter.mongo.MongoTermsStore;
import io.github.auraauth.port.in.terms.TermsAcceptances;
import io.github.auraauth.port.in.terms.TermsAdministration;
import io.github.auraauth.port.out.terms.TermsStore;
import io.github.auraauth.usecase.terms.TermsAcceptanceService;
import io.github.auraauth.usecase.terms.TermsAdministrationService;
import java.time.InstantSource;

/** The use cases of terms over their store, put together by hand. */
final class TermsCore {
    private final TermsStore store;
    private final MongoConnection terms;

    TermsCore(MongoConnection terms) {
        this.store = new MongoTermsStore(terms);
        this.terms = terms;
    }

    TermsAdministration administration() {
        return new TermsAdministrationService(new MongoTermsDirectory(terms), store, new MongoTermsHistory(terms));
    }

    TermsAcceptances acceptances(InstantSource clock) {
        return new TermsAcceptanceService(store, clock);
    }
}
