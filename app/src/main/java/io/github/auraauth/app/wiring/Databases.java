package io.github.auraauth.app.wiring;

import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.UnreadableDocumentReporter;
import io.github.auraauth.adapter.mongo.terms.MongoTermsHistory;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.config.TermsSettings;
import io.github.auraauth.app.process.StartRefused;
import io.github.auraauth.app.process.SteadyClock;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.usecase.erasure.ErasureStep;
import io.github.auraauth.usecase.terms.TermsErasure;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The connections that this process has.
 *
 * @param terms another one, also where it leads to the same server; empty when the terms API is off
 */
public record Databases(MongoConnection users, Optional<MongoConnection> terms) implements AutoCloseable {
    /** An erasure reads no records, so that it meets none that cannot be read. */
    private static final UnreadableDocumentReporter NOT_COUNTED =
            new UnreadableDocumentReporter("terms record", () -> {});

    /**
     * Opens what is not open yet.
     *
     * @param users is closed by whoever opened it
     * @throws StartRefused when the configured address of the terms is none that the driver can read
     */
    static Databases of(Configuration configuration, Store users, InstantSource clock) throws StartRefused {
        Optional<TermsSettings> settings = configuration.terms();
        if (settings.isEmpty()) {
            return new Databases(users.connection(), Optional.empty());
        }
        Secret uri = settings.get().uri().orElseGet(users::uri);
        try {
            MongoConnection terms = MongoConnection.openTerms(
                    AdapterConfigs.mongo(settings.get().database(), uri), new SteadyClock(clock));
            return new Databases(users.connection(), Optional.of(terms));
        } catch (IllegalArgumentException unreadable) {
            throw new StartRefused(
                    "TAC_MONGODB_URI: given a secret, allowed: a connection string of MongoDB whose hosts and options"
                            + " the driver can read",
                    unreadable);
        }
    }

    /** What an erasure does here beyond the users' rows. */
    public ErasureStep termsErasure() {
        return terms.<ErasureStep>map(connection -> new TermsErasure(new MongoTermsHistory(connection, NOT_COUNTED)))
                .orElseGet(ErasureStep::none);
    }

    /** Shows in the metrics of which connections calls are refused. */
    void measure(MeterRegistry metrics) {
        measure(metrics, "mongo", users);
        terms.ifPresent(connection -> measure(metrics, "terms", connection));
    }

    private static void measure(MeterRegistry metrics, String name, MongoConnection connection) {
        Gauge.builder("aura.breaker.open", connection, each -> each.isCircuitOpen() ? 1 : 0)
                .description("1 while calls are refused at once, because the last ones found no server")
                .tag("host", name)
                .register(metrics);
    }

    /** Closes what {@link #of} opened. */
    @Override
    public void close() {
        terms.ifPresent(MongoConnection::close);
    }
}
