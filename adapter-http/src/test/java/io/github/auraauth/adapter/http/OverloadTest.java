package io.github.auraauth.adapter.http;

import static io.github.auraauth.adapter.http.RunningServer.BASE;
import static io.github.auraauth.adapter.http.RunningServer.INTERNAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.user.BlockMode;
import io.github.auraauth.front.server.ServerConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Whoever waits, for a dependency, a body or a slow reader, keeps nobody waiting who needs none of them. */
@Execution(ExecutionMode.CONCURRENT) // most of their time they wait
class OverloadTest {
    private static final int MOST_TASKS = 1_200;
    private static final String READ =
            "GET " + BASE + "/users/x HTTP/1.1\r\nHost: a\r\nAuthorization: " + INTERNAL + "\r\n\r\n";

    private final List<RawClient> clients = new ArrayList<>();
    private final CountDownLatch dependencyIsBack = new CountDownLatch(1);
    private RunningServer server;

    @BeforeEach
    void start() {
        server = new RunningServer();
        server.core.reading = auraId -> {
            await(dependencyIsBack);
            return Optional.empty();
        };
    }

    @AfterEach
    void stop() {
        dependencyIsBack.countDown();
        clients.forEach(RawClient::close);
        server.close();
    }

    @Test
    void requests_beyondTheBound_areRefusedAtOnce_andThoseThatWaitTooLongAreNotDone() {
        for (int i = 0; i < MOST_TASKS; i++) {
            connect().send(READ);
        }
        await(() -> metric("http_requests_running") + metric("http_requests_waiting") == MOST_TASKS);
        int waiting = metric("http_requests_waiting");
        int shedBefore = metric("http_requests_shed_total");

        RawClient.Reply refused = connect().send(READ).reply();

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.body()).contains("SERVICE_UNAVAILABLE");
        assertThat(metric("http_requests_shed_total")).isGreaterThan(shedBefore);
        whatWaitsForNothingIsAnswered();

        List<RawClient> callers = clients.subList(0, MOST_TASKS);
        await(() -> callers.stream().filter(RawClient::hasAnswer).count() == waiting);
        dependencyIsBack.countDown();
        Map<Integer, Long> statuses = callers.stream()
                .collect(Collectors.groupingBy(caller -> caller.reply().status(), Collectors.counting()));
        assertThat(statuses.getOrDefault(503, 0L)).isEqualTo(waiting);
        assertThat(statuses.getOrDefault(404, 0L)).isEqualTo(MOST_TASKS - waiting);
        assertThat(server.core.calls).hasSize(MOST_TASKS - waiting);
        await(() -> metric("http_requests_running") == 0);
        assertThat(server.api("GET", "/users/x").key(INTERNAL).send().statusCode())
                .isEqualTo(404);
    }

    @Test
    void readers_thatDoNotRead_holdNobodyUp() {
        String pipelined = ("GET " + BASE + "/openapi.json HTTP/1.1\r\nHost: a\r\n\r\n").repeat(200);
        for (int i = 0; i < 300; i++) {
            connect().send(pipelined);
        }
        await(() -> clients.stream().allMatch(RawClient::hasAnswer));

        whatWaitsForNothingIsAnswered();
        dependencyIsBack.countDown();
        assertThat(server.api("GET", "/users/x").key(INTERNAL).send().statusCode())
                .isEqualTo(404);
    }

    @Test
    void bodies_thatNeverCome_holdNobodyUp() {
        for (int i = 0; i < 400; i++) {
            connect()
                    .send("POST " + BASE + "/users/auraid/integrated" + (i % 2 == 0 ? "" : "/start")
                            + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                            + "Content-Length: 100\r\n\r\n");
            connect()
                    .send("POST " + BASE + "/users/aura-id HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 60000\r\n\r\n{");
        }

        whatWaitsForNothingIsAnswered();
        assertThat(clients.stream().map(client -> client.reply().status()).distinct())
                // 503: a machine that is too busy to judge a head in time
                .isSubsetOf(400, 401, 405, 503);
        assertThat(server.core.calls).isEmpty();
        await(() -> metric("http_requests_running") == 0);
    }

    @Test
    void clients_thatPipelineWithoutEnd_holdNobodyUp() {
        String batch = "GET /local-ping HTTP/1.1\r\nHost: a\r\n\r\n".repeat(500);
        AtomicBoolean enough = new AtomicBoolean();
        ExecutorService flood = Executors.newCachedThreadPool();
        for (int i = 0; i < 40; i++) {
            RawClient client = connect().send(batch);
            flood.execute(() -> client.sendWhile(batch, () -> !enough.get()));
            flood.execute(() -> client.skipWhile(() -> !enough.get()));
        }
        for (int i = 0; i < 5; i++) {
            assertThat(connect()
                            .send("GET /healthz?probe=live HTTP/1.1\r\nHost: a\r\n\r\n")
                            .reply()
                            .status())
                    .isEqualTo(200);
        }
        enough.set(true);
        clients.forEach(RawClient::close);
        flood.shutdown();
    }

    /** What it sent before lies in the kernel and could still be read, and be done for nobody. */
    @Test
    void caller_thatLeftWithAReset_isServedNothingMore() {
        RawClient caller = connect().send(READ.repeat(1_000));
        await(() -> server.core.calls.size() == 1);
        caller.reset();

        dependencyIsBack.countDown();

        await(() -> metric("http_requests_running") == 0);
        assertThat(server.api("GET", "/users/x").key(INTERNAL).send().statusCode())
                .isEqualTo(404);
        assertThat(server.core.calls).hasSize(2);
    }

    @Test
    void reader_thatReadsNothing_endsWithTheIdleTimeout() {
        ServerSetup impatient = RunningServer.config(0, List.of(), BlockMode.UNBLOCKED)
                .with(new ServerConfig.Listening("127.0.0.1", 0, Duration.ofMillis(500)));
        try (RunningServer soonTired = new RunningServer(impatient);
                RawClient reader = soonTired.raw()) {
            reader.send(("GET " + BASE + "/openapi.json HTTP/1.1\r\nHost: a\r\n\r\n").repeat(300));

            await(reader::isEnded);
        }
    }

    @Test
    void connections_beyondTheBound_areServedAndMakeRoomSoon() {
        ServerSetup few = RunningServer.config(0, List.of(), BlockMode.UNBLOCKED)
                .with(new ServerConfig.Listening("127.0.0.1", 0, Duration.ofMinutes(5), 20));
        try (RunningServer small = new RunningServer(few)) {
            List<RawClient> idle =
                    IntStream.range(0, 100).mapToObj(i -> small.raw()).toList();
            clients.addAll(idle);

            assertThat(small.call("GET", "/local-ping").send().statusCode()).isEqualTo(200);

            await(() -> idle.stream().filter(RawClient::isSilent).count() == 20);
        }
    }

    /** Where the kernel has no room, a caller's system tries again a second later. */
    @Test
    void connections_thatCannotBeAcceptedYet_areMadeAtOnce() throws IOException {
        ServerSetup few = RunningServer.config(0, List.of(), BlockMode.UNBLOCKED)
                .with(new ServerConfig.Listening("127.0.0.1", 0, Duration.ofMinutes(5), 1));
        List<Socket> waiting = new ArrayList<>();
        try (RunningServer small = new RunningServer(few)) {
            for (int i = 0; i < 500; i++) {
                waiting.add(new Socket());
                waiting.get(i).connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), small.port()), 900);
            }
        } finally {
            for (Socket each : waiting) {
                each.close();
            }
        }
    }

    @Test
    void head_thatComesByteByByte_endsWithItsTime() {
        ServerSetup impatient = RunningServer.config(0, List.of(), BlockMode.UNBLOCKED)
                .with(new ServerConfig.Listening("127.0.0.1", 0, Duration.ofSeconds(2)));
        try (RunningServer soonTired = new RunningServer(impatient);
                RawClient slow = soonTired.raw()) {
            slow.send("GET /local-ping HTTP/1.1\r\nHost: a\r\nX-A: ");

            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            slow.sendWhile("a", () -> {
                pause();
                return System.nanoTime() < end;
            });

            assertThat(slow.isEnded()).isTrue();
        }
    }

    private void whatWaitsForNothingIsAnswered() {
        for (String path : List.of(
                "/healthz?probe=live", "/healthz", "/local-ping", "/metrics", BASE + "/docs", BASE + "/openapi.json")) {
            assertThat(server.call("GET", path).send().statusCode()).as(path).isEqualTo(200);
        }
        assertThat(server.call("GET", "/nowhere").send().statusCode()).isEqualTo(404);
        assertThat(server.call("PUT", "/local-ping").send().statusCode()).isEqualTo(405);
    }

    private int metric(String name) {
        HttpResponse<String> answer = server.call("GET", "/metrics").send();
        Matcher found = Pattern.compile("(?m)^" + name + "\\{[^}]*} ([0-9.]+)$").matcher(answer.body());
        assertThat(found.find()).as(name).isTrue();
        return (int) Double.parseDouble(found.group(1));
    }

    private RawClient connect() {
        RawClient client = server.raw();
        clients.add(client);
        return client;
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            pause();
        }
    }

    /** Leaves the machine to the server. */
    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(5);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
