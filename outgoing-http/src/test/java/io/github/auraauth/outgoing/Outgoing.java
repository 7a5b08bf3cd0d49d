package io.github.auraauth.outgoing;

import io.github.auraauth.port.Deadline;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** A client under test. */
final class Outgoing implements AutoCloseable {
    static final Duration REQUEST_TIMEOUT = Duration.ofMillis(1500);

    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final OutgoingHttp http;

    Outgoing(OutgoingHttpConfig config, InstantSource clock) {
        this.http = OutgoingHttp.open(config, registry, clock);
    }

    static Outgoing withRetries(int retries) {
        return new Outgoing(config(20, retries), InstantSource.system());
    }

    static OutgoingHttpConfig config(int sockets, int retries) {
        return new OutgoingHttpConfig(
                true, Duration.ofSeconds(60), sockets, REQUEST_TIMEOUT, retries, List.of("quiet"));
    }

    /** As the usual one, for calls that a test ends itself: no busy machine is too slow for them. */
    static OutgoingHttpConfig patientConfig(int sockets) {
        return new OutgoingHttpConfig(true, Duration.ofSeconds(60), sockets, Duration.ofSeconds(60), 0, List.of());
    }

    static Deadline in(long millis) {
        return Deadline.in(Duration.ofMillis(millis), InstantSource.system());
    }

    Peer peer() {
        return http.peer("peer");
    }

    Reply get(RawPeer server) {
        return get(server, 10_000);
    }

    Reply get(RawPeer server, long millis) {
        return peer().send(Call.get(server.address(), "/a/{b}"), in(millis));
    }

    Reply post(RawPeer server) {
        return peer().send(Call.post(server.address(), "/a/{b}"), in(10_000));
    }

    OutgoingHttp http() {
        return http;
    }

    @Override
    public void close() {
        http.close();
    }
}
