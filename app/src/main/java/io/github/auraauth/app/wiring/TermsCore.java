package io.github.auraauth.app.wiring;

import io.github.auraauth.adapter.http.TermsPorts;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.MongoTermsDirectory;
import io.github.auraauth.adapter.mongo.MongoTermsHistory;
import io.github.auraauth.adapter.mongo.MongoTermsStore;
import io.github.auraauth.domain.terms.TermsKeys;
import io.github.auraauth.port.in.terms.TermsAdministration;
import io.github.auraauth.port.out.terms.TermsStore;
import io.github.auraauth.usecase.terms.TermsAcceptanceService;
import io.github.auraauth.usecase.terms.TermsAdministrationService;
import io.github.auraauth.usecase.terms.TermsAuthenticationService;
import io.github.auraauth.usecase.throttle.FailureThrottle;
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

    /** @param throttle the one that bad APIKeys count for too */
    TermsPorts ports(TermsKeys keys, FailureThrottle throttle, InstantSource clock) {
        return new TermsPorts(new TermsAuthenticationService(keys, throttle), new TermsAcceptanceService(store, clock));
    }
}
