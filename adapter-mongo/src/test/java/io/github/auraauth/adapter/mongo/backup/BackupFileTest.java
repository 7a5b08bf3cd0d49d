package io.github.auraauth.adapter.mongo.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.domain.crypto.EncryptionKeys;
import io.github.auraauth.domain.crypto.KeyedDigest;
import io.github.auraauth.domain.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupFileTest {
    private static final KeyedDigest KEY = KeyedDigest.derivedFrom(Secret.ofText("seed"), "test");
    private static final AtRestCipher CIPHER =
            new AtRestCipher(EncryptionKeys.parse("aes-128-cbc", "backup-test-key!"), new SecureRandom());

    @TempDir
    private Path folder;

    private Path file;
    private byte[] whole = {};

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("backup");
        try (BackupWriter writer = new BackupWriter(file, KEY)) {
            write(writer);
            finish(writer);
        }
        whole = Files.readAllBytes(file);
    }

    private static void write(BackupWriter writer) throws IOException {
        writer.write(Frame.of(Frame.HEADER, new BackupHeader("1", "tests", "fingerprint", Instant.EPOCH).toDocument()));
        writer.write(Frame.of(Frame.COLLECTION, new Document("name", "users")));
        writer.write(Frame.of(Frame.STORED, new Document("_id", 1).append("auraId", "one")));
        writer.write(Frame.of(Frame.STORED, new Document("_id", "two").append("auraId", "two")));
        long gone =
                Digests.ofId(Frame.of(Frame.STORED, new Document("_id", "two")).document());
        writer.write(Frame.of(Frame.GONE, new Document("name", "users").append("ids", List.of(gone))));
    }

    private static void finish(BackupWriter writer) throws IOException {
        writer.finish(new Document("keys", List.copyOf(CIPHER.beginnings())));
    }

    @Test
    void read_wholeFile_leavesOutWhatWasGone() {
        List<Document> read = new ArrayList<>();

        new BackupContent(checked("fingerprint"), (collection, done, about) -> {})
                .read(collection -> true, (collection, documents) -> read.addAll(documents));

        assertThat(read).containsExactly(new Document("_id", 1).append("auraId", "one"));
    }

    @Test
    void read_anyByteAlteredOrCutAnywhere_isRefused() throws IOException {
        for (int place = 0; place < whole.length; place++) {
            byte[] altered = whole.clone();
            altered[place] ^= 0x41;
            Files.write(file, altered);
            assertThatThrownBy(() -> checked("fingerprint"))
                    .as("byte %d of %d", place, whole.length)
                    .isInstanceOf(UnusableBackupException.class);
            Files.write(file, Arrays.copyOf(whole, place));
            assertThatThrownBy(() -> checked("fingerprint"))
                    .as("cut at %d of %d", place, whole.length)
                    .isInstanceOf(UnusableBackupException.class);
        }
    }

    @Test
    void read_otherSeedOrKey_isRefusedByName() {
        assertThatThrownBy(() -> checked("other")).hasMessageContaining("AURA_SEED_ID");
        AtRestCipher other =
                new AtRestCipher(EncryptionKeys.parse("aes-128-cbc", "another-test-key"), new SecureRandom());
        assertThatThrownBy(() -> CheckedBackup.of(file, KEY, "fingerprint", other))
                .hasMessageContaining("AURA_ENCRYPTION_KEY");
    }

    @Test
    void close_beforeTheEnd_leavesTheEarlierFileAndNothingElse() throws IOException {
        try (BackupWriter writer = new BackupWriter(file, KEY)) {
            writer.write(Frame.of(Frame.COLLECTION, new Document("name", "users")));
        }

        assertThat(file).hasBinaryContent(whole);
        assertOnlyTheFile();
    }

    @Test
    void finish_twoAtOnce_leavesAWholeFileEachTimeAndNothingElse() throws IOException {
        try (BackupWriter first = new BackupWriter(file, KEY)) {
            write(first);
            try (BackupWriter second = new BackupWriter(file, KEY)) {
                finish(first);
                assertThat(checked("fingerprint")).isNotNull();
                write(second);
                finish(second);
            }
            assertThat(checked("fingerprint")).isNotNull();
        }

        assertThat(checked("fingerprint")).isNotNull();
        assertOnlyTheFile();
    }

    @Test
    void close_ofOneOfTwo_leavesTheOtherToFinish() throws IOException {
        try (BackupWriter first = new BackupWriter(file, KEY)) {
            write(first);
            new BackupWriter(file, KEY).close();
            finish(first);
        }

        assertThat(checked("fingerprint")).isNotNull();
        assertOnlyTheFile();
    }

    @Test
    void write_afterOneThatWasKilled_removesWhatItLeft() throws IOException {
        Files.writeString(folder.resolve(".backup.unfinished"), "half");
        Files.writeString(folder.resolve(".backup.1234.unfinished"), "half");
        write();

        assertOnlyTheFile();
    }

    private void assertOnlyTheFile() throws IOException {
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    private CheckedBackup checked(String seed) {
        return CheckedBackup.of(file, KEY, seed, CIPHER);
    }
}
