package io.github.auraauth.adapter.azure;

import io.github.auraauth.domain.file.FileName;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where in an account the files are.
 *
 * @param container 3 to 63 of {@code a-z 0-9 -}, or {@code $web} or {@code $root}
 * @param prefix of the blobs' names, with or without slashes around it; may be empty
 */
public record BlobLocation(String container, String prefix) {
    private static final Pattern CONTAINER = Pattern.compile("[a-z0-9](?:-?[a-z0-9]){2,62}|\\$web|\\$root");
    private static final Pattern OUTER_SLASHES = Pattern.compile("^/+|/+$");

    public BlobLocation {
        if (!CONTAINER.matcher(container).matches() || container.length() > 63) {
            throw new IllegalArgumentException("container must be 3 to 63 of a-z, 0-9 and single hyphens");
        }
        prefix = OUTER_SLASHES.matcher(prefix).replaceAll("");
        if (!prefix.isEmpty()) {
            prefix = new FileName(prefix).text() + "/";
        }
    }

    /** The name of that file's blob. */
    String blob(FileName name) {
        return prefix + name.text();
    }

    /** The name of the file in that blob; empty for a blob that no file name can denote. */
    Optional<FileName> fileOf(String blob) {
        try {
            return Optional.of(new FileName(blob.substring(prefix.length())));
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }
}
