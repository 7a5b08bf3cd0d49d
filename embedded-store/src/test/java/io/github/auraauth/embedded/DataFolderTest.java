package io.github.auraauth.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
    void writeIfAbsent_manyAtOnce_oneWinsAndLeavesNothingElse() throws Exception {
        DataFolder folder = DataFolder.open(temporary.resolve("data"));
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Callable<String>> writers = IntStream.range(0, 64)
                    .mapToObj(i -> (Callable<String>) () -> {
                        folder.writeIfAbsent("secret", "of writer " + i);
                        return Files.readString(folder.file("secret"));
                    })
                    .toList();
            Set<String> seen = new HashSet<>();
            for (Future<String> each : threads.invokeAll(writers)) {
                seen.add(each.get());
            }

            assertThat(seen).singleElement().asString().startsWith("of writer ");
            assertThat(permissions(folder.file("secret"))).isEqualTo("rw-------");
            assertThat(temporary.resolve("data").toFile().list()).containsExactlyInAnyOrder("secret", "writers.lock");
        } finally {
            threads.shutdownNow();
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
