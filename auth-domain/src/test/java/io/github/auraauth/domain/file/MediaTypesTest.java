package io.github.auraauth.domain.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaTypesTest {
    @ParameterizedTest
    @CsvSource({
        "ok.png, image/png",
        "deep/er/a b.JSON, application/json",
        "a.tar.css, text/css",
        "font.woff2, font/woff2",
        "unknown, application/octet-stream",
        "a.exe, application/octet-stream"
    })
    void of_name_isByItsEnding(String name, String mediaType) {
        assertThat(MediaTypes.of(new FileName(name))).isEqualTo(mediaType);
    }
}
