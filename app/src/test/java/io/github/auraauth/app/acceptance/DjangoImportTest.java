package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a real Django has, dumped there and imported here beside a running server. */
@Tag("deep")
class DjangoImportTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>(Servers.embedded());
    private final List<String> printed = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void dump_ofARealDjango_comesOver_onceAndWhole(boolean ownUsers) throws IOException {
        Path place = folder.resolve("django");
        DjangoProject django = ownUsers ? DjangoProject.fillWithOwnUsers(place) : DjangoProject.fill(place);
        Path dump = django.dump();
        environment.put("AURA_LOGGING_LEVEL", "DEBUG");
        environment.put("AURA_APIKEY_THROTTLE", "0");
        try (ServerProcess server = ServerProcess.startForMeasuring(folder.resolve("server"), environment)) {
            String empty = everything();
            assertThat(aura("account", "import", dump.toString(), "--dry-run"))
                    .containsPattern(counts(9, 0, 8, 3))
                    .contains("nothing was written");
            assertThat(everything()).isEqualTo(empty);

            assertThat(aura("account", "import", dump.toString())).containsPattern(counts(9, 0, 8, 3));
            ComparedServer asked = new ComparedServer(server.uri("/"), false);
            for (JsonNode account : django.accounts()) {
                assertGood(account, asked, groups(django));
            }

            String imported = everything();
            assertThat(aura("account", "import", dump.toString()))
                    .containsPattern(counts(0, 9, 0, 0) + "permissions +0\n");
            assertThat(everything()).isEqualTo(imported);

            aura("account", "export", "müller");
            printed.addAll(server.output());
            assertThat(String.join("\n", printed)).doesNotContain(secrets(django, dump));
        }
    }

    private static String counts(int accounts, int present, int tokens, int groups) {
        return "accounts +%d\npresent +%d\ntokens +%d\ngroups +%d\n".formatted(accounts, present, tokens, groups);
    }

    private static void assertGood(JsonNode account, ComparedServer asked, Map<String, Set<String>> groups) {
        String name = account.path("username").asText();
        boolean active = account.path("is_active").asBoolean();
        if (!account.path("password").isNull()) {
            assertThat(asked.answer(login(name, account.path("password").asText()))
                            .statusCode())
                    .as("%s logs in", name)
                    .isEqualTo(active ? 200 : 401);
        }
        if (account.path("token").isNull()) {
            return;
        }
        var answer = asked.answer(ComparedRequest.of("a token", "GET", "/me")
                .with("Authorization", "Token " + account.path("token").asText()));
        assertThat(answer.statusCode()).as("the token of %s", name).isEqualTo(active ? 200 : 401);
        if (active) {
            JsonNode me = ComparedServer.json(answer);
            assertThat(me.path("username").asText()).isEqualTo(name.toLowerCase(Locale.ROOT));
            for (String same : List.of("email", "first_name", "last_name", "is_staff", "is_superuser")) {
                assertThat(me.path(same)).as("%s of %s", same, name).isEqualTo(account.path(same));
            }
            assertThat(texts(me.path("groups"))).isEqualTo(texts(account.path("groups")));
            assertThat(texts(me.path("permissions"))).isEqualTo(texts(account.path("permissions")));
            Set<String> effective = new TreeSet<>(texts(account.path("permissions")));
            texts(account.path("groups")).forEach(group -> effective.addAll(groups.get(group)));
            if (account.path("is_superuser").asBoolean()) {
                assertThat(texts(me.path("effective_permissions")))
                        .contains("delete_mediasource", "destroy_group", "destroy_account");
            } else {
                assertThat(texts(me.path("effective_permissions"))).isEqualTo(effective);
            }
        }
    }

    private static ComparedRequest login(String username, String password) {
        ObjectNode body = JSON.createObjectNode().put("username", username).put("password", password);
        return ComparedRequest.of("a login", "POST", "/login")
                .with("Content-Type", "application/json")
                .with(ComparedRequest.BODY, body.toString());
    }

    /** All that commands show of what is stored. */
    private String everything() {
        return aura("account", "list", "--json") + aura("group", "list", "--json") + aura("token", "list", "--json");
    }

    private String aura(String... arguments) {
        String output = FinishedProcess.aura(folder.resolve("server"), environment, List.of(arguments))
                .succeeded();
        printed.add(output);
        return output;
    }

    /** Passwords, tokens, and what is stored of passwords, whole and in parts. */
    private static List<String> secrets(DjangoProject django, Path dump) throws IOException {
        List<String> secrets = new ArrayList<>();
        for (JsonNode account : django.accounts()) {
            Stream.of("password", "token")
                    .map(account::path)
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::asText)
                    .forEach(secrets::add);
        }
        for (JsonNode object : JSON.readTree(dump.toFile())) {
            String hash = object.path("fields").path("password").asText();
            if (!hash.isEmpty()) {
                secrets.add(hash);
                String[] parts = hash.split("\\$");
                Stream.of(parts).skip(Math.min(2, parts.length)).forEach(secrets::add);
            }
        }
        assertThat(secrets).hasSizeGreaterThan(30);
        return secrets;
    }

    private static Map<String, Set<String>> groups(DjangoProject django) {
        Map<String, Set<String>> groups = new HashMap<>();
        django.groups().forEach(group -> groups.put(group.path("name").asText(), texts(group.path("permissions"))));
        return groups;
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
