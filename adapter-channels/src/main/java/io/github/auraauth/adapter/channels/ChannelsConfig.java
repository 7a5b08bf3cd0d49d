package io.github.auraauth.adapter.channels;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.secret.Secret;
import java.net.URI;
import java.util.Optional;

/**
 * How the configuration service is reached.
 *
 * @param endpoint below which its channels are
 * @param authorization the whole value of the header {@code Authorization}, printable ASCII
 */
public record ChannelsConfig(URI endpoint, Optional<Secret> authorization) {
    public ChannelsConfig {
        boolean http = "http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme());
        if (!http || endpoint.getHost() == null) {
            throw new IllegalArgumentException("endpoint must be an address of http or https");
        }
        if (endpoint.getRawQuery() != null || endpoint.getRawFragment() != null) {
            throw new IllegalArgumentException("endpoint must end with its path");
        }
        requireNonNull(authorization, "authorization");
    }

    /** The address of the list. */
    URI channels() {
        String text = endpoint.toString();
        return URI.create((text.endsWith("/") ? text : text + "/") + "channels/?includeFields=id,name,security");
    }
}
