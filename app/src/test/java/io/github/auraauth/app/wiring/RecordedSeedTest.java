package io.github.auraauth.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.user.MongoSeedRecord;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.user.UserIdentities;
import io.github.auraauth.port.Deadline;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The seed that counts, where white space came with the configured one. */
class RecordedSeedTest {
    private static final String PLAIN = "a seed of a former release";

    @TempDir
    private Path home;

    private final MongoServer mongo = new MongoServer(new MemoryBackend());

    @AfterEach
    void close() {
        mongo.shutdownNow();
    }

    @Test
    void withRecordedSeed_recordedAsItCame_staysSo() throws Exception {
        assertThat(seedOver(PLAIN + "\n", PLAIN + "\n")).isEqualTo(Secret.ofText(PLAIN + "\n"));
    }

    @Test
    void withRecordedSeed_recordedWithoutTheLineBreak_isWithout() throws Exception {
        assertThat(seedOver(PLAIN, PLAIN + "\n")).isEqualTo(Secret.ofText(PLAIN));
    }

    @Test
    void withRecordedSeed_anotherRecorded_isTheGivenOneWithout() throws Exception {
        assertThat(seedOver("another seed of an operator", '"' + PLAIN + '"')).isEqualTo(Secret.ofText(PLAIN));
    }

    private Secret seedOver(String recorded, String given) throws Exception {
        Map<String, String> environment = new HashMap<>(VariableRows.BASE);
        environment.put("AURA_MONGODB_URI", mongo.bindAndGetConnectionString());
        environment.put("AURA_SEED_ID", given);
        Arrived arrived = Arrived.from(environment, home);
        try (MongoConnection connection = MongoConnection.open(arrived.mongo(), Arrived.SOURCES.clock())) {
            String fingerprint = new UserIdentities(Secret.ofText(recorded)).seedFingerprint();
            new MongoSeedRecord(connection, Arrived.SOURCES.clock())
                    .compare(fingerprint, Deadline.in(Duration.ofSeconds(30), Arrived.SOURCES.clock()));
            return new Preparation(connection, Arrived.SOURCES)
                    .withRecordedSeed(arrived.configuration())
                    .keys()
                    .seed();
        }
    }
}
