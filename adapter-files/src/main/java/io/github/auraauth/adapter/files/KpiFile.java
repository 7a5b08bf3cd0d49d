package io.github.auraauth.adapter.files;

import io.github.auraauth.domain.file.FileName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of rows on this machine.
 *
 * @param day of its rows, in the operator's zone
 * @param sequence of the file among those of its instance
 */
record KpiFile(Path path, String day, int sequence) {
    private static final Pattern NAME = Pattern.compile("(\\d{8})_(\\d{4,9}-\\d{2}-\\d{2})\\.csv");

    /** The name of such a file in its folder; they sort by their sequence. */
    static String name(int sequence, String day) {
        return String.format(Locale.ROOT, "%08d_%s.csv", sequence, day);
    }

    /** The file at that path; empty for another one. */
    static Optional<KpiFile> at(Path path) {
        Matcher name = NAME.matcher(path.getFileName().toString());
        return name.matches()
                ? Optional.of(new KpiFile(path, name.group(2), Integer.parseInt(name.group(1))))
                : Optional.empty();
    }

    /** What it is called in the storage: always the same, so that sending it again doubles nothing. */
    FileName stored(String environment, String instance) {
        return new FileName(environment + '/' + day + '/' + instance + '-' + sequence + ".csv");
    }

    /** Its whole lines: where a process was killed, or a disk was full, the last one may be cut. */
    byte[] lines() throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return Arrays.copyOf(bytes, end);
    }

    /** How many rows are in such lines. */
    static int rows(byte[] lines) {
        String text = new String(lines, StandardCharsets.UTF_8);
        return Math.max(0, (int) text.lines().count() - 1);
    }

    /** When it was last written to; the beginning of time where it is gone. */
    FileTime written() {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }

    long size() {
        try {
            return Files.size(path);
        } catch (IOException gone) {
            return 0;
        }
    }
}
