package io.github.auraauth.testkit.simulation;

import java.security.SecureRandom;
import java.security.SecureRandomSpi;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** All that is left to chance in a simulation, drawn from its seed. Not safe for use by several threads at once. */
public final class Choices {
    private final SplittableRandom random;

    Choices(SplittableRandom random) {
        this.random = random;
    }

    static Choices of(long seed) {
        return new Choices(new SplittableRandom(seed));
    }

    /** Choices that follow from the same seed, and that later draws from these do not change. */
    public Choices split() {
        return new Choices(random.split());
    }

    /** From 0 to one less than {@code bound}. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** True that many times in a thousand. */
    public boolean chance(int perMille) {
        return perMille > 0 && random.nextInt(1_000) < perMille;
    }

    /** One of them, each as likely. */
    public <T> T of(List<T> values) {
        return values.get(below(values.size()));
    }

    /** From {@code least} to {@code most}, each as likely. */
    public Duration between(Duration least, Duration most) {
        return Duration.ofNanos(between(least.toNanos(), most.toNanos()));
    }

    long between(long least, long most) {
        return least == most ? least : random.nextLong(least, most + 1);
    }

    long bits() {
        return random.nextLong();
    }

    /** For code that takes one: as predictable as the seed, and therefore good for nothing else. */
    public SecureRandom secureRandom() {
        return new SeededRandom(new SeededSpi(random.split()));
    }

    private static final class SeededRandom extends SecureRandom {
        private static final long serialVersionUID = 1L;

        SeededRandom(SecureRandomSpi bytes) {
            super(bytes, null);
        }
    }

    private static final class SeededSpi extends SecureRandomSpi {
        private static final long serialVersionUID = 1L;
        private final transient SplittableRandom random;

        SeededSpi(SplittableRandom random) {
            this.random = random;
        }

        @Override
        protected void engineSetSeed(byte[] seed) {}

        @Override
        protected void engineNextBytes(byte[] bytes) {
            random.nextBytes(bytes);
        }

        @Override
        protected byte[] engineGenerateSeed(int size) {
            byte[] seed = new byte[size];
            random.nextBytes(seed);
            return seed;
        }
    }
}
