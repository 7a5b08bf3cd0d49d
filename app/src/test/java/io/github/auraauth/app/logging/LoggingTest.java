package io.github.auraauth.app.logging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.auraauth.app.config.LoggingSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

class LoggingTest {
    private static final Logger LOG = LoggerFactory.getLogger("io.github.auraauth.test");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @AfterEach
    void quiet() {
        MDC.clear();
        Logging.quiet();
    }

    @Test
    void start_json_writesOneObjectALine() throws IOException {
        start(LoggingSettings.Format.JSON, LoggingSettings.Level.INFO);

        LOG.info("plain \"{}\"\nsecond line", "quoted");
        request();

        JsonNode plain = line(0);
        assertThat(plain.fieldNames()).toIterable().containsExactly("time", "lvl", "corr", "app", "version", "msg");
        assertThat(Instant.parse(plain.get("time").asText()))
                .isBefore(Instant.now().plusSeconds(1));
        assertThat(plain.get("time").asText()).hasSize(24).endsWith("Z");
        assertThat(plain.get("lvl").asText()).isEqualTo("INFO");
        assertThat(plain.get("corr").asText()).isEmpty();
        assertThat(plain.get("version").asText()).isEqualTo("9.5.0");
        assertThat(plain.get("msg").asText()).isEqualTo("plain \"quoted\"\nsecond line");

        JsonNode request = line(1);
        assertThat(request.fieldNames())
                .toIterable()
                .containsExactly("time", "lvl", "corr", "app", "version", "msg", "method", "route", "status", "ms");
        assertThat(request.get("corr").asText()).isEqualTo("c-1");
        assertThat(request.get("status").isInt()).isTrue();
        assertThat(request.get("ms").doubleValue()).isEqualTo(1.5);
        assertThat(lines()).hasSize(2);
    }

    @Test
    void line_ofARequest_hasItsCorrelatorOnce_whetherTheLineBringsItOrNot() throws IOException {
        start(LoggingSettings.Format.JSON, LoggingSettings.Level.INFO);
        MDC.put("corr", "c-2");
        MDC.put("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        LOG.info("inside");
        request();

        assertThat(line(0).get("corr").asText()).isEqualTo("c-2");
        assertThat(line(0).fieldNames()).toIterable().containsExactly("time", "lvl", "corr", "app", "version", "msg");
        assertThat(line(1).get("corr").asText()).isEqualTo("c-1");
        assertThat(lines().get(1)).containsOnlyOnce("\"corr\"");
    }

    @Test
    void lineForPeople_ofARequest_hasItsCorrelatorOnce_andOthersHaveNone() {
        start(LoggingSettings.Format.DEV, LoggingSettings.Level.INFO);

        LOG.info("outside");
        MDC.put("corr", "c-2");
        LOG.atInfo().addKeyValue("status", 503).log("inside");
        request();

        assertThat(lines().get(0)).endsWith("outside");
        assertThat(lines().get(1)).endsWith("inside corr=c-2 status=503");
        assertThat(lines().get(2)).contains("corr=c-1").doesNotContain("c-2");
    }

    @Test
    void start_json_tellsExceptionsWithoutTheirMessages() throws IOException {
        start(LoggingSettings.Format.JSON, LoggingSettings.Level.INFO);

        LOG.error("failed", new IllegalStateException("canary", new IOException("canary")));

        assertThat(line(0).get("stack").asText())
                .contains("java.lang.IllegalStateException < io.github", "; caused by java.io.IOException");
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("canary");
    }

    @Test
    void start_dev_writesForPeopleInTheirZone() {
        start(LoggingSettings.Format.DEV, LoggingSettings.Level.INFO);

        LOG.atWarn().addKeyValue("status", 503).log("a\u001b[31m\nb");

        assertThat(lines())
                .singleElement()
                .asString()
                .matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} WARN  a \\[31m b status=503");
    }

    @ParameterizedTest
    @CsvSource({"TRACE,6", "DEBUG,5", "INFO,4", "WARN,3", "ERROR,2", "FATAL,1", "OFF,0"})
    void start_eachLevel_writesThatAndAbove(LoggingSettings.Level level, int expected) throws IOException {
        start(LoggingSettings.Format.JSON, level);

        LOG.trace("t");
        LOG.debug("d");
        LOG.info("i");
        LOG.warn("w");
        LOG.error("e");
        LOG.error(Fatal.MARK, "f");

        assertThat(lines()).hasSize(expected);
        if (expected > 0) {
            assertThat(line(expected - 1).get("lvl").asText()).isEqualTo("FATAL");
        }
    }

    @Test
    void start_debug_leavesDriversAtWarnings() {
        start(LoggingSettings.Format.JSON, LoggingSettings.Level.DEBUG);

        LoggerFactory.getLogger("org.mongodb.driver.cluster").info("chatter");
        LoggerFactory.getLogger("io.lettuce.core").debug("chatter");
        LoggerFactory.getLogger("org.apache.hc.client5.http.wire").debug("a whole request");
        LoggerFactory.getLogger("org.apache.hc.client5.http.wire").debug("Authorization: Bearer x");
        LoggerFactory.getLogger("org.apache.hc.client5.http.impl").warn("what was received");
        LoggerFactory.getLogger("org.mongodb.driver.cluster").warn("trouble");
        LoggerFactory.getLogger("de.bwaldvogel.mongo.wire").error("a whole document");

        assertThat(lines()).singleElement().asString().contains("trouble");
    }

    @Test
    void start_manyLines_costsMicrosecondsEach() {
        Logging.apply(
                settings(LoggingSettings.Format.JSON, LoggingSettings.Level.INFO),
                "1",
                OutputStream.nullOutputStream());
        for (int i = 0; i < 50_000; i++) {
            request();
        }
        long start = System.nanoTime();
        for (int i = 0; i < 50_000; i++) {
            request();
        }
        long each = (System.nanoTime() - start) / 50_000;

        System.out.printf("%d ns a request line%n", each);
        assertThat(each).isLessThan(100_000);
    }

    @Test
    void close_manyLinesWaiting_writesThemAll() {
        start(LoggingSettings.Format.JSON, LoggingSettings.Level.INFO);
        for (int i = 0; i < Logging.MOST_WAITING / 2; i++) {
            request();
        }
        assertThat(lines()).hasSize(Logging.MOST_WAITING / 2);
    }

    @Test
    void log_outputIsNotRead_dropsAndCountsAndNeverWaits() throws Exception {
        CountDownLatch read = new CountDownLatch(1);
        long before = Logging.dropped();
        Logging.apply(settings(LoggingSettings.Format.JSON, LoggingSettings.Level.INFO), "1", new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                try {
                    read.await();
                } catch (InterruptedException e) {
                    throw new InterruptedIOException();
                }
                out.write(octet);
            }
        });
        int logged = 3 * Logging.MOST_WAITING;
        for (int i = 0; i < logged; i++) {
            request();
        }
        long dropped = Logging.dropped() - before;
        read.countDown();

        assertThat(dropped).isBetween((long) Logging.MOST_WAITING, 2L * Logging.MOST_WAITING);
        assertThat(lines()).hasSize((int) (logged - dropped));
    }

    private static void request() {
        LOG.atInfo()
                .addKeyValue("corr", "c-1")
                .addKeyValue("method", "GET")
                .addKeyValue("route", "/aura-services/v1/users/{auraId}")
                .addKeyValue("status", 200)
                .addKeyValue("ms", 1.5)
                .log("request");
    }

    private void start(LoggingSettings.Format format, LoggingSettings.Level level) {
        Logging.apply(settings(format, level), "9.5.0", out);
    }

    private static LoggingSettings settings(LoggingSettings.Format format, LoggingSettings.Level level) {
        ZoneId zone = ZoneOffset.UTC;
        return new LoggingSettings(format, level, zone);
    }

    private List<String> lines() {
        Logging.close();
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private JsonNode line(int number) throws IOException {
        return new ObjectMapper().readTree(lines().get(number));
    }
}
