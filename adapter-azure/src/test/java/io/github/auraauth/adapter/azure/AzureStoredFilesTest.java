package io.github.auraauth.adapter.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AzureStoredFilesTest implements StoredFilesContract {
    private static final Secret KEY =
            Secret.ofText(Base64.getEncoder().encodeToString("a key of nobody".getBytes(StandardCharsets.US_ASCII)));
    private static final byte[] BYTES = {1, 2, 3};

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final FakeBlobStorage storage = new FakeBlobStorage();
    private final OutgoingHttp outgoing = OutgoingHttp.open(
            new OutgoingHttpConfig(true, Duration.ofSeconds(30), 20, Duration.ofSeconds(5), 1, List.of()),
            metrics,
            InstantSource.system());
    private final StoredFiles files = in("authentication/locale");

    @AfterEach
    void close() {
        outgoing.close();
        storage.close();
    }

    @Override
    public StoredFiles files() {
        return files;
    }

    @Override
    public Backend takeBackendAway() {
        storage.close();
        return Backend.AWAY;
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "/a/b", "a/b/", "//a/b//"})
    void prefix_howeverWritten_isTheSame(String prefix) {
        in(prefix).write(NAME, MEDIA_TYPE, BYTES, soon());
        assertThat(storage.paths()).containsExactly("texts/a/b/es-es.json");
        assertThat(storage.mediaType("texts/a/b/es-es.json")).contains(MEDIA_TYPE);
    }

    @Test
    void prefix_empty_isTheContainerItself() {
        in("").write(NAME, MEDIA_TYPE, BYTES, soon());
        assertThat(storage.paths()).containsExactly("texts/es-es.json");
    }

    @Test
    void list_namesThatAreNoneOfOurs_areLeftOut() {
        storage.put("texts/authentication/locale/ok.json", BYTES);
        storage.put("texts/authentication/locale/bad.", BYTES);
        storage.put("texts/authentication/locale/a\\b", BYTES);
        storage.put("texts/authentication/locale-of-others.json", BYTES);
        assertThat(files.list(soon()))
                .extracting(listed -> listed.name().text())
                .containsExactly("ok.json");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void list_storageThatComesToNoEnd_isOutage(boolean withFiles) {
        if (withFiles) {
            storage.put("texts/authentication/locale/es-es.json", BYTES);
        }
        storage.listEndlessly();
        assertThatThrownBy(() -> files.list(soon()))
                .isInstanceOf(Outage.UpstreamFailed.class)
                .hasMessage("storage (too many files) failed");
    }

    @Test
    void list_asManyAsMayBe_areListed_andOneMoreIsOutage() {
        storage.listInPagesOf(500);
        for (int i = 0; i < StoredFiles.MOST_LISTED; i++) {
            storage.put("texts/authentication/locale/%04d".formatted(i), BYTES);
        }
        assertThat(files.list(soon())).hasSize(StoredFiles.MOST_LISTED);
        storage.put("texts/authentication/locale/more", BYTES);
        assertThatThrownBy(() -> files.list(soon())).isInstanceOf(Outage.UpstreamFailed.class);
    }

    @Test
    void anyCall_noSuchContainer_isOutage() {
        storage.loseContainers();
        assertThatThrownBy(() -> files.read(NAME, 9, soon()))
                .isInstanceOf(Outage.UpstreamFailed.class)
                .hasMessage("storage (status 404) failed");
        assertThatThrownBy(() -> files.list(soon())).isInstanceOf(Outage.UpstreamFailed.class);
        assertThatThrownBy(() -> files.write(NAME, MEDIA_TYPE, BYTES, soon()))
                .isInstanceOf(Outage.UpstreamFailed.class);
    }

    @Test
    void sas_opensWhereItIsGiven_andIsNotSaid() {
        storage.openFor("sp=rw&sig=marked");
        AzureAccount account = AzureAccount.withSas(storage.endpoint(), Secret.ofText("?sp=rw&sig=marked"));
        StoredFiles open = new AzureStoredFiles(account, new BlobLocation("texts", ""), outgoing.upstream("storage"));
        open.write(NAME, MEDIA_TYPE, BYTES, soon());
        assertThat(open.read(NAME, 9, soon()).orElseThrow()).isEqualTo(BYTES);

        storage.openFor("sig=another");
        assertThatThrownBy(() -> open.read(NAME, 9, soon()))
                .isInstanceOf(Outage.UpstreamFailed.class)
                .hasMessage("storage (status 403) failed")
                .hasNoCause();
        assertThat(account.toString()).doesNotContain("marked");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 429, 500, 503})
    void anyCall_storageFails_isOutage(int status) {
        storage.failWith(status);
        assertThatThrownBy(() -> files.list(soon())).isInstanceOf(Outage.class).hasNoCause();
        assertThatThrownBy(() -> files.read(NAME, 9, soon())).isInstanceOf(Outage.class);
        assertThatThrownBy(() -> files.write(NAME, MEDIA_TYPE, BYTES, soon())).isInstanceOf(Outage.class);
        storage.failWith(0);
        assertThat(files.read(NAME, 9, soon())).isEmpty();
    }

    @Test
    void anyCall_storageAway_isOutage() {
        storage.close();
        assertThatThrownBy(() -> files.list(soon())).isInstanceOf(Outage.UpstreamFailed.class);
        assertThatThrownBy(() -> files.read(NAME, 9, soon())).isInstanceOf(Outage.UpstreamFailed.class);
    }

    @Test
    void write_answered_isMeasuredUnderItsContainer() {
        files.write(NAME, MEDIA_TYPE, BYTES, soon());
        assertThat(metrics.get("outgoing.request.duration")
                        .tags("host", "storage", "method", "PUT", "path", "/texts/{blob}", "status", "201")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void accountsAndPlaces_thatMakeNoSense_areRefused() {
        assertThatThrownBy(() -> AzureAccount.withKey(storage.endpoint(), "name", Secret.ofText("no base64!")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("key");
        for (String endpoint : List.of("ftp://a", "https:///a", "https://u@a", "https://a?sig=1", "https://a#b")) {
            assertThatThrownBy(() -> AzureAccount.withSas(URI.create(endpoint), KEY))
                    .as(endpoint)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("endpoint");
        }
        for (String container : List.of("", "ab", "A-b", "-ab", "ab-", "a--b", "a/b", "a".repeat(64))) {
            assertThatThrownBy(() -> new BlobLocation(container, ""))
                    .as(container)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("container");
        }
        assertThatThrownBy(() -> new BlobLocation("texts", "a/../b")).isInstanceOf(IllegalArgumentException.class);
    }

    private StoredFiles in(String prefix) {
        return new AzureStoredFiles(
                AzureAccount.withKey(storage.endpoint(), FakeBlobStorage.ACCOUNT, KEY),
                new BlobLocation("texts", prefix),
                outgoing.upstream("storage"));
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(10), InstantSource.system());
    }
}
