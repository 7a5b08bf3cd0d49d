package io.github.auraauth.app.acceptance;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Directories of a class path as files, which the JVM can archive classes of. */
final class PackedClasses {
    private PackedClasses() {}

    /** Another one for another JVM, another path, and wherever a file has changed. */
    static String version(List<Path> path) throws IOException {
        MessageDigest digest = sha256();
        digest.update((System.getProperty("java.home") + System.getProperty("java.vm.version"))
                .getBytes(StandardCharsets.UTF_8));
        for (Path each : path) {
            for (Path file : files(each)) {
                String state = file + " " + Files.size(file) + ' ' + Files.getLastModifiedTime(file);
                digest.update(state.getBytes(StandardCharsets.UTF_8));
            }
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    static void pack(Path directory, Path packed) throws IOException {
        try (OutputStream file = Files.newOutputStream(packed);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (Path each : files(directory)) {
                zip.putNextEntry(new ZipEntry(directory
                        .relativize(each)
                        .toString()
                        .replace(each.getFileSystem().getSeparator(), "/")));
                Files.copy(each, zip);
                zip.closeEntry();
            }
        }
    }

    private static List<Path> files(Path path) throws IOException {
        try (var all = Files.walk(path)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
