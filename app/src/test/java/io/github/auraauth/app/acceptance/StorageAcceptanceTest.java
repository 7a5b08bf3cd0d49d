package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.adapter.azure.FakeBlobStorage;
import io.github.auraauth.testkit.Eventually;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose texts, picture and resources are in storage of the operator's that comes and goes. */
class StorageAcceptanceTest {
    private static final String SAS = "sp=rcw&sig=canary-of-the-signature";
    private static final String KEY =
            Base64.getEncoder().encodeToString("canary-of-the-key".getBytes(StandardCharsets.US_ASCII));
    private static final String TEXTS = "static-resources/authentication/locale/";
    private static final String RESOURCES = "static-resources/authentication/resources/";
    private static final String INDEXES = "aura-configuration/7.7.7/aura-authentication-mongodb-indexes.json";
    private static final String ADDED = "[{\"version\": \"1\", \"collection\": \"users\", \"create\":"
            + " [{\"name\": \"channelId_1\", \"keys\": {\"channelId\": 1}}], \"drop\": []}]";
    private static final String BEHAVIOURS = "aura-configuration/aura-bot/aura-auth-behavior-manager.json";
    private static final String RULES = """
            [{"route": "GET /aura-services/v1/users/auraid/integrated/start", "delayMs": 50, "status": 502},
             {"route": "/aura-services/v1/healthz", "status": 503},
             {"route": "/nowhere", "delayMs": 50},
             {"dependency": "kernel", "status": 504}]
            """;
    private static final String START = "/aura-services/v1/users/auraid/integrated/start?state=s";
    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"remote\"/>";
    private static final String DONE = "/aura-services/v1/users/auraid/integrated/done?locale=es-es";
    private static final Pattern IMAGE = Pattern.compile("<img[^>]* src=\"([^\"]+)\"");

    @TempDir
    private static Path folder;

    private static final FakeBlobStorage ACCOUNT = new FakeBlobStorage();
    private static final FakeBlobStorage STATIC = new FakeBlobStorage();
    private static ServerProcess server;

    @BeforeAll
    static void open() throws IOException {
        Path resources = Files.createDirectories(folder.resolve("resources/pictures"));
        Files.writeString(resources.resolve("note.txt"), "a note");
        ACCOUNT.put(TEXTS + "es-es.json", text("Desde el principio"));
        ACCOUNT.put(INDEXES, ADDED.getBytes(StandardCharsets.UTF_8));
        ACCOUNT.put(BEHAVIOURS, RULES.getBytes(StandardCharsets.UTF_8));
        STATIC.openFor(SAS);
        STATIC.put(RESOURCES + "pictures/done.svg", SVG.getBytes(StandardCharsets.UTF_8));
        server = ServerProcess.start(
                folder,
                Map.ofEntries(
                        Map.entry("AURA_LOGGING_LEVEL", "DEBUG"),
                        Map.entry("AURA_VERSION", "7.7.7"),
                        Map.entry("DEV_AURA_BEHAVIOR_MANAGER_ACTIVE", "true"),
                        Map.entry("DEV_AURA_AUTH_BEHAVIOR_CRON_PATTERN", "0 0 29 2 *"),
                        Map.entry("AURA_MICROSOFT_AZURE_STORAGE_ACCOUNT", FakeBlobStorage.ACCOUNT),
                        Map.entry("AURA_MICROSOFT_AZURE_STORAGE_ACCESS_KEY", KEY),
                        Map.entry(
                                "AURA_MICROSOFT_AZURE_STORAGE_ENDPOINT",
                                ACCOUNT.endpoint().toString()),
                        Map.entry("AURA_LOCALE_FORCE_IMPORT", "true"),
                        Map.entry("AURA_LOCALE_REMOTE_BACKUP", "true"),
                        Map.entry("AURA_LOCALE_REMOTE_REFRESH", "1"),
                        Map.entry(
                                "AURA_STATIC_RESOURCE_PROVIDER_ENDPOINT",
                                STATIC.endpoint().toString()),
                        Map.entry("AURA_STATIC_RESOURCE_PROVIDER_SAS_TOKEN", "?" + SAS),
                        Map.entry(
                                "AURA_RESOURCES_FOLDER",
                                folder.resolve("resources").toString()),
                        Map.entry("AURA_IMAGE_SUCCESS", "pictures/done.svg")));
    }

    @AfterAll
    static void close() {
        server.close();
        ACCOUNT.close();
        STATIC.close();
    }

    @Test
    void texts_changedBrokenAndAway_areThoseThatWereGoodLast() {
        assertThat(page()).contains("Desde el principio");

        ACCOUNT.put(TEXTS + "es-es.json", text("Cambiado"));
        Eventually.holds("the new text", () -> page().contains("Cambiado"));
        ACCOUNT.put(TEXTS + "es-es.json", "{ broken".getBytes(StandardCharsets.UTF_8));
        Eventually.holds("a warning of the broken text", () -> isLogged("a remote text is not taken"));
        assertThat(page()).contains("Cambiado");

        ACCOUNT.failWith(503);
        Eventually.holds("a warning of the outage", () -> isLogged("refreshing texts waits"));
        assertThat(page()).contains("Cambiado");
        ACCOUNT.put(TEXTS + "es-es.json", text("De vuelta"));
        ACCOUNT.failWith(0);
        Eventually.holds("the text after the outage", () -> page().contains("De vuelta"));

        assertThat(ACCOUNT.paths())
                .filteredOn(path -> path.startsWith(TEXTS + "backup/es-es-"))
                .hasSize(3);
    }

    @Test
    void picture_inTheStorage_isServedFromOurOwnAddress_andTheTokenIsNowhere() {
        Eventually.holds("a picture", () -> IMAGE.matcher(page()).find());
        String page = page();
        Matcher image = IMAGE.matcher(page);
        assertThat(image.find()).isTrue();
        assertThat(image.group(1)).startsWith("/aura-services/");
        HttpResponse<String> picture = get(image.group(1));
        assertThat(picture.body()).isEqualTo(SVG);
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/svg+xml");

        String metrics = get("/metrics").body();
        assertThat(metrics).contains("static-resources");
        for (String canary : new String[] {"canary-of-the-signature", "canary-of-the-key", KEY}) {
            assertThat(page + picture.headers().map() + metrics).doesNotContain(canary);
            assertThat(server.output()).noneMatch(line -> line.contains(canary));
        }
    }

    @Test
    void resources_ofTheFolder_areUploaded() {
        String note = RESOURCES + "pictures/note.txt";
        Eventually.holds("an upload", () -> STATIC.bytes(note).isPresent());
        assertThat(STATIC.bytes(note).orElseThrow()).asString().isEqualTo("a note");
        assertThat(STATIC.mediaType(note)).contains("text/plain");
    }

    @Test
    void indexes_ofTheStorage_areMadeAtTheStartAndByTheCommand_saveThoseThatCouldDoHarm() {
        assertThat(server.output())
                .anyMatch(line -> line.contains("index make-up: version 1 of the storage's definition is applied"))
                .noneMatch(line -> line.contains("the index definition in the storage"));

        CommandLine operator = new CommandLine(
                folder,
                Map.of(
                        "AURA_VERSION",
                        "7.7.7",
                        "AURA_MICROSOFT_AZURE_STORAGE_ACCOUNT",
                        FakeBlobStorage.ACCOUNT,
                        "AURA_MICROSOFT_AZURE_STORAGE_ACCESS_KEY",
                        KEY,
                        "AURA_MICROSOFT_AZURE_STORAGE_ENDPOINT",
                        ACCOUNT.endpoint().toString()));
        assertThat(operator.run("", "makeup")).isEqualTo("nothing to do");
        String second = ADDED.replace("\"1\"", "\"2\"").replace("channelId", "registeredAt");
        ACCOUNT.put(INDEXES, second.replace("}}]", "}, \"unique\": true}]").getBytes(StandardCharsets.UTF_8));
        assertThat(operator.run("", "makeup")).isEqualTo("nothing to do");
        ACCOUNT.put(INDEXES, second.getBytes(StandardCharsets.UTF_8));
        assertThat(operator.run("", "makeup")).isEqualTo("applied storage 2");
    }

    @Test
    void behaviours_ofTheFile_areThoseOfRoutes_andNeverOfHealth() {
        Eventually.holds("a failing route", () -> get(START).statusCode() == 502);
        assertThat(get("/aura-services/v1/healthz?probe=live").statusCode()).isEqualTo(200);
        assertThat(get("/aura-services/v1/healthz").statusCode()).isEqualTo(200);
        assertThat(server.output())
                .anyMatch(line -> line.contains("the behaviour manager is on"))
                .anyMatch(
                        line -> line.contains(
                                "the behaviour manager's file names what it cannot act on: /aura-services/v1/healthz, /nowhere"));
    }

    @Test
    void start_storageAway_servesWithLocalTextsAndWithoutPicture() {
        URI nobody = URI.create("http://127.0.0.1:1/" + FakeBlobStorage.ACCOUNT);
        Map<String, String> environment = Map.of(
                "AURA_MICROSOFT_AZURE_STORAGE_ACCOUNT",
                FakeBlobStorage.ACCOUNT,
                "AURA_MICROSOFT_AZURE_STORAGE_ACCESS_KEY",
                KEY,
                "AURA_MICROSOFT_AZURE_STORAGE_ENDPOINT",
                nobody.toString(),
                "AURA_LOCALE_FORCE_IMPORT",
                "true",
                "AURA_STATIC_RESOURCE_PROVIDER_ENDPOINT",
                nobody.toString(),
                "AURA_STATIC_RESOURCE_PROVIDER_SAS_TOKEN",
                SAS,
                "AURA_IMAGE_SUCCESS",
                "done.svg");
        try (ServerProcess alone = ServerProcess.start(folder.resolve("alone"), environment)) {
            String page = new Browser().get(alone.uri(DONE)).body();
            assertThat(page).containsAnyOf("Has iniciado sesión", "Todo listo").doesNotContain("<img");
            assertThat(alone.output())
                    .anyMatch(line -> line.contains("the remote texts could not be read yet"))
                    .anyMatch(line -> line.contains("the index definition in the storage is not taken"))
                    .noneMatch(line -> line.contains("canary"));
        }
    }

    private static boolean isLogged(String words) {
        return server.output().stream().anyMatch(line -> line.contains(words));
    }

    private static String page() {
        HttpResponse<String> answer = get(DONE);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static HttpResponse<String> get(String path) {
        return new Browser().get(server.uri(path));
    }

    private static byte[] text(String title) {
        return ("{\"authentication:done.title\": [\"" + title + "\"]}").getBytes(StandardCharsets.UTF_8);
    }
}
