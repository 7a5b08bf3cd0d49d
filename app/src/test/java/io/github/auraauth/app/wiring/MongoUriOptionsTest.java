package io.github.auraauth.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.adapter.mongo.MongoConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Options in the addresses of both databases arrive at the driver, each at its own. */
class MongoUriOptionsTest {
    private static final Map<String, String> ADDRESSES = Map.of(
            "AURA_MONGODB_URI", "mongodb://u:p@users.example/?ssl=true&retrywrites=false&maxIdleTimeMS=120000",
            "TAC_MONGODB_URI", "mongodb://u:p@terms.example/?maxPoolSize=3&readPreference=nearest",
            "TAC_APIKEY", "a-key-of-the-tests");

    @TempDir
    private Path home;

    @Test
    void options_nothingElseSet_areThoseOfEachAddress() throws Exception {
        Arrived it = arrived(Map.of());

        assertThat(it.mongo().retries()).isEqualTo(new MongoConfig.Retries(false, true));
        assertThat(it.mongo().pool()).isEqualTo(new MongoConfig.PoolLimits(60, 2, Duration.ofMinutes(2)));
        assertThat(it.mongo().users().readPreference()).isEqualTo("primaryPreferred");
        assertThat(it.mongo().access().ssl()).isEmpty();
        assertThat(it.termsMongo().retries()).isEqualTo(new MongoConfig.Retries(true, true));
        assertThat(it.termsMongo().pool()).isEqualTo(new MongoConfig.PoolLimits(3, 2, Duration.ofSeconds(30)));
        assertThat(it.termsMongo().users().readPreference()).isEqualTo("nearest");
    }

    @Test
    void options_variablesSet_areBeatenInBoth() throws Exception {
        Arrived it = arrived(Map.of(
                "AURA_MONGODB_RETRY_WRITES", "true",
                "AURA_MONGODB_MAX_IDLE_TIME_MS", "1",
                "AURA_MONGODB_POOL_SIZE", "9",
                "AURA_MONGODB_SSL", "false"));

        assertThat(it.mongo().retries().writes()).isTrue();
        assertThat(it.mongo().access().ssl()).isEqualTo(Optional.of(false));
        assertThat(it.mongo().pool()).isEqualTo(new MongoConfig.PoolLimits(9, 2, Duration.ofMillis(1)));
        assertThat(it.termsMongo().pool()).isEqualTo(it.mongo().pool());
        assertThat(it.termsMongo().access().ssl()).isEmpty();
    }

    private Arrived arrived(Map<String, String> more) throws Exception {
        Map<String, String> environment = new HashMap<>(VariableRows.BASE);
        environment.putAll(ADDRESSES);
        environment.putAll(more);
        return Arrived.from(environment, home);
    }
}
