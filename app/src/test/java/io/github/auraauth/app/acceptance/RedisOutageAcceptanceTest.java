package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("measuring")
class RedisOutageAcceptanceTest {
    private static final Duration LOAD = Duration.ofSeconds(5);
    private static final int CALLERS = 8;

    @TempDir
    Path folder;

    @Test
    void read_withRedisFreezingUnderLoad_staysRightAndInTime() throws InterruptedException {
        underLoad(servers -> servers.redis.freeze());
    }

    @Test
    void read_withRedisKilledUnderLoad_staysRightAndInTime() throws InterruptedException {
        underLoad(servers -> servers.redis.kill());
    }

    private void underLoad(Consumer<TwoServers> outage) throws InterruptedException {
        try (TwoServers servers = new TwoServers(folder)) {
            List<String> auraIds = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                auraIds.add(Api.auraId(servers.a.call(servers.a.register("session-" + i))));
            }
            Queue<Answer> answers = new ConcurrentLinkedQueue<>();
            ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
            Instant end = Instant.now().plus(LOAD);
            for (int caller = 0; caller < CALLERS; caller++) {
                Api api = caller % 2 == 0 ? servers.a : servers.b;
                int first = caller;
                callers.execute(() -> load(api, auraIds, first, end, answers));
            }
            TimeUnit.SECONDS.sleep(2);
            outage.accept(servers);
            callers.shutdown();
            assertThat(callers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

            List<Long> times = answers.stream().map(Answer::millis).sorted().toList();
            assertThat(answers).hasSizeGreaterThan(500);
            assertThat(answers).extracting(Answer::right).containsOnly(true);
            assertThat(times.get(times.size() - 1)).as("slowest, ms").isLessThan(2_000);
            assertThat(times.get(times.size() * 99 / 100))
                    .as("99th percentile, ms")
                    .isLessThan(500);
        }
    }

    private static void load(Api api, List<String> auraIds, int first, Instant end, Queue<Answer> answers) {
        Map<String, HttpRequest> requests = new HashMap<>();
        for (int i = first; Instant.now().isBefore(end); i++) {
            String auraId = auraIds.get(i % auraIds.size());
            long began = System.nanoTime();
            HttpResponse<String> answer = api.call(requests.computeIfAbsent(auraId, api::read));
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            answers.add(new Answer(answer.statusCode() == 200 && answer.body().contains(auraId), millis));
        }
    }

    private record Answer(boolean right, long millis) {}
}
