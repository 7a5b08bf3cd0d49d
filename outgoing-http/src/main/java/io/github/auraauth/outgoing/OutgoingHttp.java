package io.github.auraauth.outgoing;

import io.github.auraauth.domain.behaviour.Behaviour;
import io.github.auraauth.outgoing.UpstreamClient.RequestLimits;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.io.CloseMode;

/**
 * The one HTTP client for all upstream services. It follows no redirect, keeps no cookie, decompresses nothing and, on its
 * own account, retries nothing. Safe for use by many threads.
 */
public final class OutgoingHttp implements AutoCloseable {
    private final OutgoingHttpConfig config;
    private final DnsResolver resolver;
    private final CloseableHttpClient client;
    private final ExecutorService threads;
    private final UpstreamTelemetry telemetry;
    private final RequestLimits limits;
    private final Optional<Function<String, Optional<Behaviour>>> behaviours;
    private final Map<String, UpstreamClient> upstreams = new ConcurrentHashMap<>();
    private final List<OutgoingHttp> restricted = new CopyOnWriteArrayList<>();

    private OutgoingHttp(
            OutgoingHttpConfig config,
            MeterRegistry registry,
            Tracer tracer,
            InstantSource clock,
            DnsResolver resolver,
            Optional<Function<String, Optional<Behaviour>>> behaviours) {
        this.config = config;
        this.resolver = resolver;
        this.client = HttpClientFactory.client(config, resolver, Optional.empty());
        this.threads = Executors.newCachedThreadPool(OutgoingHttp::thread);
        this.telemetry = new UpstreamTelemetry(registry, new UpstreamTracing(tracer, clock), config.unloggedPaths());
        this.limits = new RequestLimits(config.requestTimeout(), config.retries(), clock);
        this.behaviours = behaviours;
    }

    /** The same with connections of its own. */
    private OutgoingHttp(OutgoingHttp whole, Predicate<InetAddress> allowed) {
        this.config = whole.config;
        this.resolver = new RestrictedResolver(whole.resolver, allowed, config.proxies()::areOn);
        this.client = HttpClientFactory.client(
                config, resolver, Optional.of(new RestrictedResolver(whole.resolver, allowed, host -> false)));
        this.threads = whole.threads;
        this.telemetry = whole.telemetry;
        this.limits = whole.limits;
        this.behaviours = whole.behaviours;
    }

    /**
     * A client that is ready to use.
     *
     * @param registry receives the durations of requests
     */
    public static OutgoingHttp open(OutgoingHttpConfig config, MeterRegistry registry, InstantSource clock) {
        return open(config, registry, TracerProvider.noop().get("none"), clock);
    }

    /**
     * A client that is ready to use.
     *
     * @param registry receives the durations of requests
     * @param tracer makes a span of each request
     */
    public static OutgoingHttp open(
            OutgoingHttpConfig config, MeterRegistry registry, Tracer tracer, InstantSource clock) {
        return open(config, registry, tracer, clock, Optional.empty());
    }

    /**
     * The same for tests of what comes of slow and failing upstreams.
     *
     * @param behaviours how a call is to behave of the upstream of a name, where it is not as usual
     */
    public static OutgoingHttp open(
            OutgoingHttpConfig config,
            MeterRegistry registry,
            Tracer tracer,
            InstantSource clock,
            Optional<Function<String, Optional<Behaviour>>> behaviours) {
        return new OutgoingHttp(config, registry, tracer, clock, SystemDefaultDnsResolver.INSTANCE, behaviours);
    }

    static OutgoingHttp open(
            OutgoingHttpConfig config, MeterRegistry registry, InstantSource clock, DnsResolver resolver) {
        return new OutgoingHttp(config, registry, TracerProvider.noop().get("none"), clock, resolver, Optional.empty());
    }

    /**
     * The client of the upstream service of that name; the same one each time.
     *
     * @param name what metrics, logs and outages call the service
     */
    public UpstreamClient upstream(String name) {
        return upstreams.computeIfAbsent(name, this::newClient);
    }

    /**
     * This client for addresses that others choose: a connection is made only where all addresses of the host are allowed,
     * which is judged each time on the very addresses that are connected to. Through a proxy it is judged on the addresses that
     * are known here, before the proxy is asked, which resolves the host anew. It is closed with this one.
     *
     * @param allowed which addresses requests may go to; for others there is an outage whose cause is a
     *     {@link ForbiddenAddressException}, and which no breaker counts
     */
    public OutgoingHttp restrictedTo(Predicate<InetAddress> allowed) {
        OutgoingHttp some = new OutgoingHttp(this, allowed);
        restricted.add(some);
        return some;
    }

    /** Aborts the requests in progress; no request succeeds from now on. */
    @Override
    public void close() {
        restricted.forEach(OutgoingHttp::close);
        threads.shutdown();
        client.close(CloseMode.IMMEDIATE);
    }

    private UpstreamClient newClient(String name) {
        ExchangeExecutor executor = new ExchangeExecutor(
                name,
                client,
                threads,
                config.maxSocketsPerUpstream(),
                config.proxies().haveCredentials());
        Exchanges exchanges = behaviours
                .<Exchanges>map(each -> new BehavingExchanges(name, executor, () -> each.apply(name)))
                .orElse(executor);
        return new UpstreamClient(exchanges, CircuitBreakers.of(name, limits.clock()), telemetry, limits);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "outgoing-http");
        thread.setDaemon(true);
        return thread;
    }
}
