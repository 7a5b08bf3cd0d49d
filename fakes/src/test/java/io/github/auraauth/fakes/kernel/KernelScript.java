package io.github.auraauth.fakes.kernel;

import io.javalin.http.Context;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** What the fake was told to do otherwise than a provider should, and what it was asked. */
final class KernelScript implements KernelHooks {
    private static final FakePerson ANOTHER = new FakePerson("email", "another@example.org");

    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private final Map<KernelEndpoint, KernelMisbehaviour> failing = new ConcurrentHashMap<>();
    private final LyingTokens tokens;
    private CountDownLatch behaved = new CountDownLatch(1);
    private volatile Optional<KernelLie> lie = Optional.empty();
    private volatile boolean discoverable = true;
    private volatile int padding;

    KernelScript(InstantSource clock, SecureRandom random) {
        this.tokens = new LyingTokens(clock, random);
    }

    @Override
    public void before(Context call) {
        counter(call.path()).incrementAndGet();
        Arrays.stream(KernelEndpoint.values())
                .filter(endpoint -> endpoint.path().equals(call.path()))
                .findFirst()
                .flatMap(this::failure)
                .ifPresent(failure -> {
                    call.skipRemainingHandlers();
                    FailingAnswers.misbehave(call, failure);
                });
    }

    @Override
    public boolean isDiscoverable() {
        return discoverable;
    }

    @Override
    public Map<String, Object> idToken(Map<String, Object> claims) {
        Map<String, Object> padded = new LinkedHashMap<>(claims);
        if (padding > 0) {
            padded.put("padding", "x".repeat(padding));
        }
        return padded;
    }

    @Override
    public String sign(Map<String, Object> claims, FakeKeys keys) {
        return lie.map(told -> tokens.sign(claims, keys, told)).orElseGet(() -> KernelHooks.super.sign(claims, keys));
    }

    @Override
    public Map<String, Object> introspection(Map<String, Object> members) {
        Map<String, Object> told = new LinkedHashMap<>(members);
        if (tells(KernelLie.INACTIVE)) {
            told.put("active", false);
        }
        if (tells(KernelLie.ANOTHER_SUBJECT)) {
            told.put("sub", ANOTHER.sub());
            told.put("authentication_context", ANOTHER.authenticationContext());
        }
        if (tells(KernelLie.NO_AUTHORIZATION_ID)) {
            told.remove("authorization_id");
        }
        if (tells(KernelLie.NO_AUTHENTICATION_CONTEXT)) {
            told.remove("authentication_context");
        }
        return told;
    }

    int asked(KernelEndpoint endpoint) {
        return counter(endpoint.path()).get();
    }

    int followed() {
        return counter(FailingAnswers.ELSEWHERE).get();
    }

    void lie(Optional<KernelLie> told) {
        lie = told;
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

    private boolean tells(KernelLie told) {
        return lie.filter(told::equals).isPresent();
    }

    private AtomicInteger counter(String path) {
        return asked.computeIfAbsent(path, any -> new AtomicInteger());
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
