package io.github.auraauth.port.in.provider;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.secret.Secret;
import java.util.Optional;

/**
 * What comes with a browser's request.
 *
 * @param session the secret of its session, good or not; empty where it carries none
 * @param source the network that it is in, as far as it is told apart from others
 */
public record Browser(Optional<Secret> session, String source) {
    public Browser {
        requireNonNull(session, "session");
        requireNonNull(source, "source");
    }
}
