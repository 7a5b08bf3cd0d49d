package io.github.auraauth.adapter.redis;

import io.github.auraauth.testkit.Race;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * How long calls took that many threads made at once.
 *
 * @param sorted shortest first
 */
record Timings(List<Duration> sorted) {
    /** What a whole request may take in 99 of 100 cases when Redis is away. */
    static final Duration P99_BOUND = Duration.ofMillis(500);

    /** What no request may exceed. */
    static final Duration SLOWEST_BOUND = Duration.ofSeconds(2);

    /** Runs the call that often in each thread. */
    static Timings of(int threads, int calls, Runnable call) {
        long[][] nanos = Race.of(threads, thread -> {
                    long[] own = new long[calls];
                    for (int i = 0; i < calls; i++) {
                        long start = System.nanoTime();
                        call.run();
                        own[i] = System.nanoTime() - start;
                    }
                    return own;
                })
                .toArray(long[][]::new);
        return new Timings(Arrays.stream(nanos)
                .flatMapToLong(Arrays::stream)
                .sorted()
                .mapToObj(Duration::ofNanos)
                .toList());
    }

    Duration percentile(int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    Duration slowest() {
        return sorted.get(sorted.size() - 1);
    }
}
