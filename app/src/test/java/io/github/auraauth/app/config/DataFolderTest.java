package io.github.auraauth.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    private Path temporary;

    @Test
    void open_missingFolder_isMadeForItsOwnerOnly() throws Exception {
        Path path = temporary.resolve("deep/data");

        DataFolder.open(path);

        assertThat(permissions(path)).isEqualTo("rwx------");
    }

    @Test
    void open_fileInItsPlace_saysWhatToDo() throws IOException {
        Path file = Files.createFile(temporary.resolve("data"));

        assertThatThrownBy(() -> DataFolder.open(file))
                .isInstanceOf(DataFolderException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("AURA_DATA_FOLDER");
    }

    @Test
    void write_anyFile_isReadableByItsOwnerOnlyAndReplacesWhole() throws Exception {
        DataFolder folder = DataFolder.open(temporary);

        folder.write("address", "one");
        folder.write("address", "two");

        assertThat(folder.file("address")).hasContent("two");
        assertThat(permissions(folder.file("address"))).isEqualTo("rw-------");
        assertThat(permissions(folder.touch("lock"))).isEqualTo("rw-------");
        assertThat(temporary.toFile().list()).containsExactlyInAnyOrder("address", "lock");
    }

    @Test
    void encryptionKey_manyAtOnce_allGetTheSame() throws Exception {
        DataFolder folder = DataFolder.open(temporary.resolve("data"));
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            Callable<String> secret = () -> new GeneratedSecrets(folder, new SecureRandom()).encryptionKey();
            Set<String> seen = new HashSet<>();
            for (Future<String> each : threads.invokeAll(
                    IntStream.range(0, 64).mapToObj(i -> secret).collect(Collectors.toList()))) {
                seen.add(each.get());
            }
            assertThat(seen).hasSize(1);
            assertThat(seen.iterator().next()).hasSize(32);
            assertThat(permissions(folder.file("encryption-key"))).isEqualTo("rw-------");
            assertThat(temporary.resolve("data").toFile().list())
                    .containsExactlyInAnyOrder("encryption-key", "writers.lock");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void seed_damagedFile_isRefusedAndKept() throws Exception {
        DataFolder folder = DataFolder.open(temporary);
        folder.write("seed", "half");

        assertThatThrownBy(() -> new GeneratedSecrets(folder, new SecureRandom()).seed())
                .isInstanceOf(DataFolderException.class)
                .hasMessageContaining("seed")
                .hasMessageNotContaining("half");
        assertThat(folder.file("seed")).hasContent("half");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
