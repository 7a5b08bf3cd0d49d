package io.github.auraauth.usecase.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.adapter.memory.InMemoryStoredFiles;
import io.github.auraauth.domain.file.FileName;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.file.StoredFiles;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class FileFetchTest {
    private static final FileName NAME = new FileName("ok.png");

    private final StoredFiles files = new InMemoryStoredFiles();
    private final FileFetch fetch = new FileFetch(files, NAME, 2);

    @Test
    void fetch_fileNotThereYet_isEmptyUntilItIs() {
        assertThat(fetch.fetch(soon())).isEmpty();
        assertThat(fetch.isSettled()).isFalse();
        files.write(NAME, "image/png", new byte[] {1, 2, 3}, soon());
        assertThat(fetch.fetch(soon())).contains(new byte[] {1, 2});
        assertThat(fetch.isSettled()).isTrue();
        assertThat(fetch.fetch(soon())).isEmpty();
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(5), InstantSource.system());
    }
}
