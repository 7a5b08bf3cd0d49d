package io.github.auraauth.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.vectors.Fuzzing;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Paths have one normal form or none, and patterns match what a regular expression of the same meaning matches. */
class PathFuzzTest {
    private static final String[] PIECES = {
        "/", "/", "/", "a", "b", ".", "..", "%2f", "%5C", "%2e", "%61", "%", "%zz", "%c3%a9", "%00", "\\", ";", "?",
        "*", "**"
    };
    private static final String[] SEGMENTS = {"a", "b", "*", "users", "a.b", "-"};

    private long matches;
    private long parsed;

    @Test
    void parseAndMatch_anyPath_agreeWithTheirReferences() {
        long rounds = Fuzzing.rounds("PathFuzzTest", random -> {
            checkParsing(pieces(random));
            checkMatching(random);
        });
        assertThat(parsed).as("paths with a normal form").isGreaterThan(rounds / 100);
        assertThat(matches).as("matches").isGreaterThan(rounds / 100);
    }

    private void checkParsing(String raw) {
        Optional<RequestPath> path = RequestPath.parse(raw);
        String lower = raw.toLowerCase(Locale.ROOT);
        if (lower.contains("%2f") || lower.contains("%5c") || lower.contains("//") || lower.contains("\\")) {
            assertThat(path).as(raw).isEmpty();
        }
        path.ifPresent(found -> {
            parsed++;
            assertThat(found.segments())
                    .as(raw)
                    .noneMatch(segment -> segment.isEmpty()
                            || segment.equals(".")
                            || segment.equals("..")
                            || segment.contains("/")
                            || segment.contains("\\"));
        });
    }

    private void checkMatching(Random random) {
        StringBuilder pattern = new StringBuilder();
        StringBuilder regex = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            String segment = SEGMENTS[random.nextInt(SEGMENTS.length)];
            pattern.append('/').append(segment);
            regex.append('/').append(segment.equals("*") ? "[^/]+" : Pattern.quote(segment));
        }
        if (random.nextInt(3) == 0) {
            pattern.append("/**");
            regex.append("(/[^/]+)*");
        }
        List<String> segments = random.ints(random.nextInt(5), 0, SEGMENTS.length)
                .mapToObj(i -> SEGMENTS[i])
                .toList();
        boolean expected =
                Pattern.matches(regex.toString(), segments.isEmpty() ? "" : "/" + String.join("/", segments));
        assertThat(PathPattern.of(pattern.toString()).matches(new RequestPath(segments)))
                .as("%s on %s", pattern, segments)
                .isEqualTo(expected);
        matches += expected ? 1 : 0;
    }

    private static String pieces(Random random) {
        StringBuilder raw = new StringBuilder("/");
        for (int i = random.nextInt(6); i > 0; i--) {
            raw.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return raw.toString();
    }
}
