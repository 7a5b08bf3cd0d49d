package io.github.auraauth.adapter.http.provider;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The part of the provider's metadata that an installation decides.
 *
 * @param issuer the address below which everything is, as clients know us: absolute, without a slash at its end
 * @param keySetAge how long readers may keep the key set and the metadata
 * @param languages that pages can be shown in, as tags of BCP 47
 */
public record ProviderDescription(String issuer, Duration keySetAge, List<String> languages) {
    private static final Pattern ADDRESS = Pattern.compile("https?://.*[^/]");

    public ProviderDescription {
        requireNonNull(issuer, "issuer");
        languages = List.copyOf(languages);
        if (keySetAge.isNegative()) {
            throw new IllegalArgumentException("keySetAge must not be negative");
        }
        if (!ADDRESS.matcher(issuer).matches()) {
            throw new IllegalArgumentException("issuer must be an absolute address without a slash at its end");
        }
    }

    /** The address of an endpoint. */
    String endpoint(String path) {
        return issuer + path;
    }
}
