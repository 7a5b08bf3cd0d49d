package io.github.auraauth.domain.vectors;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The time that all fuzzers of a build share: {@code -Daura.fuzz.seconds}, 12 unless set; the deep tests give ten minutes.
 */
public final class Fuzzing {
    private static final long SECONDS = Long.getLong("aura.fuzz.seconds", 12);
    private static final int FUZZERS = 6;

    private Fuzzing() {}

    /**
     * Runs rounds for a fuzzer's part of the time, half of it from a fixed seed and half from a new one; both are printed,
     * so that a finding can be repeated.
     *
     * @return how many rounds there were
     */
    public static long rounds(String name, Consumer<Random> round) {
        return rounds(name, 20261123L, round) + rounds(name, System.nanoTime(), round);
    }

    private static long rounds(String name, long seed, Consumer<Random> round) {
        System.out.println(name + ": seed " + seed);
        Random random = new Random(seed);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS) / FUZZERS / 2;
        long rounds = 0;
        while (System.nanoTime() < end) {
            round.accept(random);
            rounds++;
        }
        System.out.println(name + ": " + rounds + " rounds");
        return rounds;
    }
}
