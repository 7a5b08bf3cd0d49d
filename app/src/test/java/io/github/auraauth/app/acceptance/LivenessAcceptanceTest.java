package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.access.AccessMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a platform asks of a server that many keep busy: an answer at once, on a kept connection and on a new one. */
@Tag("measuring")
class LivenessAcceptanceTest {
    private static final Duration AT_ONCE = Duration.ofMillis(200);
    private static final int CALLERS = 1_000;
    private static final Duration PROMISED = Duration.ofMillis(1_500);
    /** In which a machine that others keep busy tells a thousand callers at a time. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private static final String LIVE = "GET /healthz?probe=live HTTP/1.1\r\nHost: a\r\n\r\n";

    @TempDir
    private static Path folder;

    private static ServerProcess shared;

    private final ReturningMongo mongo = new ReturningMongo();
    private final List<RawConnection> connections = new ArrayList<>();

    @BeforeAll
    static void start() {
        shared = ServerProcess.startForMeasuring(folder, Servers.embedded());
    }

    @AfterAll
    static void stop() {
        shared.close();
    }

    @AfterEach
    void disconnect() {
        connections.forEach(RawConnection::close);
        mongo.close();
    }

    @Test
    void liveness_whileManyReadSlowly_isAnsweredAtOnce() throws InterruptedException {
        Liveness liveness = new Liveness(shared);
        String pipelined = "GET /aura-services/v1/openapi.json HTTP/1.1\r\nHost: a\r\n\r\n".repeat(100);
        for (int i = 0; i < 300; i++) {
            connect(shared.port()).send(pipelined);
        }
        for (int i = 0; i < 30; i++) {
            connections.forEach(RawConnection::readALittle);
            liveness.measure();
            TimeUnit.MILLISECONDS.sleep(100);
        }
        liveness.isAtOnce();
    }

    /** Seconds of work, of which each connection has a part: nobody else queues up behind them. */
    @Test
    void liveness_whileManyPipeline_isAnsweredAtOnce() {
        Liveness liveness = new Liveness(shared);
        String pipelined = "GET /local-ping HTTP/1.1\r\nHost: a\r\n\r\n".repeat(300);
        for (int i = 0; i < CALLERS; i++) {
            connect(shared.port()).send(pipelined);
        }
        for (int i = 0; i < 20; i++) {
            liveness.measure();
        }
        liveness.isAtOnce();
    }

    @Test
    void liveness_whileBodiesNeverCome_isAnsweredAtOnce() throws InterruptedException {
        Liveness liveness = new Liveness(shared);
        for (int i = 0; i < 40; i++) {
            for (int each = 0; each < 40; each++) {
                boolean terms = each % 4 == 3;
                connect(terms ? shared.termsPort() : shared.port()).send(BODILESS.get(each % 4));
            }
            liveness.measure();
            TimeUnit.MILLISECONDS.sleep(60);
        }
        liveness.isAtOnce();
    }

    private static final List<String> BODILESS = List.of(
            bodiless("POST /aura-services/v1/users/aura-id", "application/json"),
            bodiless("POST /aura-services/v1/users/auraid/integrated", "application/x-www-form-urlencoded"),
            bodiless("POST /aura-services/v1/users/auraid/integrated/start", "application/x-www-form-urlencoded"),
            bodiless("POST /v0/users/x/services", "application/json"));

    private static String bodiless(String line, String type) {
        return line + " HTTP/1.1\r\nHost: a\r\nContent-Type: " + type + "\r\nContent-Length: 100\r\n\r\n";
    }

    @Test
    void liveness_whileMongoIsFrozen_isAnsweredAtOnce_andAllOthersInTime() throws InterruptedException {
        Map<String, String> environment = Servers.on(mongo.uri());
        environment.put("TAC_MONGODB_URI", mongo.uri() + "/tac");
        environment.put("TAC_APIKEY", Tac.KEY);
        try (ServerProcess server = ServerProcess.startForMeasuring(folder.resolve("frozen"), environment)) {
            // another user each time: that one is absent is remembered for a second
            AtomicInteger users = new AtomicInteger();
            String credential = Api.key("aura-bot", AccessMode.READ);
            Supplier<String> read = () -> "GET /aura-services/v1/users/x" + users.incrementAndGet()
                    + " HTTP/1.1\r\nHost: a\r\nAuthorization: APIKEY " + credential + "\r\n\r\n";
            String terms = "GET " + Tac.services("x") + " HTTP/1.1\r\nHost: a\r\nx-api-key: " + Tac.KEY + "\r\n\r\n";
            for (int i = 0; i < 300; i++) {
                // compiled before it is measured
                assertThat(connect(server.port()).send(read.get()).status()).isEqualTo(404);
            }
            Liveness healthy = new Liveness(server);
            Duration withoutWaiting = Collections.max(answered(server, healthy, read, terms, Set.of(200, 404, 503)));
            Liveness liveness = new Liveness(server);
            mongo.freeze();
            List<Duration> times = answered(server, liveness, read, terms, Set.of(503));
            liveness.isAtOnceBeside(healthy);
            assertThat(times)
                    .allMatch(time -> time.compareTo(PROMISED.plus(MARGIN).plus(withoutWaiting)) < 0);
        }
    }

    /** How long each of a thousand callers at once waited for the answer, while liveness is measured. */
    private List<Duration> answered(
            ServerProcess server, Liveness liveness, Supplier<String> read, String terms, Set<Integer> statuses)
            throws InterruptedException {
        List<RawConnection> callers = new CopyOnWriteArrayList<>();
        Queue<Duration> times = new ConcurrentLinkedQueue<>();
        Thread watch = new Thread(() -> watch(callers, times), "watch");
        watch.start();
        for (int i = 0; i < CALLERS; i++) {
            boolean ofTerms = i % 5 == 4;
            callers.add(connect(ofTerms ? server.termsPort() : server.port()).send(ofTerms ? terms : read.get()));
        }
        long began = System.nanoTime();
        while (times.size() < CALLERS) {
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
            liveness.measure();
        }
        watch.join();
        assertThat(callers).extracting(RawConnection::status).allMatch(statuses::contains);
        return List.copyOf(times);
    }

    /** Notes when each is answered. */
    private static void watch(List<RawConnection> callers, Queue<Duration> times) {
        while (times.size() < CALLERS) {
            callers.stream()
                    .filter(RawConnection::isAnswered)
                    .forEach(caller -> times.add(Duration.ofNanos(caller.took())));
        }
    }

    private RawConnection connect(int port) {
        RawConnection connection = new RawConnection(port);
        connections.add(connection);
        return connection;
    }

    /**
     * How long both ports took to say that they are alive, on a connection that was kept and on new ones. What the machine
     * itself keeps them waiting while the server has nothing to do does not count.
     */
    private static final class Liveness {
        private static final int PERCENT = 95;

        private final ServerProcess server;
        private final List<RawConnection> kept;
        private final List<Duration> times = new ArrayList<>();
        private final Duration worstWhenIdle;

        Liveness(ServerProcess server) {
            this.server = server;
            this.kept = List.of(new RawConnection(server.port()), new RawConnection(server.termsPort()));
            for (int i = 0; i < 50; i++) {
                // compiled before it is measured
                measure();
            }
            times.clear();
            for (int i = 0; i < 50; i++) {
                measure();
            }
            worstWhenIdle = Collections.max(times);
            times.clear();
        }

        void measure() {
            probe(kept.get(0), LIVE);
            probe(kept.get(1), LIVE.replace("/healthz?probe=live", "/ping"));
            try (RawConnection fresh = new RawConnection(server.port())) {
                probe(fresh, LIVE);
            }
            try (RawConnection fresh = new RawConnection(server.termsPort())) {
                probe(fresh, LIVE.replace("/healthz?probe=live", "/ping"));
            }
        }

        private void probe(RawConnection connection, String request) {
            long began = System.nanoTime();
            assertThat(connection.send(request).status()).isEqualTo(200);
            times.add(Duration.ofNanos(System.nanoTime() - began));
            connection.readALittle();
        }

        void isAtOnce() {
            isAtOnce(worstWhenIdle);
        }

        /** What as many callers keep it waiting for whom nothing waits does not count either. */
        void isAtOnceBeside(Liveness healthy) {
            isAtOnce(Collections.max(List.of(worstWhenIdle, healthy.usual())));
        }

        private void isAtOnce(Duration ofTheMachine) {
            kept.forEach(RawConnection::close);
            assertThat(usual())
                    .as("of %s, and without cause %s", times, ofTheMachine)
                    .isLessThan(AT_ONCE.plus(ofTheMachine));
        }

        private Duration usual() {
            return times.stream().sorted().toList().get(times.size() * PERCENT / 100);
        }
    }
}
