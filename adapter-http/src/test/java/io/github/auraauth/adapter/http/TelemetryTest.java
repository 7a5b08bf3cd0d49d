package io.github.auraauth.adapter.http;

import static io.github.auraauth.adapter.http.RunningServer.INTERNAL;
import static io.github.auraauth.adapter.http.RunningServer.KERNEL;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.github.auraauth.port.Outage;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class TelemetryTest extends WithServer {
    private static final String CANARY = "canary7731";

    private final Logger root = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("ROOT");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.list.clear();
        lines.start();
        root.addAppender(lines);
        root.setLevel(Level.INFO);
    }

    @AfterEach
    void leave() {
        root.detachAppender(lines);
        root.setLevel(Level.WARN);
    }

    @Test
    void metrics_afterRequests_countByMethodHostTemplateAndStatus() {
        try (RunningServer fresh = new RunningServer()) {
            fresh.api("GET", "/users/" + CANARY).key(INTERNAL).send();
            fresh.api("GET", "/users/other").key(INTERNAL).send();
            fresh.call("GET", "/ping").key(KERNEL).send();

            assertThat(fresh.call("GET", "/metrics").send().body())
                    .contains("# TYPE http_request_duration_seconds summary")
                    .contains("# HELP http_request_duration_seconds ")
                    .containsPattern(sample("GET", "/aura-services/v1/users/{auraId}", "404", "2"))
                    .containsPattern(sample("GET", "/ping", "200", "1"));
        }
    }

    @Test
    void metrics_hostileRequests_haveNoLabelFromACaller() {
        server.call(CANARY, "/" + CANARY).header("x-correlator", CANARY).send();
        server.api("GET", "/users/" + CANARY + "?" + CANARY + "=1").key(CANARY).send();
        try (RawClient raw = server.raw()) {
            raw.send("GET /local-ping HTTP/1.1\r\nHost: " + CANARY + ".example\r\n\r\n")
                    .reply();
        }
        try (RawClient raw = server.raw()) {
            raw.send(CANARY + " /" + CANARY + " " + CANARY + "\r\n\r\n").reply();
        }

        String text = server.api("GET", "/metrics").send().body();
        assertThat(text).doesNotContain(CANARY);
        assertThat(text)
                .containsPattern(sample("other", "unmatched", "404", "1"))
                .containsPattern(sample("other", "unmatched", "400", "\\d+"))
                .doesNotContain("127.0.0.1");
    }

    @Test
    void metrics_scraped_arePrometheusText() {
        assertThat(server.call("GET", "/metrics")
                        .send()
                        .headers()
                        .firstValue("Content-Type")
                        .orElseThrow())
                .startsWith("text/plain;version=0.0.4");
    }

    @Test
    void log_hasOneLineForARequest_withTheTemplateAndNotThePath() {
        server.api("DELETE", "/users/" + CANARY)
                .key(KERNEL)
                .header("x-correlator", "corr-1")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .send();

        assertThat(requestLines())
                .singleElement()
                .satisfies(line -> assertThat(pairs(line))
                        .containsEntry("corr", "corr-1")
                        .containsEntry("method", "DELETE")
                        .containsEntry("route", "/aura-services/v1/users/{auraId}")
                        .containsEntry("status", 204)
                        .containsEntry("trace", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                        .containsKey("ms"));
    }

    @Test
    void log_leavesOutTheUnloggedPaths_atBothPlaces() {
        server.call("GET", "/ping").key(KERNEL).send();
        server.api("GET", "/ping").send();
        server.call("GET", "/local-ping").send();
        server.call("GET", "/nowhere").send();

        assertThat(requestLines())
                .singleElement()
                .satisfies(line -> assertThat(pairs(line)).containsEntry("route", "unmatched"));
    }

    @Test
    void log_holdsNothingThatACallerSent_whateverHappens() {
        server.core.reading = auraId -> {
            throw new IllegalStateException("about " + auraId.value(), new RuntimeException(auraId.value()));
        };
        server.api("GET", "/users/" + CANARY).key(INTERNAL).send();
        server.core.reading = auraId -> {
            throw new Outage.Unavailable("mongo", new RuntimeException(auraId.value()));
        };
        server.api("GET", "/users/" + CANARY).key(INTERNAL).send();
        server.api("GET", "/users/aura-id")
                .key("APIKEY " + CANARY)
                .header("x-4p-user-id", CANARY)
                .header("traceparent", CANARY)
                .header("User-Agent", CANARY)
                .send();
        server.api("POST", "/users/aura-id")
                .key(KERNEL)
                .json("{\"" + CANARY + "\":\"" + CANARY + "\"}")
                .send();
        server.api("POST", "/users/aura-id")
                .key(KERNEL)
                .json("{\"userId\":" + CANARY)
                .send();
        server.call("GET", "/" + CANARY + "?" + CANARY).send();
        server.call(CANARY, "/" + CANARY).send();
        try (RawClient raw = server.raw()) {
            raw.send("GET /" + CANARY + "%zz HTTP/1.1\r\nHost: a\r\nX: " + CANARY + "\r\n\r\n")
                    .reply();
        }

        assertThat(requestLines()).hasSizeGreaterThanOrEqualTo(8);
        assertThat(lines.list).noneSatisfy(line -> assertThat(whole(line)).contains(CANARY));
        assertThat(lines.list.stream().map(this::whole))
                .anySatisfy(text -> assertThat(text).contains("IllegalStateException", "FakeCore"))
                .anySatisfy(text -> assertThat(text).contains("mongo is unavailable"));
    }

    private static String sample(String method, String path, String status, String count) {
        return "http_request_duration_seconds_count\\{host=\"aura-test\",method=\"" + method + "\",path=\""
                + java.util.regex.Pattern.quote(path) + "\",status_code=\"" + status + "\"\\} " + count + "\n";
    }

    private List<ILoggingEvent> requestLines() {
        return List.copyOf(lines.list).stream()
                .filter(line -> line.getMessage().equals("request"))
                .toList();
    }

    private static Map<String, Object> pairs(ILoggingEvent line) {
        return line.getKeyValuePairs().stream().collect(Collectors.toMap(pair -> pair.key, pair -> pair.value));
    }

    private String whole(ILoggingEvent line) {
        String failure = line.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(line.getThrowableProxy());
        return line.getFormattedMessage() + line.getKeyValuePairs() + line.getMDCPropertyMap() + failure;
    }
}
