package io.github.auraauth.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class KpiFileTest {
    @Test
    void name_whereDigitsAreOfAnotherScript_isReadAgain() {
        Locale usual = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            String name = KpiFile.name(7, "2026-11-30");
            assertThat(name).isEqualTo("00000007_2026-11-30.csv");
            assertThat(KpiFile.at(Path.of(name)).orElseThrow().sequence()).isEqualTo(7);
        } finally {
            Locale.setDefault(usual);
        }
    }
}
