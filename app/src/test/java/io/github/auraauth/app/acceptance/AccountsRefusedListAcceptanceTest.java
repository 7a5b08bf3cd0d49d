package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A line of {@code AUTH_TOKENS} that cannot be applied ends the start: it is named by its number, and never quoted. */
class AccountsRefusedListAcceptanceTest {
    private static final int CONFIGURATION = 78;
    private static final String GOOD = "fine:a-good-secret-of-some-length:view_show";

    @TempDir
    private Path folder;

    private final MongoServer mongo = new MongoServer(new MemoryBackend());
    private Map<String, String> environment = Map.of();

    @BeforeEach
    void bind() {
        environment = Servers.on(mongo.bindAndGetConnectionString());
    }

    @AfterEach
    void stop() {
        mongo.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "confidential",
                "confidential:of-two-parts",
                ":confidential-secret-without-name:view_show",
                "two words:confidential-secret-here:view_show",
                "p\u0430ola:confidential-secret-here:view_show",
                "empty::view_show",
                "spaced:confidential secret here:view_show",
                "listed:confidential-secret-here:View-Show",
                "listed:confidential-secret-here:view_show&",
                "again:a-good-secret-of-some-length:view_show"
            })
    void malformedLine_isNamedByItsNumber(String line) {
        assertRefused(GOOD + "\n\n" + line, 3, line);
    }

    @Test
    void shortSecret_outsideDevelopment_isRefused() {
        environment.put("AURA_SERVICE_ENVIRONMENT", "PRE");

        assertRefused(GOOD + "\nshort:nineteen-characters:view_show", 2, "nineteen-characters");
    }

    @Test
    void line_withTheSecretOfATokenThatWasMadeHere_isRefused() {
        CommandLine operator = new CommandLine(folder, environment);
        operator.run("", "account", "create", "somebody");
        String taken =
                operator.run("", "token", "create", "t", "--account", "somebody", "--permission", "view_account");

        assertRefused(GOOD + "\nanother:" + taken + ":view_show", 2, taken);
    }

    @Test
    void line_withPermissionsBeyondAnAccountThatWasMadeOtherwise_isRefused() {
        CommandLine operator = new CommandLine(folder, environment);
        operator.run("", "account", "create", "somebody", "--permission", "view_account");

        assertRefused(
                GOOD + "\nsomebody:a-listed-secret-of-somebody:view_account&list_account",
                2,
                "a-listed-secret-of-somebody");
    }

    private void assertRefused(String list, int number, String text) {
        environment.put("AUTH_TOKENS", list);
        try (ServerProcess server = ServerProcess.launch(folder.resolve("server"), environment)) {
            assertThat(server.awaitEnd()).isEqualTo(CONFIGURATION);
            assertThat(String.join("\n", server.output()))
                    .contains("AUTH_TOKENS", "line " + number + ' ')
                    .doesNotContain(text, "confidential", "a-good-secret");
        }
    }
}
