package io.github.auraauth.app.wiring.terms;

import io.github.auraauth.adapter.http.operations.TermsOperationEndpoints;
import io.github.auraauth.adapter.http.terms.TermsApi;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.index.IndexDefinition;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.config.TermsSettings;
import io.github.auraauth.app.process.ClockAndRandom;
import io.github.auraauth.app.process.StartRefused;
import io.github.auraauth.app.wiring.AdapterConfigs;
import io.github.auraauth.app.wiring.ApiServers;
import io.github.auraauth.app.wiring.Databases;
import io.github.auraauth.app.wiring.Preparation;
import io.github.auraauth.domain.terms.TermsKeys;
import io.github.auraauth.embedded.DataFolderException;
import io.github.auraauth.front.server.Api;
import io.github.auraauth.front.server.ApiServer;
import io.github.auraauth.front.server.Draining;
import io.github.auraauth.front.server.ServerConfig;
import io.github.auraauth.port.Outage;
import io.github.auraauth.usecase.terms.TermsAuthenticationService;
import io.github.auraauth.usecase.throttle.SourceThrottle;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The terms API beside the other one: neither waits for the other's database. Where its own is away at the start, its port
 * stays closed until the database answers, and the rest of the service starts without it.
 */
public final class TermsServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TermsServer.class);
    private static final Duration PAUSE = Duration.ofMillis(2_500);

    /** How long the rest of the start waits for the first try. */
    private static final Duration FIRST_TRY = Duration.ofSeconds(10);

    private final Preparation preparation;
    private final Listener listener;
    private Optional<ApiServer> http = Optional.empty();
    private boolean draining;
    private boolean closed;
    private Optional<Thread> starting = Optional.empty();

    private TermsServer(Preparation preparation, Listener listener) {
        this.preparation = preparation;
        this.listener = listener;
    }

    /** Serves from when it returns. */
    private interface Listener {
        ApiServer listen() throws StartRefused;
    }

    /**
     * Starts it where it is on; serves when this returns, unless its database is away or its indexes take long.
     *
     * @param throttle the one that bad APIKeys count for too
     * @throws StartRefused when its port is taken or its database is none that this program can work on
     * @throws DataFolderException when its key is to be generated and cannot be kept
     */
    public static Optional<TermsServer> start(
            Configuration configuration,
            Databases databases,
            SourceThrottle throttle,
            PrometheusMeterRegistry metrics,
            Tracer tracer,
            ClockAndRandom clockAndRandom)
            throws StartRefused, DataFolderException, InterruptedException {
        if (configuration.terms().isEmpty() || databases.terms().isEmpty()) {
            return Optional.empty();
        }
        TermsSettings settings = configuration.terms().get();
        MongoConnection connection = databases.terms().get();
        TermsKeys keys = new TermsKeys(settings.keys(configuration.deployment(), clockAndRandom.random()));
        Api api = TermsApi.of(
                new TermsAuthenticationService(keys, throttle),
                new TermsModule(connection, metrics).acceptances(clockAndRandom.clock()),
                new TermsOperationEndpoints(configuration.deployment().version(), metrics, clockAndRandom.clock()));
        ServerConfig config = AdapterConfigs.termsServer(configuration, settings);
        TermsServer service = new TermsServer(
                new Preparation(connection, clockAndRandom),
                () -> ApiServers.serve(
                        List.of(api), config, "TAC_PORT", new Draining(), metrics, tracer, clockAndRandom));
        service.begin();
        return Optional.of(service);
    }

    /** Tells callers to go, and goes on serving. */
    public synchronized void drain() {
        draining = true;
        http.ifPresent(ApiServer::drain);
    }

    /** Takes no more requests and lets those that run end. */
    @Override
    public void close() {
        Optional<ApiServer> running;
        synchronized (this) {
            closed = true;
            starting.ifPresent(Thread::interrupt);
            running = http;
            http = Optional.empty();
        }
        running.ifPresent(ApiServer::close);
    }

    /** Tries on a thread of its own, since indexes may take hours, and waits for the first try for a while. */
    private void begin() throws StartRefused, InterruptedException {
        CompletableFuture<Boolean> first =
                new CompletableFuture<Boolean>().completeOnTimeout(false, FIRST_TRY.toMillis(), TimeUnit.MILLISECONDS);
        Thread thread = new Thread(() -> serveOnceTheDatabaseIsThere(first), "terms-start");
        thread.setDaemon(true);
        starting = Optional.of(thread);
        thread.start();
        try {
            if (!first.get()) {
                LOG.warn("the rest of the service does not wait for the terms");
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof StartRefused refusal
                    ? refusal
                    : new StartRefused("the terms API cannot start", failed);
        }
    }

    /** Whether it serves, which this brings about where the database answers. */
    private boolean isServing() throws StartRefused {
        Optional<String> problem = preparation.problem();
        if (problem.isPresent()) {
            LOG.warn("MongoDB of the terms {}; their port stays closed until it does better", problem.get());
            return false;
        }
        try {
            preparation.makeUp(IndexDefinition.ofTerms());
        } catch (Outage outage) {
            LOG.warn("the indexes of the terms wait: {}", outage.getMessage());
            return false;
        }
        listen();
        return true;
    }

    private synchronized void listen() throws StartRefused {
        if (closed) {
            return;
        }
        ApiServer started = listener.listen();
        http = Optional.of(started);
        if (draining) {
            started.drain();
        }
        LOG.info("terms are served on port {}", started.port());
    }

    /** Once the rest of the service does not wait for it, a refusal is told again and again and ends nothing. */
    private void serveOnceTheDatabaseIsThere(CompletableFuture<Boolean> first) {
        try {
            while (!isClosed() && !isServing(first)) {
                TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there is no more to do; what the first try comes to is told to whoever waits for it. */
    @SuppressWarnings("CatchingUnchecked") // whatever happens, it is tried again
    private boolean isServing(CompletableFuture<Boolean> first) {
        try {
            boolean serving = isServing();
            first.complete(serving);
            return serving;
        } catch (StartRefused | RuntimeException | Error e) {
            if (first.completeExceptionally(e)) {
                return true;
            }
            String reason = e instanceof StartRefused ? e.getMessage() : "a fault of this program";
            LOG.atError().setCause(e).log("the terms API cannot start: {}", reason);
            return false;
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }
}
