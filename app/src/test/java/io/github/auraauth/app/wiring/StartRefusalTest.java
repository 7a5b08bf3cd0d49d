package io.github.auraauth.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.app.process.AcceptedChanges;
import io.github.auraauth.app.process.StartRefused;
import io.github.auraauth.app.wiring.start.PlayedServices;
import io.github.auraauth.app.wiring.start.RecordedSecrets;
import io.github.auraauth.port.Deadline;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why a start ends that the configuration alone did not end: a line that names the variable and what to do. */
class StartRefusalTest {
    private static final String OTHER_KEY = "another-key-of-the-refusal-tests";

    @TempDir
    private Path home;

    private final MongoServer mongo = new MongoServer(new MemoryBackend());

    @AfterEach
    void close() {
        mongo.shutdownNow();
    }

    @Test
    void start_portTaken_namesThePortAndItsVariable() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Arrived arrived = arrived(Map.of("AURA_SERVICE_PORT", Integer.toString(taken.getLocalPort())));
            assertRefused(
                    () -> Server.start(
                                    arrived.configuration(),
                                    AcceptedChanges.NONE,
                                    PlayedServices.NONE,
                                    Arrived.SOURCES,
                                    stop -> {})
                            .close(),
                    "cannot listen on port " + taken.getLocalPort() + " of 127.0.0.1; stop what listens there, or set"
                            + " AURA_SERVICE_PORT to another port or AURA_LISTEN_ADDRESS to an address of this machine");
        }
    }

    @Test
    void check_anotherSeedOverUsers_namesTheVariableAndTheOption() throws Exception {
        Map<String, String> other = Map.of("AURA_SEED_ID", "another-seed-of-the-refusal-tests");
        try (MongoConnection connection = connection()) {
            check(connection, Map.of(), AcceptedChanges.NONE);
            check(connection, other, AcceptedChanges.NONE);
            check(connection, Map.of(), AcceptedChanges.NONE);
            store(connection);
            assertRefused(
                    () -> check(connection, other, new AcceptedChanges(false, true)),
                    "AURA_SEED_ID is not the one that the stored users were registered with: their auraGlobalId and all"
                            + " anonymous ids would change. Give the old seed, or start once with --accept-new-seed");
            check(connection, other, new AcceptedChanges(true, false));
            check(connection, other, AcceptedChanges.NONE);
        }
    }

    @Test
    void check_anotherEncryptionKeyOverData_namesTheVariableAndTheOption() throws Exception {
        Map<String, String> other = Map.of("AURA_ENCRYPTION_KEY", OTHER_KEY);
        Map<String, String> both =
                Map.of("AURA_ENCRYPTION_KEY", OTHER_KEY + "," + VariableRows.BASE.get("AURA_ENCRYPTION_KEY"));
        try (MongoConnection connection = connection()) {
            check(connection, Map.of(), AcceptedChanges.NONE);
            store(connection);
            assertRefused(
                    () -> check(connection, other, new AcceptedChanges(true, false)),
                    "AURA_ENCRYPTION_KEY has none of the keys that this database was used with: what is stored"
                            + " enciphered could not be read, and no APIKey would be good any more. Add the old key"
                            + " behind the new one and a comma, or start once with --accept-new-encryption-key");
            check(connection, both, AcceptedChanges.NONE);
            check(connection, other, AcceptedChanges.NONE);
        }
    }

    @Test
    void check_anotherEncryptionKeyAccepted_isTakenFromThenOn() throws Exception {
        Map<String, String> other = Map.of("AURA_ENCRYPTION_KEY", OTHER_KEY);
        try (MongoConnection connection = connection()) {
            check(connection, Map.of(), AcceptedChanges.NONE);
            store(connection);
            check(connection, other, new AcceptedChanges(false, true));
            assertThatCode(() -> check(connection, other, AcceptedChanges.NONE)).doesNotThrowAnyException();
        }
    }

    private MongoConnection connection() throws Exception {
        Arrived arrived = arrived(Map.of("AURA_MONGODB_URI", mongo.bindAndGetConnectionString()));
        return MongoConnection.open(arrived.mongo(), Arrived.SOURCES.clock());
    }

    private static void store(MongoConnection connection) {
        connection
                .users()
                .within(
                        Deadline.in(Duration.ofSeconds(10), Arrived.SOURCES.clock()),
                        all -> all.insertOne(new Document("auraId", "a")));
    }

    private void check(MongoConnection connection, Map<String, String> given, AcceptedChanges accepted)
            throws Exception {
        new RecordedSecrets(connection, Arrived.SOURCES.clock())
                .check(arrived(given).configuration().keys(), accepted);
    }

    private Arrived arrived(Map<String, String> given) throws Exception {
        Map<String, String> environment = new HashMap<>(VariableRows.BASE);
        environment.put("AURA_DATA_FOLDER", home.resolve("data").toString());
        environment.put("TAC_PORT", "0");
        environment.putAll(given);
        return Arrived.from(environment, home);
    }

    private static void assertRefused(ThrowingCallable start, String message) {
        assertThat(catchThrowableOfType(StartRefused.class, start)).hasMessage(message);
    }
}
