package io.github.auraauth.outgoing;

import io.github.auraauth.outgoing.Peer.Patience;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.io.CloseMode;

/**
 * The one client for all services of others. It follows no redirect, keeps no cookie, unpacks nothing and repeats nothing
 * of itself. Safe for use by many threads.
 */
public final class OutgoingHttp implements AutoCloseable {
    private final OutgoingHttpConfig config;
    private final CloseableHttpClient client;
    private final ExecutorService threads;
    private final Ledger ledger;
    private final Patience patience;
    private final Map<String, Peer> peers = new ConcurrentHashMap<>();

    private OutgoingHttp(OutgoingHttpConfig config, MeterRegistry registry, InstantSource clock) {
        this.config = config;
        this.client = Connections.client(config);
        this.threads = Executors.newCachedThreadPool(OutgoingHttp::thread);
        this.ledger = new Ledger(registry, config.unloggedPaths());
        this.patience = new Patience(config.requestTimeout(), config.retries(), clock);
    }

    /**
     * A client that is ready.
     *
     * @param registry gets the durations of requests
     */
    public static OutgoingHttp open(OutgoingHttpConfig config, MeterRegistry registry, InstantSource clock) {
        return new OutgoingHttp(config, registry, clock);
    }

    /**
     * The peer of that name; the same one each time.
     *
     * @param name what metrics, logs and outages call it
     */
    public Peer peer(String name) {
        return peers.computeIfAbsent(name, this::newPeer);
    }

    /** Breaks off what is under way; no call succeeds from now on. */
    @Override
    public void close() {
        threads.shutdown();
        client.close(CloseMode.IMMEDIATE);
    }

    private Peer newPeer(String name) {
        Wire wire = new Wire(name, client, threads, config.socketsOfAPeer());
        return new Peer(wire, Breakers.of(name, patience.clock()), ledger, patience);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "outgoing-http");
        thread.setDaemon(true);
        return thread;
    }
}
