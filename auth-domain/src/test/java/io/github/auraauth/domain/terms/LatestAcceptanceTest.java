package io.github.auraauth.domain.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatestAcceptanceTest {
    /** Records are written {@code version} or {@code version=status}, in the order of their creation. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                      | 1     | false | ''",
                "1                       | 1     | true  | 1",
                "1                       | 2     | false | 1",
                "2                       | 1     | true  | 2",
                "1.9                     | 1.10  | false | 1.9",
                "1.10                    | 1.9   | true  | 1.10",
                "1.10 1.9                | 1.10  | true  | 1.10",
                "10 9                    | 9.9.9 | true  | 10",
                "1                       | 1.0.0 | true  | 1",
                "1.0                     | 1     | true  | 1.0",
                "1 1.0                   | 1     | true  | 1.0",
                "1=pending               | 1     | false | ''",
                "2=pending 1             | 1     | true  | 1",
                "2=pending 1             | 2     | false | 1",
                "2=Accepted 1            | 2     | false | 1",
                "00001                   | 1     | true  | 00001",
                "99999999999999999999999 | 3     | true  | 99999999999999999999999",
                "spring summer           | spring | true | summer",
                "spring summer           | summer | true | summer",
                "spring summer           | winter | false | summer",
                "spring summer=pending   | summer | false | spring",
                "spring=pending summer   | spring | true | summer",
                "1 2 beta                | 1.5   | true  | beta",
                "1 2 beta                | 3     | false | beta",
                "beta 2 1                | 2     | true  | 2",
                "beta 2 1                | beta  | true  | 2",
                "1 2                     | beta  | false | 2",
                "1..2                    | 1     | false | 1..2",
                "1.                      | 1     | false | 1.",
                "-1                      | 0     | false | -1",
            })
    void of_records_comparesByNumbersElseByTime(String records, String required, boolean accepted, String version) {
        LatestAcceptance latest = LatestAcceptance.of(records(records), new TermsVersion(required));
        assertThat(latest.accepted()).isEqualTo(accepted);
        assertThat(latest.version().map(TermsVersion::value).orElse("")).isEqualTo(version);
    }

    @Test
    void compareNumbers_versionThatIsNotDotted_isACallersBug() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TermsVersion("1").compareNumbers(new TermsVersion("b")));
    }

    private static List<Acceptance> records(String words) {
        List<Acceptance> records = new ArrayList<>();
        for (String word : words.isBlank() ? new String[0] : words.strip().split(" +")) {
            String[] parts = word.split("=");
            Terms terms = new Terms(new ServiceName("aura"), new TermsVersion(parts[0]));
            TermsStatus status = new TermsStatus(parts.length > 1 ? parts[1] : "accepted");
            Instant at = Instant.EPOCH.plusSeconds(records.size());
            records.add(new Acceptance(new TermsUserId("fake-anne"), terms, status, at));
        }
        return records;
    }
}
