package io.github.auraauth.adapter.http;

import static io.github.auraauth.adapter.http.RunningServer.INTERNAL;
import static io.github.auraauth.adapter.http.RunningServer.KERNEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.domain.user.BlockMode;
import io.github.auraauth.front.server.PortUnavailable;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LifeTest {
    @Test
    void start_onATakenPort_saysSo() {
        try (RunningServer first = new RunningServer()) {
            ServerSetup same = RunningServer.config(first.server.port(), List.of(), BlockMode.UNBLOCKED);

            assertThatThrownBy(() -> new RunningServer(same))
                    .isInstanceOf(PortUnavailable.class)
                    .hasMessage("cannot listen on port " + first.server.port() + " of 127.0.0.1");
            assertThat(first.call("GET", "/local-ping").send().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void drain_makesReadinessRed_andEveryAnswerEndsItsConnection_butAllIsServed() {
        try (RunningServer server = new RunningServer()) {
            server.server.drain();

            HttpResponse<String> health = server.call("GET", "/healthz").send();
            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(health.body()).contains("\"status\":\"draining\"");
            assertThat(server.call("GET", "/healthz?probe=live").send().statusCode())
                    .isEqualTo(200);
            assertThat(server.api("DELETE", "/users/x").key(KERNEL).send().statusCode())
                    .isEqualTo(204);
            try (RawClient raw = server.raw()) {
                RawClient.Reply reply =
                        raw.send("GET /nowhere HTTP/1.1\r\nHost: a\r\n\r\n").reply();
                assertThat(reply.header("Connection")).isEqualTo("close");
                assertThat(raw.isClosed()).isTrue();
            }
        }
    }

    @Test
    void close_whileARequestRuns_letsItEnd_andTakesNoOther() throws Exception {
        RunningServer server = new RunningServer();
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        server.core.reading = auraId -> {
            running.countDown();
            await(goOn);
            return Optional.empty();
        };
        RawClient idle = server.raw();
        assertThat(idle.send("GET /local-ping HTTP/1.1\r\nHost: a\r\n\r\n")
                        .reply()
                        .status())
                .isEqualTo(200);
        CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(
                () -> server.api("GET", "/users/x").key(INTERNAL).send(), LifeTest::onThreadOfItsOwn);
        await(running);
        CompletableFuture<Void> closing = CompletableFuture.runAsync(server::close, LifeTest::onThreadOfItsOwn);

        while (canConnect(server)) {
            Thread.onSpinWait();
        }
        assertThat(answer).isNotDone();
        goOn.countDown();

        assertThat(answer.get(5, TimeUnit.SECONDS).statusCode()).isEqualTo(404);
        closing.get(5, TimeUnit.SECONDS);
        assertThat(idle.isClosed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 500})
    void close_withARequestThatDoesNotEnd_endsWithTheStopTimeout(long millis) {
        RunningServer server = new RunningServer(
                RunningServer.config(0, List.of(), BlockMode.UNBLOCKED).stoppingWithin(Duration.ofMillis(millis)));
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        server.core.reading = auraId -> {
            running.countDown();
            await(never);
            return Optional.empty();
        };
        RawClient caller = server.raw()
                .send("GET /aura-services/v1/users/x HTTP/1.1\r\nHost: a\r\nAuthorization: " + INTERNAL + "\r\n\r\n");
        await(running);

        long began = System.nanoTime();
        server.close();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(8));
        never.countDown();
        caller.close();
    }

    @Test
    void close_twice_isFine() {
        RunningServer server = new RunningServer();

        server.close();
        server.close();
    }

    private static boolean canConnect(RunningServer server) {
        try {
            server.raw().close();
            return true;
        } catch (java.io.UncheckedIOException e) {
            return false;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void onThreadOfItsOwn(Runnable task) {
        new Thread(task, "test").start();
    }
}
