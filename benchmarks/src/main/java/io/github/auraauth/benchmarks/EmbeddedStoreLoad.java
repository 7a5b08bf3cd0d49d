package io.github.auraauth.benchmarks;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;

/**
 * Loads a server over the embedded store by several callers at once. Prints calls a second, how many were refused with
 * 503, and how many failed otherwise.
 */
public final class EmbeddedStoreLoad {
    private static final int CALLERS = 16;
    private static final Pattern AURA_ID = Pattern.compile("\"auraId\":\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String api;
    private final String key;
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    private EmbeddedStoreLoad(String api, String key) {
        this.api = api;
        this.key = key;
    }

    /**
     * Arguments: {@code register} or {@code remove}, the API's address, a key, the first user's number and how
     * many; or {@code insert}, the store's address and how many.
     */
    public static void main(String[] args) throws Exception {
        if (args[0].equals("insert")) {
            insert(args[1], Integer.parseInt(args[2]));
            return;
        }
        EmbeddedStoreLoad load = new EmbeddedStoreLoad(args[1], args[2]);
        int first = Integer.parseInt(args[3]);
        int calls = Integer.parseInt(args[4]);
        double rate = rate(calls, i -> load.call(args[0], first + i));
        System.out.printf("%.0f %d %d%n", rate, load.refused.get(), load.failed.get());
    }

    private static double rate(int calls, IntConsumer call) throws InterruptedException {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        for (int caller = 0; caller < CALLERS; caller++) {
            callers.execute(() -> {
                for (int i = next.getAndIncrement(); i < calls; i = next.getAndIncrement()) {
                    call.accept(i);
                }
            });
        }
        callers.shutdown();
        callers.awaitTermination(2, TimeUnit.HOURS);
        return calls * 1e9 / (System.nanoTime() - start);
    }

    /** Registers a user by their authorizationId, which finds them the second time, and then may remove them. */
    private void call(String what, int number) {
        HttpResponse<String> user = send(registration(number));
        count(user.statusCode());
        if (what.equals("remove") && user.statusCode() == 200) {
            Matcher auraId = AURA_ID.matcher(user.body());
            if (auraId.find()) {
                count(send(request("/" + auraId.group(1)).DELETE().build()).statusCode());
            }
        }
    }

    private void count(int status) {
        if (status == 503) {
            refused.incrementAndGet();
        } else if (status >= 300) {
            failed.incrementAndGet();
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest registration(int number) {
        return request("/aura-id")
                .header("x-4p-channel-id", "8c2e8a5e-5c0f-4c1e-9d3b-2f6a1e0b7c44")
                .header("x-4p-user-id", "user-" + number)
                .header("x-4p-authorization-id", "authorization-of-user-" + number)
                .header("x-4p-authentication-type", "phone_number")
                .header("x-4p-authentication-identifier", String.format(Locale.ROOT, "+346%08d", number))
                .build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(api + path)).header("Authorization", "APIKEY " + key);
    }

    /** The same documents by the bare driver, into a collection of their own with the same indexes. */
    private static void insert(String uri, int documents) throws InterruptedException {
        try (MongoClient client = MongoClients.create(uri)) {
            MongoCollection<Document> users = client.getDatabase("benchmark").getCollection("users");
            IndexOptions unique = new IndexOptions().unique(true);
            users.createIndex(Indexes.ascending("auraId"), unique);
            users.createIndex(Indexes.ascending("authorizationId"), unique);
            users.createIndex(Indexes.ascending("auraGlobalId", "channelId", "registeredAt"));
            users.createIndex(Indexes.ascending("authenticationType", "authenticationIdentifier"));
            users.createIndex(Indexes.ascending("userId"));
            users.createIndex(Indexes.ascending("expiresAt"));
            // compiled before it is measured
            rate(2 * documents, i -> users.insertOne(document(-1 - i)));
            System.out.printf("%.0f%n", rate(documents, i -> users.insertOne(document(i))));
            users.drop();
        }
    }

    private static Document document(int number) {
        Date now = Date.from(Instant.now());
        return new Document("auraId", UUID.randomUUID().toString())
                .append("authorizationId", "authorization-of-user-" + number)
                .append("auraGlobalId", UUID.randomUUID().toString())
                .append("channelId", "8c2e8a5e-5c0f-4c1e-9d3b-2f6a1e0b7c44")
                .append("userId", "user-" + number)
                .append("authenticationType", "phone_number")
                .append("authenticationIdentifier", String.format(Locale.ROOT, "+346%08d", number))
                .append("created", now)
                .append("registeredAt", now)
                .append("lastAccess", now);
    }
}
