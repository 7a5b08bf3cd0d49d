package io.github.auraauth.fakes.kernel;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** What the fake was told to do otherwise than a provider should, and what it was asked. */
final class Script {
    private final Map<KernelEndpoint, AtomicInteger> asked = new EnumMap<>(KernelEndpoint.class);
    private final Map<KernelEndpoint, KernelMisbehaviour> failing = new ConcurrentHashMap<>();
    private CountDownLatch behaved = new CountDownLatch(1);
    private volatile Optional<KernelLie> lie = Optional.empty();
    private volatile boolean discoverable = true;
    private volatile int padding;

    Script() {
        for (KernelEndpoint endpoint : KernelEndpoint.values()) {
            asked.put(endpoint, new AtomicInteger());
        }
    }

    void count(KernelEndpoint endpoint) {
        counter(endpoint).incrementAndGet();
    }

    int asked(KernelEndpoint endpoint) {
        return counter(endpoint).get();
    }

    void lie(Optional<KernelLie> told) {
        lie = told;
    }

    Optional<KernelLie> lie() {
        return lie;
    }

    boolean tells(KernelLie told) {
        return lie.filter(told::equals).isPresent();
    }

    void fail(KernelEndpoint endpoint, KernelMisbehaviour how) {
        failing.put(endpoint, how);
    }

    /** How the next answer fails, if it does, and what ends that; together, so that no {@link #behave} between is missed. */
    synchronized Optional<Failure> failure(KernelEndpoint endpoint) {
        return Optional.ofNullable(failing.get(endpoint)).map(how -> new Failure(how, behaved));
    }

    /** Fails no more, and ends the silence of who is kept waiting. */
    synchronized void behave() {
        failing.clear();
        behaved.countDown();
        behaved = new CountDownLatch(1);
    }

    void discoverable(boolean now) {
        discoverable = now;
    }

    void pad(int characters) {
        padding = characters;
    }

    int padding() {
        return padding;
    }

    boolean isDiscoverable() {
        return discoverable;
    }

    private AtomicInteger counter(KernelEndpoint endpoint) {
        return Objects.requireNonNull(asked.get(endpoint));
    }

    /**
     * How one answer fails.
     *
     * @param end of the failure, where it takes time
     */
    record Failure(KernelMisbehaviour how, CountDownLatch end) {
        /** Returns when the fake behaves again. */
        void outlast() {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
