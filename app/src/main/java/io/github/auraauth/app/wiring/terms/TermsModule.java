package io.github.auraauth.app.wiring.terms;

import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.UnreadableDocumentReporter;
import io.github.auraauth.adapter.mongo.terms.MongoTermsDirectory;
import io.github.auraauth.adapter.mongo.terms.MongoTermsHistory;
import io.github.auraauth.adapter.mongo.terms.MongoTermsStore;
import io.github.auraauth.app.wiring.FeatureModule;
import io.github.auraauth.port.in.terms.TermsAcceptances;
import io.github.auraauth.port.in.terms.TermsAdministration;
import io.github.auraauth.port.in.terms.TermsReport;
import io.github.auraauth.port.out.terms.TermsStore;
import io.github.auraauth.usecase.terms.TermsAcceptanceService;
import io.github.auraauth.usecase.terms.TermsAdministrationService;
import io.github.auraauth.usecase.terms.TermsReportService;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;

/**
 * The use cases of terms over their store, put together by hand. No {@link FeatureModule}, whose API would be served on the
 * port of the others and start with them: that of the terms has a server of its own, {@link TermsServer}, which starts when
 * their database answers, and commands use these use cases without any server.
 */
public final class TermsModule {
    private final MongoConnection connection;
    private final UnreadableDocumentReporter unreadable;
    private final TermsStore store;

    public TermsModule(MongoConnection connection, MeterRegistry metrics) {
        this.connection = connection;
        this.unreadable = new UnreadableDocumentReporter(
                "terms record",
                Counter.builder("aura.terms.unreadable")
                        .description("How often a document was met that cannot be read as a record of terms")
                        .register(metrics)::increment);
        this.store = new MongoTermsStore(connection, unreadable);
    }

    public TermsAdministration administration() {
        return new TermsAdministrationService(
                new MongoTermsDirectory(connection, unreadable), store, new MongoTermsHistory(connection, unreadable));
    }

    public TermsReport report() {
        return new TermsReportService(new MongoTermsDirectory(connection, unreadable));
    }

    TermsAcceptances acceptances(InstantSource clock) {
        return new TermsAcceptanceService(store, clock);
    }
}
