package io.github.auraauth.domain.apikey;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.access.PathPattern;
import java.time.Instant;
import java.util.Optional;

/**
 * A request for a new key. Its paths are patterns: a key made elsewhere may list others, which match nothing.
 *
 * @param version the release that it is made for, two or three numbers with dots
 * @param expiresAt to the second
 * @param name for people, printable ASCII
 */
public record ApiKeyRequest(
        String version, ApiKeyModel.Grants grants, Optional<Instant> expiresAt, Optional<String> name) {
    public ApiKeyRequest {
        requireNonNull(version, "version");
        requireNonNull(grants, "grants");
        requireNonNull(expiresAt, "expiresAt");
        requireNonNull(name, "name");
        if (!grants.paths().stream().allMatch(PathPattern::isPattern)) {
            throw new IllegalArgumentException(
                    "paths must begin with / and have * as a whole segment, ** only at the end");
        }
    }
}
