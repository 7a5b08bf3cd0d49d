package io.github.auraauth.testkit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Waits for effects that an adapter may have after its call has returned. */
public final class Eventually {
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int CHECKS = 20;

    private Eventually() {}

    /** Returns as soon as the condition holds, and fails the test when it does not within ten seconds. */
    public static void holds(String what, BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > LONGEST.toNanos()) {
                throw new AssertionError("not within " + LONGEST.toSeconds() + " s: " + what);
            }
            pause();
        }
    }

    /**
     * Returns as soon as the condition has held at twenty checks in a row, some milliseconds apart, and fails the test when it
     * has not within ten seconds.
     */
    public static void holdsRepeatedly(String what, BooleanSupplier condition) {
        AtomicInteger inARow = new AtomicInteger();
        holds(what, () -> {
            inARow.set(condition.getAsBoolean() ? inARow.get() + 1 : 0);
            return inARow.get() == CHECKS;
        });
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting", e);
        }
    }
}
