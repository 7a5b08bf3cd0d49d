package io.github.auraauth.testkit.file;

import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.assertOutage;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auraauth.domain.file.FileName;
import io.github.auraauth.port.out.file.StoredFiles;
import io.github.auraauth.testkit.OutageContract;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.internal.OutageCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link StoredFiles}. An adapter's test implements it: {@code files()} gives an empty place when a test
 * begins, always the same one.
 */
public interface StoredFilesContract extends OutageContract {
    /** What the kit's files are called. */
    FileName NAME = new FileName("es-es.json");

    /** What a browser is told of the kit's files. */
    String MEDIA_TYPE = "application/json";

    /** More than any of the kit's files that are read whole. */
    int PLENTY = 512 * 1024;

    /** The port under test. */
    StoredFiles files();

    @Test
    default void read_neverWritten_isEmpty() {
        assertThat(files().read(NAME, PLENTY, soon())).isEmpty();
        assertThat(files().list(soon())).isEmpty();
    }

    @Test
    default void write_thenRead_givesTheSameBytes() {
        byte[] bytes = bytes(300_000);
        write(NAME, bytes);
        assertThat(files().read(NAME, PLENTY, soon()))
                .hasValueSatisfying(read -> assertThat(read).isEqualTo(bytes));
    }

    @Test
    default void write_again_replacesTheFileAndChangesItsVersion() {
        write(NAME, bytes(1_000));
        String first = versionOf(NAME);
        write(NAME, bytes(10));
        assertThat(read(NAME)).isEqualTo(bytes(10));
        assertThat(versionOf(NAME)).isNotEqualTo(first);
    }

    @Test
    default void list_nothingWritten_versionsStay() {
        write(NAME, bytes(10));
        assertThat(versionOf(NAME)).isEqualTo(versionOf(NAME));
    }

    @Test
    default void write_empty_isAFileWithoutBytes() {
        write(NAME, new byte[0]);
        assertThat(read(NAME)).isEmpty();
        assertThat(files().list(soon())).hasSize(1);
    }

    @Test
    default void read_ofALargerFile_isItsBeginning() {
        byte[] bytes = bytes(5_000);
        write(NAME, bytes);
        assertThat(files().read(NAME, 10, soon()).orElseThrow()).hasSize(10).startsWith(bytes[0], bytes[1]);
        assertThat(files().read(NAME, 5_000, soon()).orElseThrow()).isEqualTo(bytes);
        assertThat(files().read(NAME, 5_001, soon()).orElseThrow()).isEqualTo(bytes);
    }

    @Test
    default void write_ofTheLargest_isTaken_andOneByteMoreIsRefused() {
        write(NAME, bytes(StoredFiles.LARGEST));
        assertThat(files().read(NAME, StoredFiles.LARGEST_READ, soon()).orElseThrow())
                .isEqualTo(bytes(StoredFiles.LARGEST_READ));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> write(NAME, new byte[StoredFiles.LARGEST + 1]))
                .withMessageContaining("bytes");
    }

    @Test
    default void list_filesInFolders_areLeftOut_butCanBeRead() {
        FileName deeper = new FileName("backup/es-es.json");
        write(deeper, bytes(5));
        write(NAME, bytes(6));
        assertThat(files().list(soon())).extracting(StoredFiles.Listed::name).containsExactly(NAME);
        assertThat(read(deeper)).isEqualTo(bytes(5));
    }

    @Test
    default void list_many_hasEachOnce() {
        List<FileName> names = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            names.add(new FileName("file-" + i));
        }
        names.forEach(name -> write(name, bytes(1)));
        assertThat(files().list(soon()))
                .extracting(StoredFiles.Listed::name)
                .containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    default void write_oddNames_areKeptApart() {
        List<FileName> names = Stream.of(
                        "a b.png", "a+b.png", "a%20b.png", "a?b.png", "a#b.png", "\u00e9.png", "A B.png", "a&b=c'.png")
                .map(FileName::new)
                .toList();
        for (int i = 0; i < names.size(); i++) {
            write(names.get(i), bytes(i + 1));
        }
        for (int i = 0; i < names.size(); i++) {
            assertThat(read(names.get(i))).as(names.get(i).text()).hasSize(i + 1);
        }
        assertThat(files().list(soon()))
                .extracting(StoredFiles.Listed::name)
                .containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    default void write_manyAtOnce_oneLastsWhole() {
        Race.of(caller -> {
            write(NAME, bytes(1_000 + caller));
            return caller;
        });
        byte[] lasting = read(NAME);
        assertThat(lasting).isEqualTo(bytes(lasting.length));
        assertThat(Set.of(lasting.length)).allMatch(length -> length >= 1_000 && length < 1_000 + Race.THREADS);
    }

    @Test
    default void bytes_changedAfterwards_changeNothing() {
        byte[] given = bytes(10);
        write(NAME, given);
        given[0]++;
        byte[] read = read(NAME);
        read[1]++;
        assertThat(read(NAME)).isEqualTo(bytes(10));
    }

    @Test
    default void anyCall_deadlinePassed_isOutage() {
        assertOutage(() -> files().list(passed()));
        assertOutage(() -> files().read(NAME, 1, passed()));
        assertOutage(() -> files().write(NAME, MEDIA_TYPE, bytes(1), passed()));
    }

    @Test
    default void anyCall_storageAway_isAnOutageInTime() {
        OutageCheck.ofService(StoredFiles.class, this::files)
                .fails(StoredFiles::list)
                .fails((files, deadline) -> files.read(NAME, 1, deadline))
                .fails((files, deadline) -> files.write(NAME, MEDIA_TYPE, bytes(1), deadline))
                .whenAway(this);
    }

    @Test
    default void anyCall_nullArgument_isRefused() {
        assertNullIsRefused("deadline", () -> files().list(nothing()));
        assertNullIsRefused("name", () -> files().read(nothing(), 1, soon()));
        assertNullIsRefused("deadline", () -> files().read(NAME, 1, nothing()));
        assertNullIsRefused("name", () -> files().write(nothing(), MEDIA_TYPE, bytes(1), soon()));
        assertNullIsRefused("mediaType", () -> files().write(NAME, nothing(), bytes(1), soon()));
        assertNullIsRefused("bytes", () -> files().write(NAME, MEDIA_TYPE, nothing(), soon()));
        assertNullIsRefused("deadline", () -> files().write(NAME, MEDIA_TYPE, bytes(1), nothing()));
    }

    @Test
    default void read_ofNothingOrTooMuch_isRefused() {
        for (int most : new int[] {-1, 0, StoredFiles.LARGEST_READ + 1}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> files().read(NAME, most, soon()))
                    .withMessageContaining("most");
        }
    }

    private void write(FileName name, byte[] bytes) {
        files().write(name, MEDIA_TYPE, bytes, soon());
    }

    private byte[] read(FileName name) {
        return files().read(name, PLENTY, soon()).orElseThrow();
    }

    private String versionOf(FileName name) {
        return files().list(soon()).stream()
                .filter(listed -> listed.name().equals(name))
                .map(StoredFiles.Listed::version)
                .findFirst()
                .orElseThrow();
    }

    /** Always the same ones, of which a shorter row begins a longer one. */
    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        Random random = new Random(1);
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) random.nextInt();
        }
        return bytes;
    }
}
