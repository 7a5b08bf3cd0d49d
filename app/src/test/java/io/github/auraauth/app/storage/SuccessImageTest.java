package io.github.auraauth.app.storage;

import static io.github.auraauth.app.storage.FailingFiles.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.adapter.pages.PageImage;
import io.github.auraauth.domain.file.FileName;
import io.github.auraauth.port.Outage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuccessImageTest {
    private static final String REMOTE = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
    private static final PageImage LOCAL = PageImage.of("<svg><g/></svg>".getBytes(StandardCharsets.UTF_8));

    private final FailingFiles files = new FailingFiles();
    private final SuccessImage image = new SuccessImage(files, new FileName("ok.svg"), Optional.of(LOCAL));

    @Test
    void fetch_imageThere_isShownAndNotFetchedAgain() {
        files.put("ok.svg", REMOTE);
        assertThat(image.get()).contains(LOCAL);
        image.fetch(soon());
        image.fetch(soon());
        assertThat(image.get().orElseThrow().bytes()).isEqualTo(REMOTE.getBytes(StandardCharsets.UTF_8));
        assertThat(files.calls).filteredOn("read ok.svg"::equals).hasSize(1);
    }

    @Test
    void fetch_imageNotThereYet_isTakenWhenItCame() {
        image.fetch(soon());
        assertThat(image.get()).contains(LOCAL);
        files.put("ok.svg", REMOTE);
        image.fetch(soon());
        assertThat(image.get()).isNotEqualTo(Optional.of(LOCAL));
    }

    @Test
    void fetch_storageFails_isAnOutageAndTriedAgain() {
        files.put("ok.svg", REMOTE);
        files.fail(call -> true);
        assertThatThrownBy(() -> image.fetch(soon())).isInstanceOf(Outage.class);
        assertThat(image.get()).contains(LOCAL);
        files.fail(call -> false);
        image.fetch(soon());
        assertThat(image.get()).isNotEqualTo(Optional.of(LOCAL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GIF89a", "<html>an error page</html>"})
    void fetch_somethingElse_isNotShown(String content) {
        files.put("ok.svg", content);
        image.fetch(soon());
        assertThat(image.get()).contains(LOCAL);
    }

    @Test
    void fetch_tooLarge_isNotShown() {
        files.put("ok.svg", "<svg>" + " ".repeat(PageImage.LARGEST) + "</svg>");
        image.fetch(soon());
        assertThat(image.get()).contains(LOCAL);
    }
}
