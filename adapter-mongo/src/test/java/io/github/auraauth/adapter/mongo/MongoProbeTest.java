package io.github.auraauth.adapter.mongo;

import static io.github.auraauth.adapter.mongo.TestDatabase.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.port.out.health.DependencyProbe;
import io.github.auraauth.testkit.Eventually;
import io.github.auraauth.testkit.health.DependencyProbeContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The probe keeps what its port promises. */
class MongoProbeTest implements DependencyProbeContract {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private TcpProxy proxy;
    private MongoConnection connection;
    private MongoProbe probe;

    @BeforeEach
    void connect() throws IOException {
        proxy = DATABASE.proxy();
        connection = DATABASE.connect(proxy);
        probe = new MongoProbe(connection);
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        connection.close();
    }

    @Override
    public DependencyProbe probe() {
        return probe;
    }

    @Override
    public Backend takeBackendAway() {
        try {
            proxy.cut();
            return Backend.AWAY;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void probe_itself_isNeededUnderTheNameMongo() {
        assertThat(probe.name()).isEqualTo("mongo");
        assertThat(probe.isNeeded()).isTrue();
    }

    @Test
    void answers_serverFrozenAndThawed_isFalseAndThenTrue() {
        assertThat(probe.answers(soon())).isTrue();
        proxy.freeze();
        assertThat(probe.answers(TestDatabase.within(Duration.ofMillis(300)))).isFalse();
        proxy.thaw();
        Eventually.holds("it answers", () -> probe.answers(TestDatabase.within(Duration.ofSeconds(1))));
    }
}
