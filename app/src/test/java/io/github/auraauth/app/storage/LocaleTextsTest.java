package io.github.auraauth.app.storage;

import static io.github.auraauth.app.storage.FailingFiles.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.adapter.pages.LocaleFile;
import io.github.auraauth.adapter.pages.Locales;
import io.github.auraauth.adapter.pages.PageKind;
import io.github.auraauth.adapter.pages.Pages;
import io.github.auraauth.port.Outage;
import io.github.auraauth.usecase.file.PageTextRefresh;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts out of the storage as pages show them. */
class LocaleTextsTest {
    private static final String LOCAL = "Ahora mismo no funciona";

    private final FailingFiles files = new FailingFiles();
    private final Locales local = Locales.of(Optional.empty(), "PRO", "en-gb");
    private final LocaleTexts texts = new LocaleTexts(local);
    private final PageTextRefresh refresh = new PageTextRefresh(files, texts, false);
    private final LocaleTexts copied = new LocaleTexts(local);
    private final PageTextRefresh copying = new PageTextRefresh(files, copied, true);

    @Test
    void get_beforeAnyRefresh_isLocal() {
        files.put("es-es.json", title("Uno"));
        assertThat(texts.get()).isSameAs(local);
        assertThat(spanish(texts)).contains(LOCAL);
    }

    @Test
    void refresh_newTexts_areUsed() {
        files.put("es-es.json", title("Uno"));
        refresh.refresh(soon());
        assertThat(spanish(texts)).contains("Uno").doesNotContain(LOCAL);

        files.put("es-es.json", title("Dos"));
        refresh.refresh(soon());
        assertThat(spanish(texts)).contains("Dos").doesNotContain("Uno");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "{\"authentication:unavailable.title\": \"no list\"}",
                "{\"authentication:unavailable.title\": [\"Hola {nobody}\"]}",
                "<html>a sign-in page</html>"
            })
    void refresh_brokenText_leavesTheOldOnes(String broken) {
        files.put("es-es.json", title("Uno"));
        refresh.refresh(soon());
        files.put("es-es.json", broken);
        refresh.refresh(soon());
        assertThat(spanish(texts)).contains("Uno");

        files.put("es-es.json", title("Dos"));
        refresh.refresh(soon());
        assertThat(spanish(texts)).contains("Dos");
    }

    @Test
    void refresh_overlongText_leavesTheOldOnes_andOthersAreTaken() {
        files.put("de-de.json", title("x".repeat(LocaleFile.LARGEST)));
        files.put("es-es.json", title("Uno"));
        files.put("fr-fr.json", title("Un seul"));
        refresh.refresh(soon());
        assertThat(spanish(texts)).contains("Uno");
        assertThat(shown(texts, "de-de")).contains("Das klappt gerade nicht");
        assertThat(shown(texts, "fr-fr")).contains("This is not working right now");
    }

    @Test
    void refresh_brokenText_isReadOnceAndNotAgain() {
        files.put("es-es.json", "{");
        refresh.refresh(soon());
        refresh.refresh(soon());
        assertThat(files.calls).filteredOn("read es-es.json"::equals).hasSize(1);
    }

    @Test
    void refresh_textTakenAway_givesTheLocalOnesBack() {
        files.put("es-es.json", title("Uno"));
        files.put("de-de.json", title("Eins"));
        refresh.refresh(soon());
        files.takeAway("es-es.json");
        refresh.refresh(soon());
        assertThat(spanish(texts)).contains(LOCAL);
        assertThat(shown(texts, "de-de")).contains("Eins");

        files.bringBack();
        refresh.refresh(soon());
        assertThat(spanish(texts)).contains("Uno");
    }

    @Test
    void refresh_filesOfOtherNames_areNotRead() {
        for (String name : List.of("README.md", "es.json", "es-es.json.bak", "backup/es-es.json", "es-es-old.json")) {
            files.put(name, title("Otro"));
        }
        refresh.refresh(soon());
        assertThat(spanish(texts)).contains(LOCAL);
        assertThat(files.calls).doesNotContain("read es-es.json").noneMatch(call -> call.startsWith("read README"));
    }

    @Test
    void refresh_storageFails_leavesWhatWasTaken() {
        files.put("de-de.json", title("Eins"));
        files.put("es-es.json", title("Uno"));
        refresh.refresh(soon());
        files.put("de-de.json", title("Zwei"));
        files.put("es-es.json", title("Dos"));
        files.fail("read es-es.json"::equals);
        assertThatThrownBy(() -> refresh.refresh(soon())).isInstanceOf(Outage.class);
        assertThat(shown(texts, "de-de")).contains("Zwei");
        assertThat(spanish(texts)).contains("Uno");

        files.fail(call -> false);
        refresh.refresh(soon());
        assertThat(spanish(texts)).contains("Dos");
    }

    @Test
    void backup_eachVersion_isKeptOnceBeforeItIsTaken() {
        files.put("es-es.json", title("Uno"));
        copying.refresh(soon());
        copying.refresh(soon());
        files.put("es-es.json", title("Dos"));
        copying.refresh(soon());
        List<String> copies = files.calls.stream()
                .filter(call -> call.startsWith("write backup/es-es-"))
                .toList();
        assertThat(copies).hasSize(2).doesNotHaveDuplicates().allMatch(call -> call.endsWith(".json application/json"));
        assertThat(copies.stream().map(call -> files.text(call.split(" ")[1]).orElseThrow()))
                .containsExactly(title("Uno"), title("Dos"));
        assertThat(spanish(copied)).contains("Dos");
    }

    @Test
    void backup_thatCannotBeKept_leavesTheOldTextsUntilItCan() {
        files.put("es-es.json", title("Uno"));
        files.fail(call -> call.startsWith("write backup"));
        assertThatThrownBy(() -> copying.refresh(soon())).isInstanceOf(Outage.class);
        assertThat(spanish(copied)).contains(LOCAL);

        files.fail(call -> false);
        copying.refresh(soon());
        assertThat(spanish(copied)).contains("Uno");
    }

    @Test
    void backup_ofABrokenText_isNotKept() {
        files.put("es-es.json", "{");
        copying.refresh(soon());
        assertThat(files.calls).noneMatch(call -> call.startsWith("write backup"));
    }

    private static String title(String text) {
        return "{\"authentication:unavailable.title\": [\"" + text + "\"]}";
    }

    private static String spanish(LocaleTexts texts) {
        return shown(texts, "es-es");
    }

    private static String shown(LocaleTexts texts, String culture) {
        Pages pages = new Pages(texts, new Random(1), Optional::empty, ZoneOffset.UTC);
        return new String(
                pages.error(PageKind.UNAVAILABLE, pages.texts(Optional.of(culture), ""))
                        .body(),
                StandardCharsets.UTF_8);
    }
}
