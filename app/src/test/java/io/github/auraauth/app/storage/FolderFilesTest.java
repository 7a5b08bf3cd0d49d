package io.github.auraauth.app.storage;

import static io.github.auraauth.app.storage.FailingFiles.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.file.StoredFiles;
import io.github.auraauth.usecase.file.ResourceUpload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of this machine, brought to the storage. */
class FolderFilesTest {
    @TempDir
    private Path home;

    private final FailingFiles files = new FailingFiles();

    @Test
    void run_folderWithFolders_bringsAllFilesWithTheirMediaTypes() throws Exception {
        write("ok.png", "picture");
        write("deep/er/a b.JSON", "{}");
        write("unknown", "x");
        upload().run(soon());
        assertThat(files.calls)
                .containsExactlyInAnyOrder(
                        "write ok.png image/png",
                        "write deep/er/a b.JSON application/json",
                        "write unknown application/octet-stream");
        assertThat(files.text("ok.png")).contains("picture");
    }

    @Test
    void run_hiddenFilesAndLinks_stayHere() throws Exception {
        write(".secret", "s");
        write(".git/config", "s");
        Path outside = Files.writeString(home.resolve("outside.txt"), "s");
        Files.createDirectories(resources());
        Files.createSymbolicLink(resources().resolve("link.txt"), outside);
        Files.createSymbolicLink(resources().resolve("folder"), Files.createDirectory(home.resolve("elsewhere")));
        Files.writeString(home.resolve("elsewhere").resolve("a.txt"), "s");
        upload().run(soon());
        assertThat(files.calls).isEmpty();
    }

    @Test
    void run_folderAsKubernetesMountsIt_bringsWhatItsLinksLeadTo() throws Exception {
        write("..2026_11_26/ok.png", "picture");
        Files.createSymbolicLink(resources().resolve("..data"), Path.of("..2026_11_26"));
        Files.createSymbolicLink(resources().resolve("ok.png"), Path.of("..data", "ok.png"));
        Path mounted = Files.createSymbolicLink(home.resolve("mounted"), resources());
        new ResourceUpload(new FolderFiles(mounted), files).run(soon());
        assertThat(files.calls).containsExactly("write ok.png image/png");
        assertThat(files.text("ok.png")).contains("picture");
    }

    @Test
    void run_storageFails_goesOnFromThereTheNextTime() throws Exception {
        write("a.txt", "a");
        write("b.txt", "b");
        write("c.txt", "c");
        ResourceUpload upload = upload();
        files.fail("write b.txt text/plain"::equals);
        assertThatThrownBy(() -> upload.run(soon())).isInstanceOf(Outage.class);
        files.fail(call -> false);
        upload.run(soon());
        upload.run(soon());
        assertThat(files.calls)
                .containsExactly(
                        "write a.txt text/plain",
                        "write b.txt text/plain",
                        "write b.txt text/plain",
                        "write c.txt text/plain");
    }

    @Test
    void run_fileTooLargeOrOfANameThatLeadsElsewhere_leavesItAndBringsTheOthers() throws Exception {
        Files.createDirectories(resources());
        Files.write(resources().resolve("huge.bin"), new byte[StoredFiles.LARGEST + 1]);
        write("odd.", "x");
        write("z.txt", "z");
        upload().run(soon());
        assertThat(files.calls).containsExactly("write z.txt text/plain");
    }

    @Test
    void run_noFolder_bringsNothing() {
        upload().run(soon());
        assertThat(files.calls).isEmpty();
    }

    private ResourceUpload upload() {
        return new ResourceUpload(new FolderFiles(resources()), files);
    }

    private Path resources() {
        return home.resolve("resources");
    }

    private void write(String name, String text) throws IOException {
        Path file = resources().resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
