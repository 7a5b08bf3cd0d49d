package io.github.auraauth.app.config.variable;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronPatternTest {
    @ParameterizedTest
    @CsvSource({
        "*/5 * * * *, 2026-11-30T12:03:00Z, 2026-11-30T12:00:00Z, 2026-11-30T12:05:00Z",
        "*/5 * * * *, 2026-11-30T12:05:00Z, 2026-11-30T12:05:00Z, 2026-11-30T12:10:00Z",
        "*/5 * * * *, 2026-11-30T12:04:59.999Z, 2026-11-30T12:00:00Z, 2026-11-30T12:05:00Z",
        "0 9 * * MON-FRI, 2026-11-28T12:00:00Z, 2026-11-27T09:00:00Z, 2026-11-30T09:00:00Z",
        "30 0 29 2 *, 2026-11-30T12:00:00Z, 2024-02-29T00:30:00Z, 2028-02-29T00:30:00Z"
    })
    void moments_aroundATime_areThoseOfThePattern(String text, Instant moment, Instant last, Instant next) {
        CronPattern pattern = CronPattern.parse(text).orElseThrow();
        assertThat(pattern.lastUntil(moment)).isEqualTo(last);
        assertThat(pattern.after(moment)).isEqualTo(next);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "* * * *", "* * * * * *", "60 * * * *", "* 24 * * *", "*/0 * * * *", "a b c d e"})
    void parse_noPattern_isEmpty(String text) {
        assertThat(CronPattern.parse(text)).isEmpty();
    }

    @Test
    void parse_patternWithoutAMoment_isEmpty() {
        assertThat(CronPattern.parse("0 0 30 2 *")).isEmpty();
    }
}
