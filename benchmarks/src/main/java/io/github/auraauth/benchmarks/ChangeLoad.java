package io.github.auraauth.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;

/**
 * Registers, reads, renews and removes users over HTTP by many callers at once, at one or more servers in turn, and prints one line:
 * calls a second, the slowest ones in milliseconds, and how many got which answer. Needs nothing but the JDK.
 */
public final class ChangeLoad {
    private static final int TENTHS_OF_MILLIS = 10;
    private static final int LONGEST = 100_000;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newFixedThreadPool(2))
            .build();
    private final List<String> servers;
    private final String key;
    private final String kind;
    private final String prefix;
    private final ConcurrentHashMap<Integer, AtomicLong> answers = new ConcurrentHashMap<>();
    private final AtomicLong[] times = new AtomicLong[LONGEST];
    private final LongAccumulator slowest = new LongAccumulator(Math::max, 0);
    private final AtomicLong next = new AtomicLong();
    private final long distance;

    private ChangeLoad(List<String> servers, String key, String kind, String prefix, long distance) {
        this.servers = servers;
        this.key = key;
        this.kind = kind;
        this.prefix = prefix;
        this.distance = distance;
        Arrays.setAll(times, i -> new AtomicLong());
    }

    /**
     * Arguments: base addresses between commas, API key, what to do ({@code authorization}, {@code aura-id}, {@code read},
     * {@code renew}, {@code remove}), prefix of the users' ids, callers, seconds at most, calls at most, and the distance of
     * the numbers of one call and the next, 1 where it is missing.
     */
    public static void main(String[] args) throws Exception {
        long distance = args.length > 7 ? Long.parseLong(args[7]) : 1;
        ChangeLoad load = new ChangeLoad(List.of(args[0].split(",")), args[1], args[2], args[3], distance);
        load.run(Integer.parseInt(args[4]), Long.parseLong(args[5]), Long.parseLong(args[6]));
        System.exit(0);
    }

    private void run(int callers, long seconds, long most) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(seconds);
        for (int i = 0; i < callers; i++) {
            threads.execute(() -> callUntil(end, most));
        }
        threads.shutdown();
        threads.awaitTermination(seconds + 60, TimeUnit.SECONDS);
        double took = (System.nanoTime() - start) / 1e9;
        long done = answers.values().stream().mapToLong(AtomicLong::get).sum();
        System.out.printf(
                Locale.ROOT,
                "%s %.1f/s calls %d p50 %.1f ms p99 %.1f ms most %.1f ms answers %s%n",
                kind,
                done / took,
                done,
                quantile(done, 0.5),
                quantile(done, 0.99),
                slowest.get() / (double) TENTHS_OF_MILLIS,
                answers);
    }

    private void callUntil(long end, long most) {
        for (long number = next.getAndIncrement();
                number < most && System.nanoTime() < end;
                number = next.getAndIncrement()) {
            long began = System.nanoTime();
            int status;
            try {
                status = http.send(request(number), HttpResponse.BodyHandlers.discarding())
                        .statusCode();
            } catch (IOException e) {
                status = 0;
            } catch (InterruptedException e) {
                return;
            }
            long took = (System.nanoTime() - began) / (1_000_000 / TENTHS_OF_MILLIS);
            times[(int) Math.min(took, LONGEST - 1)].incrementAndGet();
            slowest.accumulate(took);
            answers.computeIfAbsent(status, missing -> new AtomicLong()).incrementAndGet();
        }
    }

    private HttpRequest request(long number) {
        String base = servers.get((int) (number % servers.size())) + "/aura-services/v1/users";
        String user = prefix + number * distance;
        return switch (kind) {
            case "authorization" -> registration(base + "/aura-id", user);
            case "aura-id" -> registration(base + "/aura-id/" + user, user);
            case "renew" -> registration(base + "/aura-id/" + user, user + "-again");
            case "read" ->
                HttpRequest.newBuilder(URI.create(base + "/" + user))
                        .header("Authorization", "APIKEY " + key)
                        .GET()
                        .build();
            case "remove" ->
                HttpRequest.newBuilder(URI.create(base + "/" + user))
                        .header("Authorization", "APIKEY " + key)
                        .DELETE()
                        .build();
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private HttpRequest registration(String address, String session) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "APIKEY " + key)
                .header("x-4p-channel-id", "6f4c1f0e-0d5b-4a53-9a0e-3d3a5a7a2c11")
                .header("x-4p-user-id", "person-" + session)
                .header("x-4p-authorization-id", "session-" + session)
                .header("x-4p-authentication-type", "uid")
                .header("x-4p-authentication-identifier", "uid-" + session)
                .GET()
                .build();
    }

    private double quantile(long done, double part) {
        long left = (long) (done * part);
        for (int i = 0; i < LONGEST; i++) {
            left -= times[i].get();
            if (left < 0) {
                return i / (double) TENTHS_OF_MILLIS;
            }
        }
        return LONGEST / (double) TENTHS_OF_MILLIS;
    }
}
