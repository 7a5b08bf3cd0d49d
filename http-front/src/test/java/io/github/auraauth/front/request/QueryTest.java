package io.github.auraauth.front.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a=1 | 1",
                "&&a=1&& | 1",
                "b&a=1&c=2 | 1",
                "a=b=c | b=c",
                "%61=%31 | 1",
                "=x&a=1 | 1",
                "%&a=1 | 1",
            })
    void single_nameThatStandsThereOnce_isItsValue(String raw, String value) {
        assertThat(Query.of(raw).single("a")).contains(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a=", "&a&", "a&b=1"})
    void single_nameWithoutAValue_isEmptyText(String raw) {
        assertThat(Query.of(raw).single("a")).contains("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&", "&&&", "b=1", "b=a"})
    void single_nameThatDoesNotStandThere_isEmpty(String raw) {
        assertThat(Query.of(raw).single("a")).isEmpty();
    }

    /** Were each searched to the end of the query, it would take more than a minute. */
    @ParameterizedTest
    @ValueSource(strings = {"&", "a&"})
    void of_pairsWithoutAnEqualsSign_takesNoLongerForWhatFollowsThem(String pair) {
        String raw = pair.repeat(1_500_000);

        assertTimeoutPreemptively(Duration.ofSeconds(15), () -> Query.of(raw));
    }

    @Test
    void of_nothing_hasNoNames() {
        assertThat(Query.of(null).single("a")).isEmpty();
    }
}
