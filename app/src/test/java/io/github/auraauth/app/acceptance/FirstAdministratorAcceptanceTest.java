package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who comes first where nothing is configured: shown once, and nobody is left without a way in. */
class FirstAdministratorAcceptanceTest {
    private static final Pattern SHOWN = Pattern.compile("-u 'admin:([0-9A-Za-z]{24})'");

    @TempDir
    private Path folder;

    @Test
    void start_whereNobodyIsYet_showsThePasswordOnce_andACommandSetsAnother() {
        try (ServerProcess server = ServerProcess.startForMeasuring(folder, Servers.embedded())) {
            Matcher shown = SHOWN.matcher(String.join("\n", server.outputWith(SHOWN)));
            assertThat(shown.find()).isTrue();
            assertThat(logIn(server, shown.group(1))).isEqualTo(200);
            new CommandLine(folder, Servers.embedded())
                    .run("an example of an administrator's password\n", "account", "set-password", "admin");
            assertThat(logIn(server, "an example of an administrator's password"))
                    .isEqualTo(200);
        }
        try (ServerProcess again = ServerProcess.start(folder, Servers.embedded(), "--print-sample")) {
            assertThat(String.join("\n", again.outputWith(Pattern.compile("A sample key"))))
                    .doesNotContainPattern(SHOWN);
        }
    }

    private static int logIn(ServerProcess server, String password) {
        return new ComparedServer(server.uri("/"), false)
                .answer(ComparedRequest.of("a login", "POST", "/login")
                        .with("Content-Type", "application/json")
                        .with(ComparedRequest.BODY, "{\"username\":\"admin\",\"password\":\"" + password + "\"}"))
                .statusCode();
    }
}
