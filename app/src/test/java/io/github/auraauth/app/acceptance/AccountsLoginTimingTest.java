package io.github.auraauth.app.acceptance;

import static io.github.auraauth.app.acceptance.AccountServers.PASSWORD;
import static io.github.auraauth.app.acceptance.AccountServers.made;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether the time of a login that is refused tells if there is such an account. */
@Tag("deep")
@Tag("measuring")
class AccountsLoginTimingTest {
    private static final int LOGINS = Integer.getInteger("aura.timing.logins", 90);
    private static final int WARM_UP = 5;
    private static final String WRONG = "a password that is another one";

    /** Of the median of all. */
    private static final double MOST_OFF = 0.1;

    @TempDir
    private Path folder;

    @Test
    void login_thatIsRefused_takesTheSameTimeForAllReasons() {
        try (AccountServers servers = AccountServers.one(folder, Map.of("AURA_TRUSTED_PROXIES", "127.0.0.1"))) {
            withPassword(servers, "known");
            servers.account("without-password");
            withPassword(servers, "deactivated");
            made(servers.a.patch("/accounts/deactivated", servers.root, "{\"is_active\":false}"));
            Map<String, String> kinds = new LinkedHashMap<>();
            kinds.put("unknown", WRONG);
            kinds.put("without-password", WRONG);
            kinds.put("known", WRONG);
            kinds.put("deactivated", PASSWORD);
            Map<String, List<Long>> times = new LinkedHashMap<>();
            kinds.keySet().forEach(kind -> times.put(kind, new ArrayList<>()));
            List<Long> all = new ArrayList<>();
            Random random = new Random(20261123);
            for (int i = 0; i < LOGINS + WARM_UP; i++) {
                // from a source of its own each, and fewer than would slow all sources down
                Map<String, String> source = Map.of("X-Forwarded-For", "10.2.0." + i);
                List<Map.Entry<String, String>> shuffled = new ArrayList<>(kinds.entrySet());
                Collections.shuffle(shuffled, random);
                for (Map.Entry<String, String> kind : shuffled) {
                    long began = System.nanoTime();
                    int status = servers.a
                            .login(kind.getKey(), kind.getValue(), source)
                            .statusCode();
                    long took = System.nanoTime() - began;
                    assertThat(status).as(kind.getKey()).isEqualTo(401);
                    if (i >= WARM_UP) {
                        times.get(kind.getKey()).add(took);
                        all.add(took);
                    }
                }
            }
            double median = median(all);
            Map<String, Double> off = new LinkedHashMap<>();
            times.forEach((kind, own) -> off.put(kind, median(own) / median - 1));
            System.out.printf("a refused login takes longer than all by these parts of the median: %s%n", off);
            assertThat(off.values()).allSatisfy(part -> assertThat(part).isBetween(-MOST_OFF, MOST_OFF));
        }
    }

    private static double median(List<Long> times) {
        List<Long> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    /** With a hash that costs what a hash costs. */
    private static void withPassword(AccountServers servers, String username) {
        servers.account(username);
        servers.operator.run(PASSWORD + '\n', "account", "set-password", username);
    }
}
