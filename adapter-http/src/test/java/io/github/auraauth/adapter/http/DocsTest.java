package io.github.auraauth.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The definition as people and programs fetch it: the viewer's files, their encodings and tags. */
class DocsTest extends WithServer {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String SCRIPT = "text/javascript;charset=utf-8";

    @Test
    void page_ofTheDocs_runsNothingButFilesOfThisAddress() {
        HttpResponse<String> answer = server.api("GET", "/docs").send();

        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self'; ")
                .doesNotContain("unsafe", "http", "*");
        assertThat(answer.body())
                .contains("docs/swagger-ui.css", "docs/swagger-ui-bundle.js", "docs/viewer.js")
                .doesNotContain("//", "<style", " style=", "onclick", "=\"/");
    }

    @Test
    void page_ofTheDocs_loadsTheFilesOfTheDefinition() {
        String page = server.api("GET", "/docs").send().body();

        for (String file : files()) {
            assertThat(page).contains("\"docs/" + file + '"');
        }
    }

    @Test
    void files_ofTheDefinition_areThere() {
        for (String file : files()) {
            HttpResponse<String> answer = server.api("GET", "/docs/" + file).send();

            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .as(file)
                    .contains(file.endsWith(".css") ? "text/css;charset=utf-8" : SCRIPT);
            assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy"))
                    .contains("same-origin");
            assertThat(answer.body()).as(file).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"index.html", "swagger-ui-bundle.js.LICENSE.txt", "other.js", "VIEWER.JS"})
    void file_thatIsNotOfTheDefinition_is404(String name) {
        HttpResponse<String> answer = server.api("GET", "/docs/" + name).send();

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("\"NOT_FOUND\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/docs/viewer.js", "/docs/swagger-ui-bundle.js", "/openapi.yaml", "/openapi.json"})
    void document_compressed_isTheSameWithATagOfItsOwn(String path) throws IOException {
        HttpResponse<byte[]> plain = get(path, List.of());
        HttpResponse<byte[]> gzip = get(path, List.of("Accept-Encoding", "br, gzip"));

        assertThat(gzip.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes())
                .isEqualTo(plain.body());
        assertThat(gzip.headers().firstValue("ETag"))
                .isPresent()
                .isNotEqualTo(plain.headers().firstValue("ETag"));
        for (HttpResponse<byte[]> answer : List.of(plain, gzip)) {
            assertThat(answer.headers().firstValue("Vary")).contains("Accept-Encoding");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/docs/viewer.js", "/openapi.yaml", "/openapi.json"})
    void document_thatTheCallerHas_is304WithTheHeadersOfTheWhole(String path) {
        HttpResponse<byte[]> whole = get(path, List.of("Accept-Encoding", "gzip"));
        String tag = whole.headers().firstValue("ETag").orElseThrow();

        HttpResponse<byte[]> again = get(path, List.of("Accept-Encoding", "gzip", "If-None-Match", tag));

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        for (String header : List.of("ETag", "Vary", "Cache-Control", "Content-Security-Policy")) {
            assertThat(again.headers().firstValue(header))
                    .as(header)
                    .isEqualTo(whole.headers().firstValue(header));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip             | true",
                "GZIP; q=0.5      | true",
                "deflate, gzip    | true",
                "*                | true",
                "br, *;q=0.1      | true",
                "''               | false",
                "identity         | false",
                "gzip;q=0         | false",
                "gzip; q=0.000, * | false",
                "*;q=0            | false",
                "gzipped          | false"
            })
    void document_isCompressed_whereTheCallerTakesIt(String acceptEncoding, boolean compressed) {
        HttpResponse<byte[]> answer = get("/openapi.json", List.of("Accept-Encoding", acceptEncoding));

        assertThat(answer.headers().firstValue("Content-Encoding").isPresent()).isEqualTo(compressed);
    }

    @Test
    void acceptEncoding_thatIsNoText_isAsIfItWereNotThere() {
        try (RawClient raw = server.raw()) {
            RawClient.Reply reply = raw.send(
                            "GET /aura-services/v1/openapi.json HTTP/1.1\r\nHost: a\r\nAccept-Encoding: \u00e9, gzip\r\n\r\n")
                    .reply();

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.header("Content-Encoding")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/docs/swagger-ui.css", "/openapi.yaml", "/openapi.json"})
    void document_askedForItsHead_isOnlyThat(String path) throws Exception {
        HttpResponse<byte[]> whole = get(path, List.of());
        HttpResponse<Void> head = CLIENT.send(
                HttpRequest.newBuilder(address(path))
                        .method("HEAD", BodyPublishers.noBody())
                        .build(),
                BodyHandlers.discarding());

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(whole.body().length);
        assertThat(head.headers().firstValue("ETag")).isEqualTo(whole.headers().firstValue("ETag"));
    }

    @Test
    void license_ofTheViewer_isInTheModule() throws IOException {
        try (var file = Definitions.class.getResourceAsStream("/docs/swagger-ui-bundle.js.LICENSE.txt")) {
            assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8)).contains("license");
        }
    }

    private static List<String> files() {
        List<String> files = new ArrayList<>();
        JsonNode schemas = Definitions.authentication().tree().at("/components/schemas");
        schemas.at("/ViewerFile/enum").forEach(file -> files.add(file.asText()));
        assertThat(Definitions.kernel().tree().at("/components/schemas/ViewerFile"))
                .isEqualTo(schemas.path("ViewerFile"));
        return files;
    }

    private HttpResponse<byte[]> get(String path, List<String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path));
        for (int i = 0; i < headers.size(); i += 2) {
            request.header(headers.get(i), headers.get(i + 1));
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + "/aura-services/v1" + path);
    }
}
