package io.github.auraauth.app.acceptance;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Callers who register and read users without a pause, through a proxy, until they are told to end. */
final class ProxyLoad implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int CALLERS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Queue<String> lost = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answers = new AtomicInteger();
    private final List<Thread> callers = new ArrayList<>();
    private final ProxyExample example;
    private final String api;
    private final String key;
    private volatile boolean ended;

    private ProxyLoad(ProxyExample example, String api, String key) {
        this.example = example;
        this.api = api;
        this.key = key;
    }

    static ProxyLoad start(ProxyExample example, String api, String key) {
        ProxyLoad load = new ProxyLoad(example, api, key);
        for (int i = 0; i < CALLERS; i++) {
            String name = "caller-" + i;
            Thread caller = new Thread(() -> load.call(name), name);
            load.callers.add(caller);
            caller.start();
        }
        return load;
    }

    /** Returns when that many more have been answered. */
    void awaitAnswers(int more) throws InterruptedException {
        int enough = answers.get() + more;
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (answers.get() < enough) {
            if (System.nanoTime() > end) {
                throw new AssertionError("no " + more + " answers come; lost were " + lost);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** What was not answered, or with an error. */
    List<String> end() throws InterruptedException {
        ended = true;
        for (Thread caller : callers) {
            caller.join();
        }
        return List.copyOf(lost);
    }

    private void call(String name) {
        String authorization = "Authorization: " + key + "\r\n";
        String json =
                "{\"channelId\":\"" + Api.CHANNEL + "\",\"userId\":\"user-of-" + name + "\",\"authorizationId\":\""
                        + name + "\",\"authenticationType\":\"uid\",\"authenticationIdentifier\":\"" + name + "\"}";
        for (int i = 0; !ended; i++) {
            boolean registers = i % 2 == 0;
            try {
                int status = registers
                        ? example.status(
                                LOOPBACK,
                                "POST",
                                api + "/users/aura-id/" + name,
                                authorization + "Content-Type: application/json\r\n",
                                json)
                        : example.status(LOOPBACK, "GET", api + "/users/" + name, authorization, "");
                if (status / 100 == 2) {
                    answers.incrementAndGet();
                } else {
                    lost.add((registers ? "POST " : "GET ") + status);
                }
            } catch (IOException e) {
                lost.add(e.toString());
            }
        }
    }

    @Override
    public void close() {
        ended = true;
    }
}
