package io.github.auraauth.adapter.directline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.outgoing.UpstreamResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DirectLineResponsesTest {
    private static final Instant NOW = Instant.parse("2030-01-02T03:04:05Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"token\":\"x\"}",
                " \r\n{ \"a\" : [ 1, null ], \"token\" : \"\u00e9\" , \"expires_in\":\"soon\" }\n",
                "{\"token\":\"x\",\"token2\":\"y\",\"nested\":{\"token\":1}}"
            })
    void isGiven_oneObjectWithAToken_hasToken(String body) {
        assertThat(DirectLineResponses.hasToken(reply(200, body))).isTrue();
        assertThat(DirectLineResponses.hasToken(reply(201, body))).isTrue();
        assertThat(DirectLineResponses.hasToken(reply(202, body))).isFalse();
        assertThat(DirectLineResponses.hasToken(reply(302, body))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "\"token\"",
                "[]",
                "[{\"token\":\"x\"}]",
                "{}",
                "{\"token\":\"\"}",
                "{\"token\":null}",
                "{\"token\":1}",
                "{\"token\":{\"token\":\"x\"}}",
                "{\"Token\":\"x\"}",
                "{\"token\":\"x\"",
                "{\"token\":\"x\"}}",
                "{\"token\":\"x\"}{\"token\":\"y\"}",
                "{\"token\":\"x\",\"token\":\"y\"}",
                "{'token':'x'}",
                "{token:\"x\"}",
                "{\"token\":\"x\",}",
                "\ufeff{\"token\":\"x\"}",
                "<html>{\"token\":\"x\"}</html>"
            })
    void isGiven_anythingElse_isNot(String body) {
        assertThat(DirectLineResponses.hasToken(reply(200, body))).isFalse();
    }

    @Test
    void isGiven_otherEncodingThanUtf8_isNot() {
        for (Charset charset :
                new Charset[] {StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16, StandardCharsets.UTF_16LE}) {
            byte[] body = "{\"token\":\"\u00e9\"}".getBytes(charset);
            assertThat(DirectLineResponses.hasToken(UpstreamResponse.of(200, Map.of(), body)))
                    .isFalse();
        }
    }

    @Test
    void isGiven_deepNesting_isNot() {
        assertThat(DirectLineResponses.hasToken(reply(200, "{\"token\":\"x\",\"a\":" + "[".repeat(100_000))))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | | true",
                "401 | <html> | true",
                "403 | {\"error\":{\"code\":\"BadArgument\"}} | true",
                "403 | {\"error\":{\"code\":\"RegionNotAllowed\"}} | false",
                "403 | {\"error\":\"BadArgument\"} | false",
                "403 | {\"error\":{\"code\":[\"BadArgument\"]}} | false",
                "403 | {\"code\":\"BadArgument\"} | false",
                "403 | <html> | false",
                "403 | | false",
                "400 | {\"error\":{\"code\":\"BadArgument\"}} | false",
                "500 | {\"error\":{\"code\":\"BadArgument\"}} | false"
            })
    void isSecretRefused_statusAndCode_decide(int status, String body, boolean refused) {
        assertThat(DirectLineResponses.isSecretRefused(reply(status, body == null ? "" : body)))
                .isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "7 | 7",
                " 7 | 7",
                "3600 | 3600",
                "3601 | 3600",
                "99999999999999999999 | 3600",
                "-1 | 1",
                "1.5 | 1",
                "soon | 1",
                "Wed, 02 Jan 2030 03:04:15 GMT | 10",
                "Wed, 02 Jan 2030 03:04:00 GMT | 0",
                "Thu, 02 Jan 2031 03:04:05 GMT | 3600",
                "Mon, 02 Jan 2030 03:04:15 GMT | 1"
            })
    void retryAfter_secondsOrDate_isUnderstood(String header, long seconds) {
        UpstreamResponse reply = UpstreamResponse.of(429, Map.of("retry-after", header), new byte[0]);
        assertThat(RetryAfter.of(reply, NOW)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void retryAfter_absent_isASecond() {
        assertThat(RetryAfter.of(reply(429, ""), NOW)).isEqualTo(RetryAfter.DEFAULT);
    }

    private static UpstreamResponse reply(int status, String body) {
        return UpstreamResponse.of(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }
}
