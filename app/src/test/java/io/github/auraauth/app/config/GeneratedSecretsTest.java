package io.github.auraauth.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.embedded.DataFolder;
import io.github.auraauth.embedded.DataFolderException;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedSecretsTest {
    @TempDir
    private Path temporary;

    @Test
    void encryptionKey_askedAgain_isTheSame() throws Exception {
        String first = secrets().encryptionKey();

        assertThat(first).hasSize(32);
        assertThat(secrets().encryptionKey()).isEqualTo(first);
    }

    @Test
    void seed_damagedFile_isRefusedAndKept() throws Exception {
        DataFolder folder = DataFolder.open(temporary);
        folder.write("seed", "half");

        assertThatThrownBy(() -> secrets().seed())
                .isInstanceOf(DataFolderException.class)
                .hasMessageContaining("seed")
                .hasMessageNotContaining("half");
        assertThat(folder.file("seed")).hasContent("half");
    }

    private GeneratedSecrets secrets() throws DataFolderException {
        return new GeneratedSecrets(DataFolder.open(temporary), new SecureRandom());
    }
}
