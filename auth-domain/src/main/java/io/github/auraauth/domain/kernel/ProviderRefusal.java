package io.github.auraauth.domain.kernel;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * The error of a provider that let nobody in (RFC 6749, section 4.1.2.1). It came through the browser, so it may be
 * anybody's words: they decide which of our texts is shown and are never shown themselves.
 *
 * @param error its {@code error}
 * @param description its {@code error_description}
 * @param codes its {@code error_codes}, one by one
 */
public record ProviderRefusal(String error, Optional<String> description, List<String> codes) {
    public ProviderRefusal {
        requireNonNull(error, "error");
        requireNonNull(description, "description");
        codes = List.copyOf(requireNonNull(codes, "codes"));
    }

    @Override
    public String toString() {
        return "ProviderRefusal[redacted]";
    }
}
