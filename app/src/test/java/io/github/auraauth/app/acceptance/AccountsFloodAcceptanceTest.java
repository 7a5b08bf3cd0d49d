package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.access.AccessMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hundred who guess passwords at once, each again a second later: nobody else is to notice. */
@Tag("measuring")
class AccountsFloodAcceptanceTest {
    private static final int GUESSERS = 200;
    private static final int CALLS = 2_000;
    private static final int WITH_KEY = 2;
    private static final long MEGABYTE = 1024;

    /** Heap, and what a process of it needs beside. */
    private static final long MOST_MEMORY = (512 + 256) * MEGABYTE;

    /** Below which a machine that others keep busy tells nothing apart. */
    private static final Duration FLOOR = Duration.ofMillis(20);

    @TempDir
    private Path folder;

    private final AtomicInteger guesses = new AtomicInteger();

    @Test
    void guess_ofTwoHundredAtOnce_slowsNeitherLivenessNorCallsWithKeys() throws Exception {
        Map<String, String> environment = Servers.embedded();
        environment.put("AURA_ACCOUNTS_ENABLED", "true");
        try (ServerProcess server = ServerProcess.startForMeasuring(folder, environment)) {
            times(server);
            Duration quiet = percentile99(times(server));
            Map<Integer, Integer> ofTokens = new ConcurrentSkipListMap<>();
            Duration beside = percentile99(flooded(server, this::anyToken, ofTokens));
            Map<Integer, Integer> ofPasswords = new ConcurrentSkipListMap<>();
            Duration flooded = percentile99(flooded(server, this::wrongPassword, ofPasswords));

            System.err.println(
                    "p99 quiet " + quiet + ", beside bad tokens " + beside + ' ' + ofTokens + ", beside passwords "
                            + flooded + ' ' + ofPasswords + ", resident " + resident(server) / MEGABYTE + " MiB");
            assertThat(ofPasswords.keySet()).contains(401).isSubsetOf(401, 429, 503);
            assertThat(ofPasswords.getOrDefault(503, 0))
                    .as("verifications that a busy machine does not begin in time, of " + ofPasswords)
                    .isLessThanOrEqualTo(ofPasswords.get(429) / 100);
            assertThat(flooded)
                    .isLessThan(Collections.max(List.of(quiet, beside, FLOOR)).multipliedBy(2));
            assertThat(resident(server)).isLessThan(MOST_MEMORY);
        }
    }

    /** Each of many asks again a second after it is answered, while the others' times are taken. */
    private static List<Duration> flooded(
            ServerProcess server, Supplier<String> request, Map<Integer, Integer> statuses) throws Exception {
        ExecutorService guessers = Executors.newFixedThreadPool(GUESSERS);
        CountDownLatch over = new CountDownLatch(1);
        for (int i = 0; i < GUESSERS; i++) {
            guessers.submit(() -> {
                do {
                    try (RawConnection guesser = new RawConnection(server.port())) {
                        statuses.merge(guesser.send(request.get()).status(), 1, Integer::sum);
                    }
                } while (!over.await(1, TimeUnit.SECONDS));
                return over;
            });
        }
        try {
            return times(server);
        } finally {
            over.countDown();
            guessers.shutdown();
            assertThat(guessers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Of calls for liveness and of such with a key, in turn. */
    private static List<Duration> times(ServerProcess server) {
        String live = "GET /healthz?probe=live HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
        String keyed =
                "GET /aura-services/v1/users/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: APIKEY "
                        + Api.key("aura-bot", AccessMode.READ) + "\r\n\r\n";
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            boolean withKey = i % WITH_KEY == 0;
            long began = System.nanoTime();
            try (RawConnection connection = new RawConnection(server.port())) {
                int status = connection.send(withKey ? keyed : live).status();
                assertThat(status).isEqualTo(withKey ? 404 : 200);
            }
            times.add(Duration.ofNanos(System.nanoTime() - began));
        }
        return times;
    }

    private String wrongPassword() {
        String pair = "somebody-" + guesses.incrementAndGet() + ":a password that is wrong";
        return me("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    private String anyToken() {
        return me("Token guess-" + guesses.incrementAndGet());
    }

    private static String me(String authorization) {
        return "GET /api/v1/me HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: " + authorization
                + "\r\n\r\n";
    }

    private static Duration percentile99(List<Duration> times) {
        return times.stream().sorted().toList().get(times.size() * 99 / 100);
    }

    /** In KiB. */
    private static long resident(ServerProcess server) throws IOException {
        String status = Files.readString(Path.of("/proc/" + server.pid() + "/status"));
        return status.lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }
}
