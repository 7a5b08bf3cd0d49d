package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.fakes.directline.DirectLineMisbehaviour;
import io.github.auraauth.testkit.Eventually;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens and conversations through a real process, at a Direct Line that fails when it is told to. */
class BotAcceptanceTest {
    private static final Duration LONGEST = Duration.ofSeconds(7);
    private static final Map<DirectLineMisbehaviour, Integer> STATUSES = Map.ofEntries(
            Map.entry(DirectLineMisbehaviour.INTERNAL_ERROR, 502),
            Map.entry(DirectLineMisbehaviour.BAD_GATEWAY, 502),
            Map.entry(DirectLineMisbehaviour.TOO_MANY_REQUESTS, 503),
            Map.entry(DirectLineMisbehaviour.REDIRECT, 502),
            Map.entry(DirectLineMisbehaviour.HTML, 502),
            Map.entry(DirectLineMisbehaviour.HALF_A_BODY, 502),
            Map.entry(DirectLineMisbehaviour.FIVE_MEBIBYTES, 502),
            Map.entry(DirectLineMisbehaviour.SILENCE, 504),
            Map.entry(DirectLineMisbehaviour.DRIPPING, 504),
            Map.entry(DirectLineMisbehaviour.NO_TOKEN, 502),
            Map.entry(DirectLineMisbehaviour.REGION_NOT_ALLOWED, 502),
            Map.entry(DirectLineMisbehaviour.BAD_REQUEST, 502));

    @TempDir
    private Path folder;

    @Test
    void token_directLineFailsInEveryWay_isAnsweredByTheTableAndRecovers() {
        try (BotServer server = new BotServer(folder)) {
            assertThat(server.get("/token").statusCode()).isEqualTo(200);
            assertThat(server.post("/token").statusCode()).isEqualTo(201);
            assertThat(server.get("/token/wss").body()).contains("conversationId", "streamUrl", "expires_in");
            STATUSES.forEach((how, status) -> {
                server.directLine.misbehave(how);
                server.directLine.askForPauses("30");
                Instant begun = Instant.now();
                HttpResponse<String> answer = server.get("/token");
                assertThat(Duration.between(begun, Instant.now()))
                        .as(how.name())
                        .isLessThan(LONGEST);
                assertThat(answer.statusCode()).as(how.name()).isEqualTo(status);
                assertThat(answer.body()).doesNotContain(BotServer.FIRST, BotServer.SECOND, "html");
                server.directLine.behave();
                assertWellAgain(server);
            });
            assertNoSecretIn(server);
        }
    }

    @Test
    @Tag("measuring")
    void token_directLineFailsAgainAndAgain_isRefusedAtOnceAndRecoversByItself() {
        try (BotServer server = new BotServer(folder)) {
            server.directLine.misbehave(DirectLineMisbehaviour.INTERNAL_ERROR);
            Eventually.holds("the breaker is open", () -> server.get("/token").statusCode() == 503);
            server.get("/token");
            long[] refusals = LongStream.range(0, 11)
                    .map(i -> nanosOfARefusal(server))
                    .sorted()
                    .toArray();
            assertThat(refusals[5])
                    .as("the median")
                    .isLessThan(Duration.ofMillis(50).toNanos());
            server.directLine.behave();
            Eventually.holds("all is well again", () -> server.get("/token").statusCode() == 200);
            assertNoSecretIn(server);
        }
    }

    @Test
    void token_oneSecretRefused_isAnsweredByTheOtherOnly() {
        try (BotServer server = new BotServer(folder)) {
            server.directLine.refuse(BotServer.FIRST, 403, "BadArgument");
            for (int i = 0; i < 4; i++) {
                assertThat(server.get("/token").statusCode()).isEqualTo(200);
            }
            assertThat(server.directLine.asked())
                    .filteredOn(request -> request.bearer().equals(BotServer.FIRST))
                    .hasSizeLessThanOrEqualTo(1);
            server.directLine.refuse(BotServer.SECOND, 401, "Unauthorized");
            assertThat(server.get("/token").statusCode()).isEqualTo(502);
            assertNoSecretIn(server);
        }
    }

    private static long nanosOfARefusal(BotServer server) {
        long began = System.nanoTime();
        HttpResponse<String> answer = server.get("/token");
        long nanos = System.nanoTime() - began;
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("retry-after")).isPresent();
        return nanos;
    }

    /** Answers enough calls well that failures stay the smaller part, and the breaker closed. */
    private static void assertWellAgain(BotServer server) {
        Supplier<Integer> status = () -> server.get("/token").statusCode();
        Eventually.holds("all is well again", () -> status.get() == 200);
        assertThat(status.get()).isEqualTo(200);
        assertThat(status.get()).isEqualTo(200);
    }

    private static void assertNoSecretIn(BotServer server) {
        assertThat(server.process.output())
                .isNotEmpty()
                .noneMatch(line -> line.contains(BotServer.FIRST) || line.contains(BotServer.SECOND));
    }
}
