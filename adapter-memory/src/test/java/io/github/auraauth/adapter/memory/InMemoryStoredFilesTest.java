package io.github.auraauth.adapter.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.domain.file.FileName;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.file.StoredFiles;
import io.github.auraauth.testkit.NoBackend;
import io.github.auraauth.testkit.file.StoredFilesContract;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class InMemoryStoredFilesTest implements StoredFilesContract, NoBackend {
    private final StoredFiles files = new InMemoryStoredFiles();

    @Override
    public StoredFiles files() {
        return files;
    }

    @Test
    void list_asManyAsMayBe_areListed_andOneMoreIsOutage() {
        Deadline deadline = Deadline.in(Duration.ofSeconds(10), InstantSource.system());
        for (int i = 0; i < StoredFiles.MOST_LISTED; i++) {
            files.write(new FileName("file-" + i), MEDIA_TYPE, new byte[0], deadline);
        }
        assertThat(files.list(deadline)).hasSize(StoredFiles.MOST_LISTED);
        files.write(NAME, MEDIA_TYPE, new byte[0], deadline);
        assertThatThrownBy(() -> files.list(deadline)).isInstanceOf(Outage.UpstreamFailed.class);
    }
}
