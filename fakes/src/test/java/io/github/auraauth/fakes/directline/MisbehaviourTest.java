package io.github.auraauth.fakes.directline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MisbehaviourTest {
    private static final String GENERATE = "/v3/directline/tokens/generate";

    private final ScriptedDirectLine fake =
            ScriptedDirectLine.start(0, List.of("a", "b"), InstantSource.system(), new SecureRandom());
    private final Visitor visitor = new Visitor(fake);

    @AfterEach
    void close() {
        fake.close();
    }

    @ParameterizedTest
    @CsvSource({
        "INTERNAL_ERROR, 500",
        "BAD_GATEWAY, 502",
        "TOO_MANY_REQUESTS, 429",
        "REDIRECT, 302",
        "HTML, 200",
        "NO_TOKEN, 200",
        "FIVE_MEBIBYTES, 200",
        "REGION_NOT_ALLOWED, 403",
        "BAD_REQUEST, 400"
    })
    void misbehaveOnce_status_isThatOfOneAnswer(DirectLineMisbehaviour how, int status) throws IOException {
        fake.misbehaveOnce(how);
        assertThat(visitor.post(GENERATE, "a").statusCode()).isEqualTo(status);
        assertThat(visitor.post(GENERATE, "a").statusCode()).isEqualTo(200);
    }

    @Test
    void misbehaveOnce_pause_saysHowLong() throws IOException {
        fake.askForPauses("7");
        fake.misbehaveOnce(DirectLineMisbehaviour.TOO_MANY_REQUESTS);
        assertThat(visitor.post(GENERATE, "a").headers().firstValue("Retry-After"))
                .contains("7");
    }

    @Test
    void misbehave_halfABody_breaksOff() {
        fake.misbehave(DirectLineMisbehaviour.HALF_A_BODY);
        assertThatThrownBy(() -> visitor.post(GENERATE, "a")).isInstanceOf(IOException.class);
    }

    @Test
    void misbehave_silenceAndDripping_lastUntilTheFakeBehaves() throws Exception {
        for (DirectLineMisbehaviour how : List.of(DirectLineMisbehaviour.SILENCE, DirectLineMisbehaviour.DRIPPING)) {
            fake.misbehave(how);
            int before = fake.asked().size();
            CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            return visitor.post(GENERATE, "a");
                        } catch (IOException brokenOff) {
                            throw new java.io.UncheckedIOException(brokenOff);
                        }
                    },
                    task -> new Thread(task, "test").start());
            awaitRequests(before + 1);
            assertThatThrownBy(() -> answer.get(300, TimeUnit.MILLISECONDS))
                    .isInstanceOf(java.util.concurrent.TimeoutException.class);
            fake.behave();
            assertThat(answer.handle((done, failed) -> true).get(30, TimeUnit.SECONDS))
                    .isTrue();
        }
        assertThat(visitor.post(GENERATE, "a").statusCode()).isEqualTo(200);
    }

    private void awaitRequests(int number) throws InterruptedException {
        long began = System.nanoTime();
        while (fake.asked().size() < number) {
            assertThat(System.nanoTime() - began).isLessThan(TimeUnit.SECONDS.toNanos(30));
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    @Test
    void preflight_whileTheFakeFails_isAnsweredAndNotNoted() throws IOException {
        HttpRequest preflight = HttpRequest.newBuilder(fake.conversations())
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "https://chat.example")
                .header("Access-Control-Request-Method", "POST")
                .build();
        fake.misbehave(DirectLineMisbehaviour.INTERNAL_ERROR);

        assertThat(visitor.send(preflight).statusCode()).isEqualTo(200);
        assertThat(fake.asked()).isEmpty();
    }

    @Test
    void refuse_secret_refusesThatOneOnly() throws IOException {
        fake.refuse("a", 403, "BadArgument");
        assertThat(visitor.post(GENERATE, "a").statusCode()).isEqualTo(403);
        assertThat(visitor.post(GENERATE, "b").statusCode()).isEqualTo(200);
        fake.behave();
        assertThat(visitor.post(GENERATE, "a").statusCode()).isEqualTo(200);
    }

    @Test
    void asked_afterCalls_saysWhatWasAskedAndWithWhat() throws IOException {
        fake.misbehaveOnce(DirectLineMisbehaviour.SILENCE);
        fake.behave();
        visitor.post(GENERATE, "a");
        visitor.post(GENERATE, "b");
        assertThat(fake.asked()).extracting(DirectLineRequest::bearer).containsExactly("a", "b");
        assertThat(fake.asked().get(0)).hasToString("POST " + GENERATE);
    }
}
