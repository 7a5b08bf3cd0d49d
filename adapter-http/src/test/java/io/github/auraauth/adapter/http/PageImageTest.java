package io.github.auraauth.adapter.http;

import static io.github.auraauth.adapter.http.LoginPageTest.PATH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auraauth.adapter.pages.PageImage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageImageTest {
    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";

    @TempDir
    Path folder;

    @Test
    void image_byItsContent_hasItsMediaType() throws IOException {
        Path file = Files.write(folder.resolve("picture.txt"), png(20));

        assertThat(PageImage.read(file).mediaType()).isEqualTo("image/png");
        assertThat(PageImage.of(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0})
                        .mediaType())
                .isEqualTo("image/jpeg");
        assertThat(svg(SVG).mediaType()).isEqualTo("image/svg+xml");
        assertThat(svg("\uFEFF<?xml version=\"1.0\"?>\n<!-- ours -->\n<!DOCTYPE svg>\n<svg width=\"1\"></svg>")
                        .mediaType())
                .isEqualTo("image/svg+xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GIF89a",
                "<html><svg></svg></html>",
                "<!doctype html><svg>",
                "<script>alert(1)</script>",
                "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg></svg>",
                "<svgx>",
                "text <svg></svg>"
            })
    void image_thatIsNone_isRefused(String content) {
        assertThatIllegalArgumentException().isThrownBy(() -> svg(content));
    }

    @Test
    void image_tooLargeOrMissing_isRefused() throws IOException {
        Path large = Files.write(folder.resolve("large.png"), png(512 * 1024 + 1));

        assertThat(PageImage.of(png(512 * 1024)).bytes()).hasSize(512 * 1024);
        assertThatIllegalArgumentException().isThrownBy(() -> PageImage.read(large));
        assertThatIllegalArgumentException().isThrownBy(() -> PageImage.read(folder.resolve("none")));
    }

    @Test
    void page_withAnImage_showsItFromOurOwnPath() {
        try (RunningServer server =
                new RunningServer(RunningServer.config(RunningServer.pages(true, Optional.of(svg(SVG)))))) {
            HttpResponse<String> page = server.call("GET", PATH + "/done").send();
            HttpResponse<String> image = server.call("GET", PATH + "/image").send();
            HttpResponse<String> error = server.call("GET", PATH + "/start").send();

            assertThat(page.body()).contains("<img src=\"" + PATH + "/image\" alt=\"\">");
            assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("; img-src 'self';");
            assertThat(error.body()).doesNotContain("<img");
            assertThat(error.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .doesNotContain("img-src");
            assertThat(image.body()).isEqualTo(SVG);
            assertThat(image.headers().firstValue("Content-Type")).contains("image/svg+xml");
            assertThat(image.headers().firstValue("Cache-Control")).contains("public, max-age=3600");
            assertThat(image.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'", "; sandbox;");
        }
    }

    @Test
    void image_whereThereIsNone_isNotFound() {
        try (RunningServer server = new RunningServer()) {
            assertThat(server.call("GET", PATH + "/image").send().statusCode()).isEqualTo(404);
            assertThat(server.call("GET", PATH + "/done").send().body()).doesNotContain("<img");
        }
    }

    private static PageImage svg(String text) {
        return PageImage.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] png(int size) {
        return Arrays.copyOf(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}, size);
    }
}
