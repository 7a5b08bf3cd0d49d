package io.github.auraauth.outgoing;

import io.github.auraauth.outgoing.UpstreamClient.RequestLimits;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
    private final CloseableHttpClient client;
    private final ExecutorService threads;
    private final UpstreamTelemetry telemetry;
    private final RequestLimits limits;
    private final Map<String, UpstreamClient> upstreams = new ConcurrentHashMap<>();

    private OutgoingHttp(OutgoingHttpConfig config, MeterRegistry registry, InstantSource clock, DnsResolver resolver) {
        this.config = config;
        this.client = HttpClientFactory.client(config, resolver);
        this.threads = Executors.newCachedThreadPool(OutgoingHttp::thread);
        this.telemetry = new UpstreamTelemetry(registry, config.unloggedPaths());
        this.limits = new RequestLimits(config.requestTimeout(), config.retries(), clock);
    }

    /**
     * A client that is ready to use.
     *
     * @param registry receives the durations of requests
     */
    public static OutgoingHttp open(OutgoingHttpConfig config, MeterRegistry registry, InstantSource clock) {
        return open(config, registry, clock, SystemDefaultDnsResolver.INSTANCE);
    }

    static OutgoingHttp open(
            OutgoingHttpConfig config, MeterRegistry registry, InstantSource clock, DnsResolver resolver) {
        return new OutgoingHttp(config, registry, clock, resolver);
    }

    /**
     * The client of the upstream service of that name; the same one each time.
     *
     * @param name what metrics, logs and outages call the service
     */
    public UpstreamClient upstream(String name) {
        return upstreams.computeIfAbsent(name, this::newClient);
    }

    /** Aborts the requests in progress; no request succeeds from now on. */
    @Override
    public void close() {
        threads.shutdown();
        client.close(CloseMode.IMMEDIATE);
    }

    private UpstreamClient newClient(String name) {
        ExchangeExecutor executor = new ExchangeExecutor(name, client, threads, config.maxSocketsPerUpstream());
        return new UpstreamClient(executor, CircuitBreakers.of(name, limits.clock()), telemetry, limits);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "outgoing-http");
        thread.setDaemon(true);
        return thread;
    }
}
