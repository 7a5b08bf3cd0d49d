package io.github.auraauth.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.port.in.health.HealthReport;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the service says of its health, and how seldom it looks. */
class HealthTest {
    private final RunningServer server = new RunningServer();
    private final AtomicInteger looks = new AtomicInteger();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void health_ready_is200WithItsChecksInOrder() {
        Map<String, Boolean> checks = new LinkedHashMap<>();
        checks.put("mongo", true);
        checks.put("redis", false);
        server.core.health = () -> new HealthReport(true, checks);

        HttpResponse<String> answer = server.call("GET", "/healthz").send();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"up\",\"checks\":{\"mongo\":\"up\",\"redis\":\"down\"}}");
    }

    @Test
    void health_notReady_is503_butAlive() {
        server.core.health = () -> new HealthReport(false, Map.of("mongo", false));

        HttpResponse<String> answer = server.api("GET", "/healthz").send();

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("{\"status\":\"down\",\"checks\":{\"mongo\":\"down\"}}");
        assertThat(server.call("GET", "/healthz?probe=live").send().body())
                .isEqualTo("{\"status\":\"up\",\"checks\":{}}");
    }

    @Test
    void health_askedOften_looksOnceASecond() {
        server.core.health = this::countedLook;
        long began = System.nanoTime();
        for (int i = 0; i < 200; i++) {
            assertThat(server.call("GET", "/healthz").send().statusCode()).isEqualTo(200);
        }
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);

        assertThat(looks.get()).isBetween(1, (int) seconds + 2);
    }

    @Test
    void health_afterASecond_isLookedAtAgain() {
        server.core.health = this::countedLook;
        assertThat(server.call("GET", "/healthz").send().statusCode()).isEqualTo(200);
        server.core.health = () -> new HealthReport(false, Map.of());
        long began = System.nanoTime();
        while (server.call("GET", "/healthz").send().statusCode() == 200) {
            assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began))
                    .isLessThan(5);
        }
        assertThat(looks).hasValue(1);
    }

    @Test
    void health_whileALookHangs_isDownByTheDeadline_andHoldsNoThread() {
        CountDownLatch hanging = new CountDownLatch(1);
        server.core.health = () -> {
            looks.incrementAndGet();
            await(hanging);
            return new HealthReport(true, Map.of());
        };
        List<CompletableFuture<HttpResponse<String>>> callers = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> server.call("GET", "/healthz").send(), task -> new Thread(task, "test").start()))
                .limit(8)
                .toList();

        assertThat(callers)
                .extracting(caller -> caller.get(5, TimeUnit.SECONDS).statusCode())
                .containsOnly(503);
        assertThat(looks).hasValue(1);
        assertThat(server.call("GET", "/metrics").send().body())
                .containsPattern("http_requests_running\\{[^}]*} 0\\.0");
        hanging.countDown();
    }

    @Test
    void health_lookFails_isAnError_andThenLookedAtAgain() {
        server.core.health = () -> {
            throw new IllegalStateException("no probe throws");
        };
        assertThat(server.call("GET", "/healthz").send().statusCode()).isEqualTo(500);
        server.core.health = this::countedLook;
        long began = System.nanoTime();
        while (server.call("GET", "/healthz").send().statusCode() != 200) {
            assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began))
                    .isLessThan(5);
        }
    }

    private HealthReport countedLook() {
        looks.incrementAndGet();
        return new HealthReport(true, Map.of());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
