package io.github.auraauth.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Verifying costs at most one and a half times the least that can be done with a key, side by side in one run. */
class VerifyCostTest {
    private static final double MOST = 1.5;

    @Test
    void verify_besideOneCipherOperationAndOneParse_costsAtMostHalfAsMuchAgain() throws Exception {
        Options options = new OptionsBuilder()
                .include(VerifyBenchmark.class.getSimpleName())
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .forks(3)
                .warmupIterations(4)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(4)
                .measurementTime(TimeValue.seconds(2))
                .build();
        Collection<RunResult> results = new Runner(options).run();
        Map<String, Double> times = results.stream()
                .collect(Collectors.toMap(
                        VerifyCostTest::name,
                        result -> result.getPrimaryResult().getScore()));
        for (String format : new String[] {"v1", "v2"}) {
            double ratio = times.get(format + " verify") / times.get(format + " bare");
            System.out.printf("verify %s: %.2f times the bare operation and parse%n", format, ratio);
            assertThat(ratio).as(format).isLessThanOrEqualTo(MOST);
        }
    }

    private static String name(RunResult result) {
        String benchmark = result.getParams().getBenchmark();
        return result.getParams().getParam("format") + " " + benchmark.substring(benchmark.lastIndexOf('.') + 1);
    }
}
