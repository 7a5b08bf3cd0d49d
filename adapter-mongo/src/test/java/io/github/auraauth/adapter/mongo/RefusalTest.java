package io.github.auraauth.adapter.mongo;

import static io.github.auraauth.adapter.mongo.TestDatabase.soon;
import static io.github.auraauth.adapter.mongo.TestDatabase.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server refuses is told by its code and the code's name, and by nothing else that the server says. */
class RefusalTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Duration SHORT = Duration.ofMillis(200);

    private CommandProxy proxy;
    private MongoConnection connection;

    @BeforeEach
    void connect() throws IOException {
        proxy = DATABASE.commandProxy();
        connection = DATABASE.connect(proxy, "");
    }

    @AfterEach
    void close() throws IOException {
        connection.close();
        proxy.close();
    }

    @ParameterizedTest
    @CsvSource({"13,Unauthorized", "8000,AtlasError", "14031,OutOfDiskSpace", "121,DocumentValidationFailure"})
    void anyCall_refused_isToldAndOpensNoCircuit(int code, String name) {
        refuse("find", code, name);
        for (int i = 0; i < 2 * MongoCircuitBreaker.FAILURES_TO_OPEN; i++) {
            assertRefused(this::find, "mongo refused the call: " + code + ' ' + name);
        }
        assertThat(connection.isCircuitOpen()).isFalse();
    }

    @Test
    void write_refusedByAValidator_isToldWithoutTheValue() {
        proxy.judge(command -> CommandProxy.nameOf(command).equals("insert")
                ? Optional.of(new Document("ok", 1.0)
                        .append("n", 0)
                        .append(
                                "writeErrors",
                                List.of(new Document("index", 0)
                                        .append("code", 121)
                                        .append("errmsg", "fake-value"))))
                : Optional.empty());
        assertRefused(
                deadline -> connection.users().within(deadline, all -> all.insertOne(new Document("a", 1))),
                "mongo refused the call: 121");
    }

    @Test
    void anyCall_codeNameThatIsNoWord_isToldWithoutIt() {
        refuse("find", 4711, "a fake value of +12025550100");
        assertRefused(this::find, "mongo refused the call: 4711");
    }

    @Test
    void anyCall_serverIsNoPrimary_isNoRefusal() {
        refuse("find", 10107, "NotWritablePrimary");
        assertThatThrownBy(() -> find(within(Duration.ofMillis(600))))
                .isInstanceOf(Outage.class)
                .isNotInstanceOf(Outage.Refused.class);
    }

    @Test
    void requireAnswer_passwordWrong_isToldEachTimeAlsoWhileTheDriverPauses() {
        refuse("saslStart", 18, "AuthenticationFailed");
        try (MongoConnection wrong = DATABASE.connect(proxy, "somebody:fake-password@")) {
            assertRefused(wrong::requireAnswer, "mongo refused the call: 18 AuthenticationFailed");
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> wrong.requireAnswer(within(SHORT)))
                        .isInstanceOf(Outage.Refused.class)
                        .hasMessage("mongo refused the call: 18 AuthenticationFailed");
            }
        }
    }

    @Test
    void requireAnswer_serverAway_isNoRefusal() throws IOException {
        proxy.close();
        assertThatThrownBy(() -> connection.requireAnswer(within(SHORT)))
                .isInstanceOf(Outage.class)
                .isNotInstanceOf(Outage.Refused.class);
    }

    @Test
    void problem_allGranted_isNone() {
        privileges("{resource: {db: '', collection: ''}, actions: ['find', 'insert', 'update', 'remove', 'listIndexes',"
                + " 'createIndex', 'dropIndex']}");
        assertThat(problem()).isEmpty();
    }

    @Test
    void problem_rightsMissing_areNamed() {
        privileges("{resource: {db: '" + connection.users().database() + "', collection: ''}, actions: ['find',"
                + " 'listIndexes', 'update', 'insert']}, {resource: {db: 'other', collection: ''}, actions:"
                + " ['createIndex']}");
        assertThat(problem())
                .hasValueSatisfying(text ->
                        assertThat(text).startsWith("the user may not remove, createIndex, dropIndex in aura-test-"));
    }

    @Test
    void problem_nobodyLogsIn_isNone() {
        assertThat(problem()).isEmpty();
    }

    @Test
    void problem_readingRefused_isToldWithWhatToDo() {
        refuse("find", 13, "Unauthorized");
        assertThat(problem())
                .contains("refuses: 13 Unauthorized: the user lacks a right; grant it the role readWrite on the"
                        + " database");
    }

    private Optional<String> problem() {
        return AccessCheck.problem(connection, connection.users(), soon());
    }

    private void privileges(String list) {
        Document answer = Document.parse("{authInfo: {authenticatedUsers: [{user: 'a', db: 'admin'}],"
                + " authenticatedUserPrivileges: [" + list + "]}, ok: 1.0}");
        proxy.judge(command ->
                CommandProxy.nameOf(command).equals("connectionStatus") ? Optional.of(answer) : Optional.empty());
    }

    private void refuse(String name, int code, String codeName) {
        proxy.judge(command -> CommandProxy.nameOf(command).equals(name)
                ? Optional.of(CommandProxy.refusal(code, codeName))
                : Optional.empty());
    }

    private void find(Deadline deadline) {
        connection
                .users()
                .within(deadline, all -> Optional.ofNullable(all.find().first()));
    }

    private static void assertRefused(Consumer<Deadline> call, String message) {
        assertThatThrownBy(() -> call.accept(soon()))
                .isInstanceOf(Outage.Refused.class)
                .hasMessage(message);
    }
}
