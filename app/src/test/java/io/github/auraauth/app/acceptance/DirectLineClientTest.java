package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Microsoft's own client, from npm, with what {@code /token} and {@code /token/wss} give. */
@Tag("deep")
class DirectLineClientTest {
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

    @TempDir
    private Path folder;

    @Test
    void connect_withWhatWeGive_speaksWithTheBot() {
        NpmProject client = NpmProject.install("directline", folder.resolve("client"));
        try (BotServer server = new BotServer(folder.resolve("server"))) {
            Matcher token = TOKEN.matcher(server.get("/token").body());
            assertThat(token.find()).isTrue();
            String domain = server.directLine.address() + "v3/directline";
            Map<String, String> byToken = Map.of("DIRECTLINE_DOMAIN", domain, "DIRECTLINE_TOKEN", token.group(1));
            assertThat(client.node(byToken, List.of("connect.mjs"))).contains("OK");
            Map<String, String> begun = Map.of(
                    "DIRECTLINE_DOMAIN",
                    domain,
                    "DIRECTLINE_CONVERSATION",
                    server.get("/token/wss").body());
            assertThat(client.node(begun, List.of("connect.mjs"))).contains("OK");
        }
    }
}
