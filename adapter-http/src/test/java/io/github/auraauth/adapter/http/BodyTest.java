package io.github.auraauth.adapter.http;

import static io.github.auraauth.adapter.http.RunningServer.KERNEL;
import static io.github.auraauth.adapter.http.RunningServer.REGISTRATION_BODY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How bodies arrive: size, time, framing, media type. */
class BodyTest extends WithServer {
    private static final String HEAD = "POST /aura-services/v1/users/aura-id HTTP/1.1\r\nHost: a\r\nAuthorization: "
            + KERNEL + "\r\nContent-Type: application/json\r\n";
    private static final List<String> REFUSED = List.of(
            HEAD, HEAD.replace(KERNEL, "APIKEY"), HEAD.replace("/users", "/nowhere"), HEAD.replace("POST", "PUT"));

    @Test
    void body_of64KiB_isRead_andOneByteMoreIsNot() {
        String largest = REGISTRATION_BODY + " ".repeat(64 * 1024 - REGISTRATION_BODY.length());

        assertThat(post(largest).statusCode()).isEqualTo(201);
        HttpResponse<String> answer = post(largest + " ");
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("BODY_TOO_LARGE");
        assertThat(server.core.calls).hasSize(1);
    }

    @Test
    void body_inChunks_isMeasuredAsItComes() {
        assertThat(chunked(REGISTRATION_BODY).statusCode()).isEqualTo(201);
        assertThat(chunked(REGISTRATION_BODY + " ".repeat(64 * 1024)).statusCode())
                .isEqualTo(413);
    }

    @Test
    void body_announcedAsTooLarge_isRefusedBeforeItComes() {
        try (RawClient raw = server.raw()) {
            assertThat(raw.send(HEAD + "Content-Length: 99999999\r\n\r\n")
                            .reply()
                            .status())
                    .isEqualTo(413);
        }
        try (RawClient raw = server.raw()) {
            String head = HEAD + "Expect: 100-continue\r\nContent-Length: 65537\r\n\r\n";

            assertThat(raw.send(head).reply().status()).isEqualTo(413);
        }
    }

    @Test
    void body_ofARefusedRequest_isNotWaitedFor_andTheConnectionEnds() {
        for (String head : REFUSED) {
            try (RawClient raw = server.raw()) {
                long began = System.nanoTime();
                RawClient.Reply reply =
                        raw.send(head + "Content-Length: 70001\r\n\r\n ").reply();

                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(1_400));
                assertThat(reply.status()).isIn(413, 401, 404, 405);
                assertThat(reply.header("Connection")).isEqualTo("close");
                assertThat(raw.isClosed()).isTrue();
            }
        }
    }

    @Test
    void body_ofARefusedRequest_stillOnItsWay_doesNotTakeTheAnswerAway() {
        String body = " ".repeat(1024 * 1024 - 100_000);
        for (String head : REFUSED) {
            try (RawClient raw = server.raw()) {
                raw.send(head + "Content-Length: " + body.length() + "\r\n\r\n").send(body);

                assertThat(raw.reply().status()).isIn(413, 401, 404, 405);
            }
        }
    }

    @Test
    void body_ofARefusedRequest_thatHasCome_isTakenIn_andTheConnectionGoesOn() {
        for (String head : REFUSED.subList(1, REFUSED.size())) {
            try (RawClient raw = server.raw()) {
                raw.send(head + "Content-Length: 3\r\n\r\nabc");

                assertThat(raw.reply().status()).isIn(401, 404, 405);
                assertThat(raw.send("GET /local-ping HTTP/1.1\r\nHost: a\r\n\r\n")
                                .reply()
                                .status())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void body_tooLarge_isRefused_whereNoneIsExpected() {
        assertThat(server.api("DELETE", "/users/x")
                        .key(KERNEL)
                        .body(BodyPublishers.ofString(" ".repeat(70_000)))
                        .send()
                        .statusCode())
                .isEqualTo(413);
        assertThat(server.api("DELETE", "/users/x")
                        .key(KERNEL)
                        .body(BodyPublishers.ofString("{}"))
                        .send()
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void body_withoutGoodKey_isNotLookedAt() {
        try (RawClient raw = server.raw()) {
            String head = HEAD.replace(KERNEL, "APIKEY");

            assertThat(raw.send(head + "Content-Length: 99999999\r\n\r\n")
                            .reply()
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void body_longerThanAnnounced_isCutThere_andTheRestIsNoRequest() {
        try (RawClient raw = server.raw()) {
            raw.send(HEAD + "Content-Length: " + REGISTRATION_BODY.length() + "\r\n\r\n" + REGISTRATION_BODY
                    + "GET /smuggled\r\n\r\n");

            assertThat(raw.reply().status()).isEqualTo(201);
            assertThat(raw.reply().status()).isEqualTo(400);
            assertThat(raw.isClosed()).isTrue();
        }
    }

    @Test
    void body_thatStopsComing_endsWithTheDeadline() {
        long began = System.nanoTime();
        try (RawClient raw = server.raw()) {
            RawClient.Reply reply =
                    raw.send(HEAD + "Content-Length: 400\r\n\r\n{\"userId\":").reply();

            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.body()).contains("INVALID_REQUEST", "in time");
            assertThat(raw.isClosed()).isTrue();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isBetween(Duration.ofMillis(1400), Duration.ofMillis(4000));
        assertThat(server.core.calls).isEmpty();
    }

    @Test
    void body_thatDrips_endsWithTheDeadlineToo() {
        long began = System.nanoTime();
        try (RawClient raw = server.raw()) {
            raw.send(HEAD + "Content-Length: 4000\r\n\r\n");
            for (int i = 0; i < 25; i++) {
                raw.send(" ");
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
            assertThat(raw.reply().status()).isEqualTo(400);
        } catch (java.io.UncheckedIOException e) {
            // The server has ended the connection while we still wrote.
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(1400));
        }
        assertThat(server.core.calls).isEmpty();
    }

    @Test
    void body_thatIsCutOff_asksNoPort() {
        try (RawClient raw = server.raw()) {
            raw.send(HEAD + "Content-Length: 400\r\n\r\n" + REGISTRATION_BODY).shutdownOutput();

            assertThat(raw.reply().status()).isEqualTo(400);
        }
        assertThat(server.core.calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zz\r\n{}\r\n0\r\n\r\n",
                "2\r\n{}0\r\n\r\n",
                "-2\r\n{}\r\n0\r\n\r\n",
                "ffffffffffffffff\r\n{}\r\n0\r\n\r\n",
                "2\n{}\n0\n\n"
            })
    void body_inBadChunks_is400(String chunks) {
        try (RawClient raw = server.raw()) {
            RawClient.Reply reply = raw.send(HEAD + "Transfer-Encoding: chunked\r\n\r\n" + chunks)
                    .reply();

            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.body()).contains("INVALID_REQUEST");
            assertThat(raw.isClosed()).isTrue();
        }
        assertThat(server.core.calls).isEmpty();
    }

    @Test
    void body_afterExpectContinue_isRead() {
        try (RawClient raw = server.raw()) {
            raw.send(HEAD + "Expect: 100-continue\r\nContent-Length: " + REGISTRATION_BODY.length() + "\r\n\r\n");
            assertThat(raw.headReply().status()).isEqualTo(100);
            assertThat(raw.send(REGISTRATION_BODY).reply().status()).isEqualTo(201);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON",
                "application/json;charset=utf-8",
                "application/json; charset=\"UTF-8\"",
                "application/json;"
            })
    void mediaType_ofJsonInUtf8_isTaken(String type) {
        assertThat(withType(type).statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/json; charset=iso-8859-1",
                "application/json; charset=utf-16",
                "application/jsonp",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "*/*",
                "json",
                "application/json, text/plain",
                "application/merge-patch+json"
            })
    void mediaType_ofAnythingElse_is415(String type) {
        HttpResponse<String> answer = withType(type);

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("UNSUPPORTED_MEDIA_TYPE");
        assertThat(server.core.calls).isEmpty();
    }

    @Test
    void mediaType_missingOrTwice_isRefused() {
        assertThat(server.api("POST", "/users/aura-id")
                        .key(KERNEL)
                        .body(BodyPublishers.ofString(REGISTRATION_BODY))
                        .send()
                        .statusCode())
                .isEqualTo(415);
        HttpResponse<String> twice = server.api("POST", "/users/aura-id")
                .key(KERNEL)
                .header("Content-Type", "application/json")
                .header("Content-Type", "application/json")
                .body(BodyPublishers.ofString(REGISTRATION_BODY))
                .send();
        assertThat(twice.statusCode()).isEqualTo(400);
    }

    @Test
    void body_compressed_is415() {
        assertThat(server.api("POST", "/users/aura-id")
                        .key(KERNEL)
                        .json(REGISTRATION_BODY)
                        .header("Content-Encoding", "gzip")
                        .send()
                        .statusCode())
                .isEqualTo(415);
    }

    private HttpResponse<String> post(String body) {
        return server.api("POST", "/users/aura-id").key(KERNEL).json(body).send();
    }

    private HttpResponse<String> chunked(String body) {
        return server.api("POST", "/users/aura-id")
                .key(KERNEL)
                .header("Content-Type", "application/json")
                .body(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
                .send();
    }

    private HttpResponse<String> withType(String type) {
        return server.api("POST", "/users/aura-id")
                .key(KERNEL)
                .header("Content-Type", type)
                .body(BodyPublishers.ofString(REGISTRATION_BODY))
                .send();
    }
}
