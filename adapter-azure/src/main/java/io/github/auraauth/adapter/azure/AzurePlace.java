package io.github.auraauth.adapter.azure;

import io.github.auraauth.domain.file.FileName;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where in an account files lie.
 *
 * @param container 3 to 63 of {@code a-z 0-9 -}, or {@code $web} or {@code $root}
 * @param prefix of their names, with slashes around it or without; may be empty
 */
public record AzurePlace(String container, String prefix) {
    private static final Pattern CONTAINER = Pattern.compile("[a-z0-9](?:-?[a-z0-9]){2,62}|\\$web|\\$root");
    private static final Pattern OUTER_SLASHES = Pattern.compile("^/+|/+$");

    public AzurePlace {
        if (!CONTAINER.matcher(container).matches() || container.length() > 63) {
            throw new IllegalArgumentException("container must be 3 to 63 of a-z, 0-9 and single hyphens");
        }
        prefix = OUTER_SLASHES.matcher(prefix).replaceAll("");
        if (!prefix.isEmpty()) {
            prefix = new FileName(prefix).text() + "/";
        }
    }

    String blob(FileName name) {
        return prefix + name.text();
    }

    /** What the file of that blob is called; empty for one that no name of ours can mean. */
    Optional<FileName> fileOf(String blob) {
        try {
            return Optional.of(new FileName(blob.substring(prefix.length())));
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }
}
