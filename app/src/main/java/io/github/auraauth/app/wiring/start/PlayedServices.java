package io.github.auraauth.app.wiring.start;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Services of others that are played in this process.
 *
 * @param login makes the address of a login by the played Kernel
 * @param chat address of a page on which to speak with the played bot
 */
public record PlayedServices(Optional<Supplier<URI>> login, Optional<URI> chat) {
    /** None. */
    public static final PlayedServices NONE = new PlayedServices(Optional.empty(), Optional.empty());

    public PlayedServices {
        requireNonNull(login, "login");
        requireNonNull(chat, "chat");
    }
}
