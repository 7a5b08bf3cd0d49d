package io.github.auraauth.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Outage;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class UpstreamTelemetryTest {
    private final Logger root = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("ROOT");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final ClientUnderTest outgoing = ClientUnderTest.withRetries(1);

    @BeforeEach
    void listen() {
        lines.start();
        root.addAppender(lines);
        root.setLevel(Level.INFO);
    }

    @AfterEach
    void leave() {
        root.detachAppender(lines);
        root.setLevel(Level.WARN);
        outgoing.close();
    }

    @Test
    void send_answered_isMeasuredByMethodUpstreamTemplateAndStatus() {
        try (RawServer server = RawServer.saying(RawServer.reply("404 No", ""))) {
            outgoing.get(server);
            outgoing.get(server);
            assertThat(timer("GET", "404").count()).isEqualTo(2);
            assertThat(lines.list).hasSize(2).allSatisfy(line -> {
                assertThat(line.getLevel()).isEqualTo(Level.INFO);
                assertThat(pairs(line))
                        .containsOnlyKeys("method", "host", "path", "status", "ms")
                        .containsEntry("method", "GET")
                        .containsEntry("host", "peer")
                        .containsEntry("path", "/a/{b}")
                        .containsEntry("status", "404");
            });
        }
    }

    @Test
    void send_failed_isMeasuredAsErrorForEachAttempt() {
        try (RawServer server = RawServer.answering((number, connection) -> connection.reset())) {
            assertThatThrownBy(() -> outgoing.get(server)).isInstanceOf(Outage.class);
            assertThat(timer("GET", "error").count()).isEqualTo(2);
            assertThat(lines.list)
                    .hasSize(2)
                    .allSatisfy(line -> assertThat(pairs(line))
                            .containsEntry("status", "error")
                            .containsKey("reason"));
        }
    }

    @Test
    void send_unloggedPath_isMeasuredOnly() {
        try (RawServer server = RawServer.saying(RawServer.ok(""))) {
            outgoing.upstream().send(UpstreamRequest.get(server.address(), "/a/quiet/b"), ClientUnderTest.in(5_000));
            assertThat(outgoing.registry
                            .get("outgoing.request.duration")
                            .tag("path", "/a/quiet/b")
                            .timer()
                            .count())
                    .isEqualTo(1);
            assertThat(lines.list).isEmpty();
        }
    }

    @Test
    void send_whateverHappens_writesNothingThatWasSentOrReceived() {
        List<RawServer.Answer> answers = List.of(
                (number, connection) -> connection.write(RawServer.ok("canary")),
                (number, connection) -> connection.write(RawServer.reply("500 canary", "canary")),
                (number, connection) -> connection.write("canary canary canary\r\n\r\n"),
                (number, connection) -> {
                    connection.write("HTTP/1.1 200 OK\r\ncanary\r\nX: canary");
                    connection.end();
                },
                (number, connection) -> connection.reset());
        for (RawServer.Answer answer : answers) {
            try (RawServer server = RawServer.answering(answer)) {
                UpstreamRequest call = UpstreamRequest.get(server.address(), "/a/{b}")
                        .header("Authorization", Secret.ofText("canary"))
                        .body("text/plain", Secret.ofText("canary"));
                outgoing.upstream().send(call, ClientUnderTest.in(700));
            } catch (Outage outage) {
                root.atWarn().setCause(outage).log("outage");
            }
        }
        assertThat(lines.list).hasSizeGreaterThan(5);
        assertThat(lines.list.stream().map(UpstreamTelemetryTest::whole)).noneMatch(text -> text.contains("canary"));
        assertThat(outgoing.registry.getMetersAsString()).doesNotContain("canary", "127.0.0.1");
    }

    private Timer timer(String method, String status) {
        return outgoing.registry
                .get("outgoing.request.duration")
                .tags("method", method, "host", "peer", "path", "/a/{b}", "status", status)
                .timer();
    }

    private static Map<String, Object> pairs(ILoggingEvent line) {
        return line.getKeyValuePairs().stream().collect(Collectors.toMap(pair -> pair.key, pair -> pair.value));
    }

    private static String whole(ILoggingEvent line) {
        String failure = line.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(line.getThrowableProxy());
        return line.getFormattedMessage() + line.getKeyValuePairs() + line.getMDCPropertyMap() + failure;
    }
}
