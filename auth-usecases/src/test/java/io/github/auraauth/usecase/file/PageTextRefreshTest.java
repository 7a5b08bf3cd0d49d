package io.github.auraauth.usecase.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.adapter.memory.InMemoryStoredFiles;
import io.github.auraauth.domain.file.FileName;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.file.StoredFiles;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PageTextRefreshTest {
    private final StoredFiles files = new InMemoryStoredFiles();
    private final RecordedTexts texts = new RecordedTexts();
    private final PageTextRefresh refresh = new PageTextRefresh(files, texts, false);

    @Test
    void refresh_newFile_isUsedOnce() {
        put("a.txt", "one");
        put("ignored.md", "other");
        refresh.refresh(soon());
        refresh.refresh(soon());
        assertThat(texts.used).containsExactly("{a.txt=one}");
    }

    @Test
    void refresh_fileThatIsNotAccepted_leavesTheOthers() {
        put("a.txt", "one");
        refresh.refresh(soon());
        put("b.txt", "broken");
        put("a.txt", "two");
        refresh.refresh(soon());
        assertThat(texts.used).containsExactly("{a.txt=one}", "{a.txt=two}");
    }

    @Test
    void refresh_fileOverTheLimit_isNotReadWhole() {
        put("a.txt", "x".repeat(50));
        refresh.refresh(soon());
        assertThat(texts.judged).containsExactly("a.txt " + "x".repeat(texts.largest() + 1));
    }

    @Test
    void refresh_withBackup_keepsACopyOfWhatIsTaken() {
        put("a.txt", "one");
        put("b.txt", "broken");
        new PageTextRefresh(files, texts, true).refresh(soon());
        FileName copy = new FileName("backup/a-7692c3ad3540bb80.txt");
        assertThat(files.read(copy, 100, soon()))
                .hasValueSatisfying(bytes ->
                        assertThat(bytes).asString(StandardCharsets.UTF_8).isEqualTo("one"));
    }

    private void put(String name, String text) {
        files.write(new FileName(name), "text/plain", text.getBytes(StandardCharsets.UTF_8), soon());
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(5), InstantSource.system());
    }

    /** Takes whatever is not broken, and notes what it is asked and told. */
    private static final class RecordedTexts implements PageTexts {
        private final List<String> judged = new ArrayList<>();
        private final List<String> used = new ArrayList<>();

        @Override
        public int largest() {
            return 10;
        }

        @Override
        public boolean isNamedAsTexts(FileName name) {
            return name.text().endsWith(".txt");
        }

        @Override
        public boolean accepts(Map<FileName, byte[]> files, FileName name) {
            String text = text(files.get(name));
            judged.add(name + " " + text);
            return text.length() <= largest() && !text.equals("broken");
        }

        @Override
        public void use(Map<FileName, byte[]> files) {
            Map<String, String> all = new TreeMap<>();
            files.forEach((name, bytes) -> all.put(name.text(), text(bytes)));
            used.add(all.toString());
        }

        private static String text(byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
