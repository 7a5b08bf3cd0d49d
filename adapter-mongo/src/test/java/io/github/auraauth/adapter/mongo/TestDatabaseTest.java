package io.github.auraauth.adapter.mongo;

import static io.github.auraauth.adapter.mongo.TestDatabase.soon;
import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tests run against a server that is given by a connection string of any form. */
class TestDatabaseTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/other", "/?appName=test", "/other?appName=test", "?appName=test"})
    void connect_byWayOfAProxy_worksWhateverTheUriEndsWith(String end) throws IOException {
        MongoServer server = new MongoServer(new MemoryBackend());
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        TestDatabase database = new TestDatabase(
                Optional.of("mongodb://127.0.0.1:" + server.getLocalAddress().getPort() + end));
        database.open();
        try (TcpProxy proxy = database.proxy();
                MongoConnection connection = database.connect(proxy)) {
            connection.ping(soon());
        } finally {
            database.close();
            server.shutdownNow();
        }
    }

    @Test
    void proxied_credentialsAndSeveralHosts_keepsAllButTheHosts() {
        assertThat(TestDatabase.proxied("mongodb://h:p%40@h:1,g:2/db?replicaSet=rs", 9))
                .isEqualTo("mongodb://h:p%40@127.0.0.1:9/db?replicaSet=rs&directConnection=true");
        assertThat(TestDatabase.proxied("mongodb://h/?authSource=a@b", 9))
                .isEqualTo("mongodb://127.0.0.1:9/?authSource=a@b&directConnection=true");
    }
}
