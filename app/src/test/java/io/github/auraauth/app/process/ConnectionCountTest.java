package io.github.auraauth.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionCountTest {
    private static final long MEGABYTE = 1024 * 1024;

    @ParameterizedTest
    @CsvSource({"64, 1048576, 1024", "512, 1048576, 8192", "8192, 1048576, 20000", "512, 4096, 819", "512, 2, 1"})
    void most_heapAndFiles_isWhatTheScarcerOneAllows(long heapMegabytes, long files, int most) {
        assertThat(ConnectionCount.most(heapMegabytes * MEGABYTE, files)).isEqualTo(most);
    }

    @Test
    void most_thisProcess_isBoundedByItsHeap() {
        assertThat(ConnectionCount.most())
                .isBetween(1, (int) (Runtime.getRuntime().maxMemory() / 65_536));
    }
}
