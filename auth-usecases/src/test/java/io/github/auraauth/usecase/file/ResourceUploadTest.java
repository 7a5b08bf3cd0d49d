package io.github.auraauth.usecase.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.adapter.memory.InMemoryStoredFiles;
import io.github.auraauth.domain.file.FileName;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.file.StoredFiles;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResourceUploadTest {
    private static final FileName A = new FileName("a.png");
    private static final FileName UNREADABLE = new FileName("b.png");
    private static final FileName C = new FileName("deep/c.css");

    private final StoredFiles files = new InMemoryStoredFiles();
    private final List<FileName> read = new ArrayList<>();
    private boolean failing;

    private final ResourceUpload upload = new ResourceUpload(
            new LocalFolder() {
                @Override
                public List<FileName> files() {
                    return List.of(A, UNREADABLE, C);
                }

                @Override
                public Optional<byte[]> read(FileName name) {
                    read.add(name);
                    if (failing && name.equals(C)) {
                        throw new Outage.UpstreamFailed("storage");
                    }
                    return name.equals(UNREADABLE) ? Optional.empty() : Optional.of(new byte[] {1});
                }
            },
            files);

    @Test
    void run_allFiles_areThereAndCountedOnce() {
        assertThat(upload.run(soon())).hasValue(3);
        assertThat(upload.run(soon())).isEmpty();
        assertThat(read).containsExactly(A, UNREADABLE, C);
        assertThat(files.read(A, 10, soon())).isPresent();
        assertThat(files.read(UNREADABLE, 10, soon())).isEmpty();
        assertThat(files.read(C, 10, soon())).isPresent();
    }

    @Test
    void run_afterAnOutage_goesOnFromThere() {
        failing = true;
        assertThatThrownBy(() -> upload.run(soon())).isInstanceOf(Outage.class);
        failing = false;
        assertThat(upload.run(soon())).hasValue(3);
        assertThat(read).containsExactly(A, UNREADABLE, C, C);
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(5), InstantSource.system());
    }
}
