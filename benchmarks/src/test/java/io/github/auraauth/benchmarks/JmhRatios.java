package io.github.auraauth.benchmarks;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs a benchmark of a piece of our work beside the least that could be done, the method {@code bare}. */
final class JmhRatios {
    private JmhRatios() {}

    /** How many times the time of {@code bare} ours takes, by the parameter, or nothing where there is none. */
    static Map<String, Double> of(Class<?> benchmark) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(benchmark.getSimpleName())
                        .mode(Mode.AverageTime)
                        .timeUnit(TimeUnit.NANOSECONDS)
                        .forks(3)
                        .warmupIterations(4)
                        .warmupTime(TimeValue.seconds(2))
                        .measurementIterations(4)
                        .measurementTime(TimeValue.seconds(2))
                        .build())
                .run();
        Map<String, Double> bare = times(results, true);
        Map<String, Double> ratios = new TreeMap<>();
        times(results, false).forEach((parameter, time) -> ratios.put(parameter, time / bare.get(parameter)));
        return ratios;
    }

    private static Map<String, Double> times(Collection<RunResult> results, boolean bare) {
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().endsWith(".bare") == bare)
                .collect(Collectors.toMap(
                        result -> result.getParams().getParamsKeys().isEmpty()
                                ? ""
                                : result.getParams().getParam("format"),
                        JmhRatios::median));
    }

    /** Of all iterations: a mean is spoilt by one in which the machine did something else. */
    private static double median(RunResult result) {
        double[] scores = result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .mapToDouble(iteration -> iteration.getPrimaryResult().getScore())
                .sorted()
                .toArray();
        return scores[scores.length / 2];
    }
}
