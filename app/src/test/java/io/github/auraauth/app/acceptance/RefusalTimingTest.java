package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.testkit.Eventually;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whether the time of a refusal tells its kind. Ten thousand requests of each kind, in random order over one connection;
 * compared by the probability that a refusal of one kind takes longer than one of all others (the statistic of Mann,
 * Whitney and Wilcoxon as an effect size), which is one half where the time tells nothing.
 */
@Tag("deep")
@Tag("measuring")
class RefusalTimingTest {
    private static final int REQUESTS = Integer.getInteger("aura.timing.requests", 10_000);
    private static final int WARM_UP = 2_000;

    /** Who guesses the kind by the time is right in 53 of 100 cases at most, where 50 are luck. */
    private static final double MOST_OFF = 0.03;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"strict", "compat"})
    void refuse_everyKind_takesTheSameTime(String policy) {
        Map<String, String> environment = Servers.embedded();
        environment.put("AURA_APIKEY_POLICY", policy);
        environment.put("AURA_APIKEY_THROTTLE", "0");
        environment.put("AURA_LOGGING_LEVEL", "ERROR");
        try (ServerProcess server = ServerProcess.startForMeasuring(folder, environment)) {
            Api api = new Api(server);
            Map<String, String> kinds = kinds(new CommandLine(folder, environment));
            Eventually.holds(
                    "the server knows what is revoked",
                    () -> api.call(request(api, kinds.get("revoked"))).statusCode() == 401);
            Map<String, long[]> times = measure(api, kinds);
            long[] all = times.values().stream()
                    .flatMapToLong(Arrays::stream)
                    .sorted()
                    .toArray();
            Map<String, Double> longer = new LinkedHashMap<>();
            times.forEach((kind, own) -> longer.put(kind, longer(own, all)));
            System.out.printf(
                    "%s: a refusal takes longer than another in these parts of the cases: %s%n", policy, longer);
            assertThat(longer.values()).allSatisfy(part -> assertThat(part).isBetween(0.5 - MOST_OFF, 0.5 + MOST_OFF));
        }
    }

    /** Keys of about the same length, so that nothing but the kind differs. */
    private static Map<String, String> kinds(CommandLine operator) {
        String[] generate = {"apikey", "generate", "-v", "9.5.0", "-s", "aura-services", "-a", "webchat", "-m", "r"};
        String good = operator.run("", generate);
        String revoked = operator.run("", generate);
        operator.run(revoked, "apikey", "revoke");
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("undecipherable", good.substring(0, 20) + (good.charAt(20) == '0' ? '1' : '0') + good.substring(21));
        kinds.put("wrong check", good.substring(0, good.length() - 1) + (good.endsWith("0") ? '1' : '0'));
        kinds.put("revoked", revoked);
        kinds.put("other environment", Api.key(Api.keys(Api.ENCRYPTION_KEY, "acceptancf"), "webchat", AccessMode.READ));
        kinds.put(
                "other encryption key",
                Api.key(Api.keys("another-environment-s-secret-key", Api.ENVIRONMENT), "webchat", AccessMode.READ));
        kinds.put("malformed", "x".repeat(good.length()));
        return kinds;
    }

    private static Map<String, long[]> measure(Api api, Map<String, String> kinds) {
        List<String> names = List.copyOf(kinds.keySet());
        Map<String, HttpRequest> requests = new LinkedHashMap<>();
        kinds.forEach((kind, key) -> requests.put(kind, request(api, key)));
        Random random = new Random(20261123);
        Map<String, List<Long>> times = new LinkedHashMap<>();
        names.forEach(name -> times.put(name, new ArrayList<>()));
        int rounds = REQUESTS * names.size() + WARM_UP;
        for (int i = 0; i < rounds; i++) {
            String kind = names.get(random.nextInt(names.size()));
            HttpRequest request = requests.get(kind);
            long start = System.nanoTime();
            int status = api.call(request).statusCode();
            long time = System.nanoTime() - start;
            assertThat(status).as(kind).isEqualTo(401);
            if (i >= WARM_UP) {
                times.get(kind).add(time);
            }
        }
        Map<String, long[]> measured = new LinkedHashMap<>();
        times.forEach((kind, own) ->
                measured.put(kind, own.stream().mapToLong(Long::longValue).toArray()));
        return measured;
    }

    private static HttpRequest request(Api api, String key) {
        return api.request("/config", key).build();
    }

    /** The probability that one of these is longer than one of all, ties counting half. */
    private static double longer(long[] own, long[] all) {
        double sum = 0;
        for (long time : own) {
            sum += below(all, time) + 0.5 * (below(all, time + 1) - below(all, time));
        }
        return sum / own.length / all.length;
    }

    private static int below(long[] sorted, long bound) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
