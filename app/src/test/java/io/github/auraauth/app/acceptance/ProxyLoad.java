package io.github.auraauth.app.acceptance;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Callers who register and read users without a pause, through a proxy, until they are told to end. */
final class ProxyLoad implements AutoCloseable {
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
        HttpClient client = example.client().build();
        for (int i = 0; !ended; i++) {
            String path = api + "/users/aura-id/" + name;
            HttpRequest.Builder request = HttpRequest.newBuilder(example.uri(path))
                    .timeout(Duration.ofSeconds(10))
                    .header("Authorization", key);
            try {
                HttpRequest sent = i % 2 == 0 ? registering(request, name) : reading(request, name);
                HttpResponse<String> answer = client.send(sent, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() / 100 == 2) {
                    answers.incrementAndGet();
                } else {
                    lost.add(sent.method() + ' ' + answer.statusCode() + ' ' + answer.body());
                }
            } catch (IOException e) {
                lost.add(e.toString());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static HttpRequest registering(HttpRequest.Builder request, String name) {
        String json = "{\"channelId\":\"" + Api.CHANNEL + "\",\"userId\":\"user-of-" + name
                + "\",\"authorizationId\":\"" + name
                + "\",\"authenticationType\":\"uid\",\"authenticationIdentifier\":\""
                + name + "\"}";
        return request.header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
    }

    private HttpRequest reading(HttpRequest.Builder request, String name) {
        return request.uri(example.uri(api + "/users/" + name)).build();
    }

    @Override
    public void close() {
        ended = true;
    }
}
