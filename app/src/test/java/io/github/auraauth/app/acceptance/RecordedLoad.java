package io.github.auraauth.app.acceptance;

import io.github.auraauth.domain.access.AccessMode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Callers who register people, read them, and remove each third one, through a proxy and steadily. Each person is of a
 * channel of their own, by which the row of their registration is known.
 */
final class RecordedLoad implements AutoCloseable {
    static final int CALLERS = 4;
    private static final String LOOPBACK = "127.0.0.1";
    private static final String API = "/aura/aura-services/v1";
    private static final Duration PACE = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ProxyExample example;
    private final String kernel = credential("kernel");
    private final String bot = credential("aura-bot");
    private final Map<String, Registered> registered = new ConcurrentHashMap<>();
    private final Queue<String> removed = new ConcurrentLinkedQueue<>();
    private final Queue<Failure> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answers = new AtomicInteger();
    private final List<Thread> callers = new ArrayList<>();
    private volatile boolean ended;

    /** Somebody whose registration was acknowledged, and when. */
    record Registered(String auraId, Instant at) {}

    /** What a caller did not expect, and when. */
    record Failure(String what, Instant at) {}

    private RecordedLoad(ProxyExample example) {
        this.example = example;
    }

    static RecordedLoad start(ProxyExample example) {
        RecordedLoad load = new RecordedLoad(example);
        for (int i = 0; i < CALLERS; i++) {
            Thread caller = new Thread(load::call, "caller-" + i);
            load.callers.add(caller);
            caller.start();
        }
        return load;
    }

    /** All who are registered so far, by their channels. */
    Map<String, Registered> registered() {
        return Map.copyOf(registered);
    }

    /** The auraIds of those whose removal was acknowledged so far. */
    List<String> removed() {
        return List.copyOf(removed);
    }

    List<Failure> failures() {
        return List.copyOf(failures);
    }

    /** Returns when that many more have been answered as they should. */
    void awaitAnswers(int more) throws InterruptedException {
        int enough = answers.get() + more;
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (answers.get() < enough) {
            if (System.nanoTime() > end) {
                throw new AssertionError("no " + more + " answers come; failures were " + failures);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** Returns when all that was begun is answered. */
    void end() throws InterruptedException {
        ended = true;
        for (Thread caller : callers) {
            caller.join();
        }
    }

    private void call() {
        for (int i = 0; !ended; i++) {
            LockSupport.parkNanos(PACE.toNanos());
            String channel = UUID.randomUUID().toString();
            Optional<String> auraId = register(channel);
            if (auraId.isEmpty()) {
                continue;
            }
            answer("GET", "/users/" + auraId.get(), bot, "", 200)
                    .filter(answer -> !answer.body().contains(channel))
                    .ifPresent(other -> fail("GET answered another"));
            if (i % 3 == 0) {
                answer("DELETE", "/users/" + auraId.get(), bot, "", 204).ifPresent(done -> removed.add(auraId.get()));
            }
        }
    }

    private Optional<String> register(String channel) {
        String json = "{\"channelId\":\"" + channel + "\",\"userId\":\"user\",\"authorizationId\":\"" + channel
                + "\",\"authenticationType\":\"uid\",\"authenticationIdentifier\":\"uid-of-" + channel + "\"}";
        Optional<String> auraId =
                answer("POST", "/users/aura-id", kernel, json, 201).map(answer -> Api.auraId(answer.body()));
        auraId.ifPresent(id -> registered.put(channel, new Registered(id, Instant.now())));
        return auraId;
    }

    private Optional<ProxyAnswer> answer(String method, String path, String key, String json, int expected) {
        try {
            String headers = "Authorization: " + key + "\r\nContent-Type: application/json\r\n";
            ProxyAnswer answer = example.answer(LOOPBACK, method, API + path, headers, json);
            if (answer.status() == expected) {
                answers.incrementAndGet();
                return Optional.of(answer);
            }
            fail(method + " answered " + answer.status() + ' ' + answer.body());
        } catch (IOException e) {
            fail(method + ' ' + e);
        }
        return Optional.empty();
    }

    private void fail(String what) {
        failures.add(new Failure(what, Instant.now()));
    }

    private static String credential(String app) {
        return "APIKEY " + Api.key(app, AccessMode.READ_WRITE);
    }

    @Override
    public void close() {
        ended = true;
    }
}
