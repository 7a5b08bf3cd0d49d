package io.github.auraauth.port.in.login;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.secret.Secret;
import java.time.Duration;

/**
 * The cookie that a browser keeps of a login.
 *
 * @param life for how long: as long as the state may be used
 */
public record BrowserCookie(Secret value, Duration life) {
    public BrowserCookie {
        requireNonNull(value, "value");
        requireNonNull(life, "life");
    }
}
