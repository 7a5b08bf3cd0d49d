package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who comes first where nothing is configured: told of once, and nobody is left without a way in. */
class FirstAdministratorAcceptanceTest {
    private static final Pattern SHOWN = Pattern.compile("-u 'admin:([0-9A-Za-z]{24})'");
    private static final String TOLD = "there is a first administrator now";

    @TempDir
    private Path folder;

    @Test
    void start_withoutASample_tellsOfTheAdministrator_whomACommandGivesAPassword() {
        try (ServerProcess server = ServerProcess.start(folder, Servers.embedded())) {
            assertThat(String.join("\n", server.outputWith(Pattern.compile(TOLD))))
                    .doesNotContainPattern(SHOWN);
            new CommandLine(folder, Servers.embedded())
                    .run("an example of an administrator's password\n", "account", "set-password", "admin");
            assertThat(logIn(server, "an example of an administrator's password"))
                    .isEqualTo(200);
        }
        try (ServerProcess again = ServerProcess.start(folder, Servers.embedded())) {
            assertThat(String.join("\n", again.output())).doesNotContain(TOLD);
        }
    }

    @Test
    void start_withASample_showsThePassword_once() {
        try (ServerProcess server = ServerProcess.start(folder, Servers.embedded(), "--print-sample")) {
            Matcher shown = SHOWN.matcher(String.join("\n", server.outputWith(SHOWN)));
            assertThat(shown.find()).isTrue();
            assertThat(logIn(server, shown.group(1))).isEqualTo(200);
        }
        try (ServerProcess again = ServerProcess.start(folder, Servers.embedded(), "--print-sample")) {
            List<String> sample = again.outputWith(Pattern.compile("A sample key"));
            assertThat(String.join("\n", sample)).doesNotContainPattern(SHOWN).doesNotContain(TOLD);
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
