package io.github.auraauth.app.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.domain.behaviour.Behaviour;
import io.github.auraauth.domain.behaviour.BehaviourRule;
import io.github.auraauth.domain.behaviour.BehaviourTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BehaviourParserTest {
    @Test
    void parse_everyMember_arrives() throws Exception {
        String text = """
                [{"route": "GET /aura-services/v1/users/{auraId}", "delayMs": 2500, "status": 503, "percent": 20,
                  "until": "2026-12-01T09:00:00+01:00"},
                 {"dependency": "kernel", "delayMs": 60000, "status": null}]
                """;
        assertThat(BehaviourParser.parse(text).rules())
                .containsExactly(
                        new BehaviourRule(
                                BehaviourTarget.route("GET /aura-services/v1/users/{auraId}"),
                                new Behaviour(Duration.ofMillis(2500), OptionalInt.of(503)),
                                20,
                                Optional.of(Instant.parse("2026-12-01T08:00:00Z"))),
                        new BehaviourRule(
                                BehaviourTarget.dependency("kernel"),
                                new Behaviour(Duration.ofMinutes(1), OptionalInt.empty()),
                                100,
                                Optional.empty()));
        assertThat(BehaviourParser.parse("[]").rules()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '~',
            value = {
                "{} ! it is no list",
                "~~ ! it is no list",
                "[} ! it is no JSON, at line 1, column 2",
                "[{\"route\": \"/a\", \"status\": 503} ! it is no JSON, at line 1",
                "[] [] ! it is more than one list of up to 200 entries",
                "[7] ! entry 1: it is no object",
                "[{\"route\": \"/a\", \"status\": 503}, {}] ! entry 2: it needs a route or a dependency, and not both",
                "[{\"route\": \"/a\", \"dependency\": \"b\", \"status\": 503}] ! entry 1: it needs a route or a dependency",
                "[{\"route\": \"/a\"}] ! entry 1: it has neither a delayMs above 0 nor a status",
                "[{\"route\": \"/a\", \"delayMs\": 0}] ! entry 1: it has neither a delayMs above 0 nor a status",
                "[{\"route\": 7, \"status\": 503}] ! entry 1: route is no text",
                "[{\"route\": \"/a\", \"status\": \"503\"}] ! entry 1: status is no whole number from 400 to 599",
                "[{\"route\": \"/a\", \"status\": 200}] ! entry 1: status is no whole number from 400 to 599",
                "[{\"route\": \"/a\", \"delayMs\": 60001}] ! entry 1: delayMs is no whole number from 0 to 60000",
                "[{\"route\": \"/a\", \"delayMs\": 4294967297}] ! entry 1: delayMs is no whole number from 0 to 60000",
                "[{\"route\": \"/a\", \"delayMs\": -1}] ! entry 1: delayMs is no whole number from 0 to 60000",
                "[{\"route\": \"/a\", \"status\": 503, \"percent\": 0}] ! entry 1: percent is no whole number from 1 to 100",
                "[{\"route\": \"/a\", \"status\": 503, \"percent\": 0.5}] ! entry 1: percent is neither a text nor",
                "[{\"route\": \"/a\", \"status\": 503, \"until\": \"tomorrow\"}] ! entry 1: until is no time such as",
                "[{\"route\": \"/a\", \"status\": 503, \"delay\": 5}] ! entry 1: there is no delay, only route,",
                "[{\"route\": \"/a\", \"status\": 503, \"status\": 504}] ! it is no JSON"
            })
    void parse_malformed_saysWhereAndWhat(String text, String message) {
        assertThatThrownBy(() -> BehaviourParser.parse(text))
                .isInstanceOf(MalformedBehaviours.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void parse_tooMuch_isRefused() {
        String entry = "{\"route\": \"/a\", \"status\": 503}";
        assertThatThrownBy(() -> BehaviourParser.parse(
                        "[" + String.join(",", List.copyOf(java.util.Collections.nCopies(201, entry))) + "]"))
                .hasMessageStartingWith("it is more than one list");
        assertThatThrownBy(() -> BehaviourParser.parse(" ".repeat(64 * 1024) + "[]"))
                .hasMessageStartingWith("it is larger");
    }
}
