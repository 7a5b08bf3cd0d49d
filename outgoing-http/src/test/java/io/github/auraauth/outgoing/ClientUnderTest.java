package io.github.auraauth.outgoing;

import io.github.auraauth.port.Deadline;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/** The client, with what it measured. */
final class ClientUnderTest implements AutoCloseable {
    static final Duration REQUEST_TIMEOUT = Duration.ofMillis(1500);

    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final OutgoingHttp http;

    ClientUnderTest(OutgoingHttpConfig config, InstantSource clock) {
        this(config, clock, SystemDefaultDnsResolver.INSTANCE);
    }

    ClientUnderTest(OutgoingHttpConfig config, InstantSource clock, DnsResolver resolver) {
        this.http = OutgoingHttp.open(config, registry, clock, resolver);
    }

    static ClientUnderTest withRetries(int retries) {
        return new ClientUnderTest(config(20, retries), InstantSource.system());
    }

    static OutgoingHttpConfig config(int sockets, int retries) {
        return new OutgoingHttpConfig(
                true, Duration.ofSeconds(60), sockets, REQUEST_TIMEOUT, retries, List.of("quiet"));
    }

    /** As the usual one, for calls that a test ends itself: no busy machine is too slow for them. */
    static OutgoingHttpConfig longTimeoutConfig(int sockets) {
        return new OutgoingHttpConfig(true, Duration.ofSeconds(60), sockets, Duration.ofSeconds(60), 0, List.of());
    }

    static Deadline in(long millis) {
        return Deadline.in(Duration.ofMillis(millis), InstantSource.system());
    }

    UpstreamClient upstream() {
        return http.upstream("peer");
    }

    UpstreamResponse get(RawServer server) {
        return get(server, 10_000);
    }

    UpstreamResponse get(RawServer server, long millis) {
        return upstream().send(UpstreamRequest.get(server.address(), "/a/{b}"), in(millis));
    }

    UpstreamResponse post(RawServer server) {
        return upstream().send(UpstreamRequest.post(server.address(), "/a/{b}"), in(10_000));
    }

    OutgoingHttp http() {
        return http;
    }

    @Override
    public void close() {
        http.close();
    }
}
