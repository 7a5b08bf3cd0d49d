package io.github.auraauth.adapter.http;

import static io.github.auraauth.adapter.http.RunningServer.INTERNAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** What outgoing calls and log lines find out about the request that they are made for. */
class LogContextTest extends WithServer {
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private static final int MANY = 100;

    private final AtomicReference<Map<String, String>> seen = new AtomicReference<>(Map.of());

    @Test
    void context_whileARequestIsHandled_isItsCorrelatorAndTrace() {
        listen();
        server.api("GET", "/users/x")
                .key(INTERNAL)
                .header("x-correlator", "corr-1")
                .header("traceparent", TRACE)
                .send();

        assertThat(seen.get()).isEqualTo(Map.of("corr", "corr-1", "traceparent", TRACE));
    }

    @Test
    void context_malformedHeaders_isAMadeCorrelatorAndNoTrace() {
        listen();
        String echoed = server.api("GET", "/users/x")
                .key(INTERNAL)
                .header("x-correlator", "not one")
                .header("traceparent", "neither")
                .send()
                .headers()
                .firstValue("x-correlator")
                .orElseThrow();

        assertThat(seen.get()).isEqualTo(Map.of("corr", echoed));
    }

    /** So many that each thread that serves at all has served some of both kinds. */
    @Test
    void context_ofARequestBefore_isGone() {
        listen();
        for (int i = 0; i < MANY; i++) {
            server.api("GET", "/users/x")
                    .key(INTERNAL)
                    .header("x-correlator", "corr-1")
                    .header("traceparent", TRACE)
                    .send();
        }
        for (int i = 0; i < MANY; i++) {
            server.api("GET", "/users/x")
                    .key(INTERNAL)
                    .header("x-correlator", "corr-2")
                    .send();
            assertThat(seen.get()).isEqualTo(Map.of("corr", "corr-2"));
        }
    }

    private void listen() {
        server.core.reading = auraId -> {
            seen.set(MDC.getCopyOfContextMap());
            return Optional.empty();
        };
    }
}
