package io.github.auraauth.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.github.auraauth.adapter.mongo.CommandProxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands say of a database that refuses them, or is not there. */
class DatabaseRefusalTest {
    private static final String PASSWORD = "fake-password-of-mongo";

    @TempDir
    private Path home;

    private final MongoServer mongo = new MongoServer(new MemoryBackend());
    private CommandProxy proxy;

    @BeforeEach
    void open() throws IOException {
        mongo.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        proxy = new CommandProxy(mongo.getLocalAddress());
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        mongo.shutdownNow();
    }

    @Test
    void makeup_nothingRefused_appliesAndThenHasNothingToDo() {
        Terminal terminal = terminal(Map.of());
        assertThat(terminal.run("makeup")).as(terminal.err()).isZero();
        assertThat(terminal.out()).isEqualTo("applied 1\napplied 2\n");
        assertThat(terminal.run("makeup")).isZero();
        assertThat(terminal.out()).isEqualTo("nothing to do\n");
    }

    @Test
    void makeup_createIndexesRefused_saysCodeNameAndRemedy() {
        refuse("createIndexes", 14031, "OutOfDiskSpace");
        Terminal terminal = terminal(Map.of());
        assertThat(terminal.run("makeup")).isEqualTo(69);
        assertThat(terminal.err())
                .isEqualTo("aura: mongo refused createIndexes of users.auraId_1: 14031 OutOfDiskSpace: the disk of"
                        + " MongoDB is full\n");
    }

    @Test
    void makeup_databaseAway_saysSoAndEnds() throws IOException {
        proxy.close();
        Terminal terminal = terminal(Map.of());
        assertThat(terminal.run("makeup")).isEqualTo(69);
        assertThat(terminal.err()).contains("mongo did not answer in time; aura doctor tries each dependency");
    }

    @Test
    void anyCommand_passwordWrong_saysCodeNameAndRemedyAndNoPassword() {
        refuse("saslStart", 18, "AuthenticationFailed");
        Terminal terminal = terminal(credentials());
        assertThat(terminal.run("apikey", "list")).isEqualTo(69);
        assertThat(terminal.err())
                .isEqualTo("aura: mongo refused the call: 18 AuthenticationFailed: check the user, the password and"
                        + " authSource\n")
                .doesNotContain(PASSWORD);
    }

    @Test
    void doctor_passwordWrong_saysSo() {
        refuse("saslStart", 18, "AuthenticationFailed");
        Terminal terminal = terminal(credentials());
        assertThat(terminal.run("doctor")).isEqualTo(69);
        assertThat(terminal.out())
                .containsPattern(
                        "mongo +refuses: 18 AuthenticationFailed: check the user, the password and authSource\\n")
                .doesNotContain(PASSWORD);
    }

    @Test
    void doctor_rightsMissing_namesThem() {
        Document status = Document.parse("{authInfo: {authenticatedUsers: [{user: 'a', db: 'admin'}],"
                + " authenticatedUserPrivileges: [{resource: {db: 'aura-users', collection: ''}, actions: ['find',"
                + " 'insert', 'update', 'remove', 'listIndexes']}]}, ok: 1.0}");
        proxy.judge(command ->
                CommandProxy.nameOf(command).equals("connectionStatus") ? Optional.of(status) : Optional.empty());
        Terminal terminal = terminal(Map.of());
        assertThat(terminal.run("doctor")).isEqualTo(69);
        assertThat(terminal.out())
                .containsPattern("mongo +the user may not createIndex, dropIndex in aura-users: grant it the role"
                        + " readWrite there\\n");
    }

    private Terminal terminal(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "AURA_MONGODB_URI",
                "mongodb://127.0.0.1:" + proxy.port(),
                "AURA_MONGODB_USER_DB",
                "aura-users",
                "AURA_MONGODB_SERVER_SELECTION_TIMEOUT_MS",
                "1000"));
        environment.putAll(more);
        return new Terminal(home, environment).withRunningClock();
    }

    private static Map<String, String> credentials() {
        return Map.of("AURA_MONGODB_USERNAME", "somebody", "AURA_MONGODB_PASSWORD", PASSWORD);
    }

    private void refuse(String name, int code, String codeName) {
        proxy.judge(command -> CommandProxy.nameOf(command).equals(name)
                ? Optional.of(CommandProxy.refusal(code, codeName))
                : Optional.empty());
    }
}
