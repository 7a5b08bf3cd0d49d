package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.github.auraauth.domain.access.AccessMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The environment's encryption key is replaced while two servers take turns in being there. */
@Tag("deep")
class EncryptionKeyRotationAcceptanceTest {
    private static final String OLD = Api.ENCRYPTION_KEY;
    private static final String NEW = "the-next-encryption-key-of-test!";

    @TempDir
    private Path folder;

    private final List<String> goodKeys = new ArrayList<>();
    private Map<String, String> environment;

    @Test
    void replace_stepByStepOnTwoServers_refusesNoGoodKeyAtAnyMoment() {
        MongoServer mongo = new MongoServer(new MemoryBackend());
        environment = Servers.on(mongo.bindAndGetConnectionString());
        Map<String, String> command = Servers.on(mongo.getConnectionString());
        goodKeys.add(issued(command, OLD));
        ServerProcess a = launch("a", OLD);
        ServerProcess b = launch("b", OLD);
        try {
            a.awaitReady();
            b.awaitReady();
            for (String list : List.of(OLD + "," + NEW, NEW + "," + OLD)) {
                a = restart(a, "a", list, b);
                goodKeys.add(issued(command, list));
                assertAllGood(a, b);
                b = restart(b, "b", list, a);
                assertAllGood(a, b);
            }
            command.put("AURA_ENCRYPTION_KEY", NEW + "," + OLD);
            String young =
                    new CommandLine(folder.resolve("c"), command).run(goodKeys.get(0), "apikey", "rotate", "--now");
            goodKeys.removeIf(key -> !key.startsWith("aur2_" + young.substring(5, 13)));
            goodKeys.add(young);
            a = restart(a, "a", NEW, b);
            assertAllGood(a, b);
            b = restart(b, "b", NEW, a);
            assertAllGood(a, b);
            Api api = new Api(a);
            assertThat(api.call(api.request("/config", Api.key("aura-bot", AccessMode.READ))
                                    .build())
                            .statusCode())
                    .as("a key of the old encryption key")
                    .isEqualTo(401);
        } finally {
            a.close();
            b.close();
            mongo.shutdownNow();
        }
    }

    private ServerProcess restart(ServerProcess server, String name, String list, ServerProcess other) {
        assertThat(server.stop()).isZero();
        assertAllGood(other);
        ServerProcess again = launch(name, list);
        again.awaitReady();
        return again;
    }

    private ServerProcess launch(String name, String list) {
        environment.put("AURA_ENCRYPTION_KEY", list);
        return ServerProcess.launch(folder.resolve(name), environment);
    }

    /** A key made under that list, by a command line that has it already. */
    private String issued(Map<String, String> command, String list) {
        command.put("AURA_ENCRYPTION_KEY", list);
        return new CommandLine(folder.resolve("c"), command)
                .run("", "apikey", "generate", "-v", "9.5.0", "-s", "aura-services", "-a", "webchat", "-m", "r");
    }

    private void assertAllGood(ServerProcess... servers) {
        for (ServerProcess server : servers) {
            Api api = new Api(server);
            assertThat(goodKeys)
                    .allSatisfy(key -> assertThat(
                                    api.call(api.request("/config", key).build())
                                            .statusCode())
                            .isEqualTo(200));
        }
    }
}
