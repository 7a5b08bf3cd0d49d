package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.testkit.Eventually;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pages of administration in a real Chromium, as the administrator of the embedded default sees them; screenshots stay in
 * {@code target/screenshots/admin}.
 */
@Tag("deep")
class AdminInChromiumTest {
    private static final Pattern PRINTED = Pattern.compile("/api/v1/me -u '([^:]+):([^']+)'");
    private static final Path SCREENSHOTS =
            Path.of("target", "screenshots", "admin").toAbsolutePath();
    private static final String PHONE = "+34600123456";
    private static final String ODD_NAME = "\"><img src=x onerror=alert(1)>{{7*7}}";

    @TempDir
    private Path folder;

    @Test
    void operator_atNight_doesAllThatPagesOffer_andSeesThatItIsDone() throws Exception {
        NpmProject chromium = NpmProject.install("admin", folder.resolve("chromium"));
        Map<String, String> environment = Servers.embedded();
        environment.put("TAC_APIKEY", Tac.KEY);
        environment.put("AURA_APIKEY_THROTTLE", "0");
        Path data = Files.createDirectory(folder.resolve("server"));
        try (ServerProcess server = ServerProcess.startForHashing(data, environment, "--print-sample")) {
            Eventually.holds("printed", () -> printed(server).count() == 1);
            Matcher administrator = printed(server).findFirst().orElseThrow();
            Map<String, String> way = new HashMap<>(prepared(server, new CommandLine(data, environment)));
            way.put("ADMIN_ROOT", server.uri("").toString());
            way.put("ADMIN_NAME", administrator.group(1));
            way.put("ADMIN_PASSWORD", administrator.group(2));
            assertThat(chromium.node(way, List.of("walk.mjs", SCREENSHOTS.toString())))
                    .endsWith("\n0 findings\n");
        }
    }

    private Map<String, String> prepared(ServerProcess server, CommandLine operator) {
        List<String> names = new ArrayList<>(List.of("colleague"));
        for (int i = 0; i < 60; i++) {
            names.add("presenter-" + i);
        }
        CheapHash.importAccounts(operator, folder, AccountServers.PASSWORD, names);
        register(server, "/users/aura-id", "kernel", "first", Api.CHANNEL);
        register(server, "/users/aura-id", "kernel", "second", "7f4c1f0e-0d5b-4a53-9a0e-3d3a5a7a2c12");
        Tac tac = new Tac(server);
        assertThat(tac.call("POST", Tac.services("listener-1"), Tac.body("aura", "2"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(tac.call("POST", Tac.services("listener-2"), Tac.body("aura", "1"))
                        .statusCode())
                .isEqualTo(201);
        return Map.of(
                "COLLEAGUE_NAME",
                "colleague",
                "COLLEAGUE_PASSWORD",
                AccountServers.PASSWORD,
                "ADMIN_PHONE",
                PHONE,
                "ADMIN_KEY_NAME",
                ODD_NAME,
                "ADMIN_KEY",
                key(operator, "kernel", ODD_NAME),
                "ADMIN_BOT_KEY",
                key(operator, "aura-bot", "Bot of the night"));
    }

    private static void register(ServerProcess server, String path, String app, String session, String channel) {
        Api api = new Api(server);
        HttpResponse<String> answer = api.call(api.request(path, Api.key(app, AccessMode.WRITE))
                .header("x-4p-channel-id", channel)
                .header("x-4p-user-id", "person-of-the-night")
                .header("x-4p-authorization-id", session)
                .header("x-4p-authentication-type", "phone_number")
                .header("x-4p-authentication-identifier", PHONE)
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static String key(CommandLine operator, String app, String name) {
        return operator.run(
                "",
                "apikey",
                "generate",
                "-v",
                "9.5.0",
                "-s",
                "aura-services",
                "-a",
                app,
                "-m",
                "rw",
                "--name",
                name,
                "--expires",
                "20d");
    }

    private static Stream<Matcher> printed(ServerProcess server) {
        return server.output().stream().map(PRINTED::matcher).filter(Matcher::find);
    }
}
