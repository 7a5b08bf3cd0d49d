package io.github.auraauth.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.storage.blob.sas.BlobContainerSasPermission;
import com.azure.storage.blob.sas.BlobServiceSasSignatureValues;
import io.github.auraauth.adapter.azure.AzureAccount;
import io.github.auraauth.adapter.azure.AzureStoredFiles;
import io.github.auraauth.adapter.azure.BlobLocation;
import io.github.auraauth.domain.file.FileName;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.outgoing.OutgoingHttp;
import io.github.auraauth.outgoing.OutgoingHttpConfig;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.file.StoredFiles;
import io.github.auraauth.testkit.file.StoredFilesContract;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The adapter's contract against Microsoft's own emulator, which judges signatures, ranges and listings. */
@Tag("deep")
class AzuriteTest implements StoredFilesContract {
    /** A port that nobody may listen on without privileges, and nobody does. */
    private static final URI NOWHERE = URI.create("http://127.0.0.1:1/" + Azurite.ACCOUNT);

    @TempDir
    private static Path folder;

    private static Azurite azurite;
    private static OutgoingHttp outgoing;

    private String container = "";
    private boolean away;

    @BeforeAll
    static void start() {
        azurite = Azurite.start(folder);
        outgoing = OutgoingHttp.open(
                new OutgoingHttpConfig(true, Duration.ofSeconds(30), 20, Duration.ofSeconds(10), 1, List.of()),
                new SimpleMeterRegistry(),
                InstantSource.system());
    }

    @AfterAll
    static void stop() {
        outgoing.close();
        azurite.close();
    }

    @BeforeEach
    void makeContainer() {
        container = "kit-" + UUID.randomUUID();
        azurite.service().createBlobContainer(container);
    }

    @Override
    public StoredFiles files() {
        return away
                ? in(AzureAccount.withKey(NOWHERE, Azurite.ACCOUNT, Secret.ofText(Azurite.KEY)), "")
                : in(account(), "a/prefix");
    }

    @Override
    public Backend takeBackendAway() {
        away = true;
        return Backend.AWAY;
    }

    @Test
    void sas_ofTheContainer_opensIt_andATamperedOneDoesNot() {
        String sas = sas(new BlobContainerSasPermission()
                .setReadPermission(true)
                .setCreatePermission(true)
                .setWritePermission(true));
        StoredFiles open = in(AzureAccount.withSas(azurite.endpoint(), Secret.ofText("?" + sas)), "");
        open.write(NAME, MEDIA_TYPE, new byte[] {1}, soon());
        assertThat(open.read(NAME, 9, soon()).orElseThrow()).containsExactly(1);
        assertThatThrownBy(() -> open.list(soon())).isInstanceOf(Outage.class);

        StoredFiles closed =
                in(AzureAccount.withSas(azurite.endpoint(), Secret.ofText(sas.replace("sp=", "sp=d"))), "");
        assertThatThrownBy(() -> closed.read(NAME, 9, soon()))
                .isInstanceOf(Outage.UpstreamFailed.class)
                .hasMessageContaining("(status 403)");
    }

    @Test
    void key_ofAnother_opensNothing() {
        Secret other = Secret.ofText(Base64.getEncoder().encodeToString("another".getBytes(StandardCharsets.US_ASCII)));
        StoredFiles closed = in(AzureAccount.withKey(azurite.endpoint(), Azurite.ACCOUNT, other), "");
        assertThatThrownBy(() -> closed.read(NAME, 9, soon())).hasMessageContaining("(status 403)");
        assertThatThrownBy(() -> closed.list(soon())).hasMessageContaining("(status 403)");
        assertThatThrownBy(() -> closed.write(NAME, MEDIA_TYPE, new byte[] {1}, soon()))
                .hasMessageContaining("(status 403)");
    }

    @Test
    void list_moreThanAPage_hasEachOnce() {
        for (int i = 0; i < 510; i++) {
            files().write(new FileName("f" + i), MEDIA_TYPE, new byte[] {1}, soon());
        }
        assertThat(files().list(soon())).hasSize(510).doesNotHaveDuplicates();
    }

    @Test
    void container_thatIsNotThere_isAnOutage() {
        container = "nowhere-" + UUID.randomUUID();
        assertThatThrownBy(() -> files().read(NAME, 9, soon())).hasMessageContaining("(status 404)");
        assertThatThrownBy(() -> files().list(soon())).hasMessageContaining("(status 404)");
        assertThatThrownBy(() -> files().write(NAME, MEDIA_TYPE, new byte[] {1}, soon()))
                .hasMessageContaining("(status 404)");
    }

    private StoredFiles in(AzureAccount account, String prefix) {
        return new AzureStoredFiles(account, new BlobLocation(container, prefix), outgoing.upstream("storage"));
    }

    private static AzureAccount account() {
        return AzureAccount.withKey(azurite.endpoint(), Azurite.ACCOUNT, Secret.ofText(Azurite.KEY));
    }

    private String sas(BlobContainerSasPermission permission) {
        return azurite.service()
                .getBlobContainerClient(container)
                .generateSas(
                        new BlobServiceSasSignatureValues(OffsetDateTime.now().plusHours(1), permission));
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(20), InstantSource.system());
    }
}
