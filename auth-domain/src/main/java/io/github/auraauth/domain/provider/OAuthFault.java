package io.github.auraauth.domain.provider;

import static java.util.Objects.requireNonNull;

/**
 * Why a client asks in vain.
 *
 * @param description for a person who writes clients; printable ASCII that repeats nothing of what was sent
 */
public record OAuthFault(OAuthError error, String description) {
    public OAuthFault {
        requireNonNull(error, "error");
        requireNonNull(description, "description");
    }
}
