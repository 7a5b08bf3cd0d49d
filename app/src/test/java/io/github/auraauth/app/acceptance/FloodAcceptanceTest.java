package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.access.AccessMode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More failing sources than are counted, and those who have nothing to do with them. */
@Tag("deep")
@Tag("measuring")
class FloodAcceptanceTest {
    private static final int SOURCES = 140_000;
    private static final int SENDERS = 4;
    private static final int BATCH = 500;
    private static final String CONFIG = "/aura-services/v1/config";
    private static final String STRANGER = "203.0.113.9";

    @TempDir
    private Path folder;

    @Test
    void call_afterAFloodOfFailingSources_isTakenFromStrangersAsBefore() throws IOException {
        Map<String, String> environment = Servers.embedded();
        environment.put("AURA_TRUSTED_PROXIES", "127.0.0.1");
        environment.put("AURA_LOGGING_LEVEL", "ERROR");
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        try (ServerProcess server = ServerProcess.startForMeasuring(folder, environment)) {
            List<CompletableFuture<Void>> flood = IntStream.range(0, SENDERS)
                    .mapToObj(sender -> CompletableFuture.runAsync(() -> flood(server, sender), senders))
                    .toList();
            CompletableFuture<Void> over = CompletableFuture.allOf(flood.toArray(CompletableFuture<?>[]::new));
            ConcurrentLinkedQueue<Long> liveness = new ConcurrentLinkedQueue<>();
            while (!over.isDone()) {
                long began = System.nanoTime();
                assertThat(status(server, "/healthz?probe=live", "")).isEqualTo(200);
                liveness.add((System.nanoTime() - began) / 1_000_000);
            }
            over.join();
            List<Long> sorted = liveness.stream().sorted().toList();
            assertThat(sorted.get(sorted.size() / 2)).as("the median, ms").isLessThan(200);

            for (int i = 0; i < 60; i++) {
                status(server, CONFIG, from("192.0.2." + i) + key("wrong"));
            }
            assertThat(status(server, CONFIG, from(STRANGER) + key(ThrottleAcceptanceTest.legacyKey())))
                    .isEqualTo(200);
            assertThat(status(server, CONFIG, from(STRANGER) + key(Api.key("aura-bot", AccessMode.READ))))
                    .isEqualTo(200);
            assertThat(status(server, CONFIG, from(STRANGER) + key("wrong"))).isEqualTo(401);
            assertThat(status(server, KernelServers.start(server, "bad").getRawPath() + "?state=bad", from(STRANGER)))
                    .isEqualTo(400);
        } finally {
            senders.shutdownNow();
        }
    }

    /** Pipelines calls without a key, each from a source of its own, and reads the answers. */
    private static void flood(ServerProcess server, int sender) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            for (int first = sender * BATCH; first < SOURCES; first += SENDERS * BATCH) {
                StringBuilder calls = new StringBuilder();
                for (int i = first; i < first + BATCH; i++) {
                    calls.append(call(CONFIG, from("10." + (i >> 16) + '.' + (i >> 8 & 255) + '.' + (i & 255))));
                }
                socket.getOutputStream().write(calls.toString().getBytes(StandardCharsets.US_ASCII));
                for (int i = 0; i < BATCH; i++) {
                    assertThat(answer(in)).isEqualTo(401);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int status(ServerProcess server, String path, String headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write(call(path, headers).getBytes(StandardCharsets.US_ASCII));
            return answer(
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)));
        }
    }

    private static String call(String path, String headers) {
        return "GET " + path + " HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n";
    }

    private static String from(String source) {
        return "X-Forwarded-For: " + source + "\r\n";
    }

    private static String key(String key) {
        return "Authorization: APIKEY " + key + "\r\n";
    }

    /** Reads one answer and gives its status; what is read here has a length. */
    private static int answer(BufferedReader in) throws IOException {
        String line = in.readLine();
        int status = Integer.parseInt(line.split(" ", -1)[1]);
        int length = 0;
        while (!line.isEmpty()) {
            line = in.readLine();
            if (line.startsWith("Content-Length: ")) {
                length = Integer.parseInt(line.substring(16));
            }
        }
        for (int i = 0; i < length; i++) {
            in.read();
        }
        return status;
    }
}
