package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.access.AccessMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Through how many classes of ours a request goes, seen in the stack of a thread that waits for its database. */
class CallStackAcceptanceTest {
    private static final Pattern FRAME = Pattern.compile("\\s+(?:at )?(?:[\\w.]+/)?([\\w.$]+)\\.[\\w$<>]+\\(.*");
    private static final Pattern OURS = Pattern.compile("io\\.github\\.auraauth\\.([\\w.]+)(\\$.*)?");

    /** A dump may be taken before the request waits, or after. */
    private static final int MOST_TRIES = 20;

    @TempDir
    Path folder;

    private final ReturningMongo mongo = new ReturningMongo();

    @AfterEach
    void stop() {
        mongo.close();
    }

    @Test
    void read_ofAUser_goesThroughEightClassesDownToTheDriver() throws IOException {
        try (ServerProcess server = ServerProcess.start(folder, Servers.on(mongo.uri()))) {
            String read = "GET /aura-services/v1/users/x HTTP/1.1\r\nHost: a\r\nAuthorization: APIKEY "
                    + Api.key("aura-bot", AccessMode.READ) + "\r\n\r\n";
            try (RawConnection before = new RawConnection(server.port())) {
                assertThat(before.send(read).status()).isEqualTo(404);
            }
            mongo.freeze();
            List<String> seen = List.of();
            for (int tries = 0; seen.isEmpty() && tries < MOST_TRIES; tries++) {
                try (RawConnection waiting = new RawConnection(server.port())) {
                    waiting.send(read.replace("users/x", "users/y"));
                    seen = down(dump(server));
                    assertThat(waiting.status()).isEqualTo(503);
                }
            }

            assertThat(seen)
                    .containsExactly(
                            "front.server.WorkerPool",
                            "front.server.RequestExecution",
                            "front.server.OperationBinding",
                            "adapter.http.user.UserEndpoints",
                            "usecase.user.UserService",
                            "usecase.invalidation.CoherentUserCache",
                            "adapter.mongo.user.MongoUserStore",
                            "adapter.mongo.GuardedCollection");
        }
    }

    /** Our classes, each once, in the order in which they are called, of the thread that waits for a user. */
    private static List<String> down(String dump) {
        for (String thread : dump.split("\n\n", -1)) {
            List<String> ours = new ArrayList<>();
            boolean driver = false;
            List<String> lines = new ArrayList<>(thread.lines().toList());
            Collections.reverse(lines);
            for (String line : lines) {
                Matcher frame = FRAME.matcher(line);
                if (!frame.matches()) {
                    continue;
                }
                driver |= frame.group(1).startsWith("com.mongodb.");
                Matcher type = OURS.matcher(frame.group(1));
                if (type.matches() && !ours.contains(type.group(1))) {
                    ours.add(type.group(1));
                }
            }
            if (driver
                    && ours.contains("adapter.mongo.user.MongoUserStore")
                    && !ours.contains("adapter.mongo.StalePrimaryGuard")) {
                return ours;
            }
        }
        return List.of();
    }

    /** To a file, since virtual threads are in such a dump only. */
    private String dump(ServerProcess server) throws IOException {
        Path file = Files.createTempDirectory(folder, "dump").resolve("threads");
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        boolean virtual = Runtime.version().feature() >= 21;
        List<String> command = virtual
                ? List.of(jcmd, Long.toString(server.pid()), "Thread.dump_to_file", "-format=plain", file.toString())
                : List.of(jcmd, Long.toString(server.pid()), "Thread.print");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return virtual ? Files.readString(file) : printed;
    }
}
