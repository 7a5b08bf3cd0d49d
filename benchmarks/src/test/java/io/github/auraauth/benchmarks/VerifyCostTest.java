package io.github.auraauth.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the domain does for a call, beside the least that could be done, side by side in one run. */
class VerifyCostTest {
    @Test
    void verify_besideOneCipherOperationAndOneParse_costsAtMostHalfAsMuchAgain() throws Exception {
        compare(VerifyBenchmark.class, "verify", "the bare operation and parse", 1.5);
    }

    @Test
    void recognize_besideOneDigestOfTheText_costsAtMostThreeTimesAsMuch() throws Exception {
        compare(KnownKeyBenchmark.class, "seen before", "SHA-256 of the text", 3);
    }

    @Test
    void anonymous_besideTwoBareDigests_costsAtMostHalfAsMuchAgain() throws Exception {
        compare(AnonymousUserBenchmark.class, "anonymous", "two bare UUIDs of version 5", 1.5);
    }

    private static void compare(Class<?> benchmark, String what, String beside, double most) throws Exception {
        JmhRatios.of(benchmark).forEach((format, ratio) -> {
            System.out.printf("| %s | %s | | | %.2f | |%n", (what + ' ' + format).strip(), beside, ratio);
            assertThat(ratio).as(format).isLessThanOrEqualTo(most);
        });
    }
}
