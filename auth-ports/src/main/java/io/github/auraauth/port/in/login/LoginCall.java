package io.github.auraauth.port.in.login;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.kernel.ProviderRefusal;
import io.github.auraauth.domain.secret.Secret;
import java.util.Optional;

/**
 * A step of a login or logout, as a browser brings it.
 *
 * @param state as it came, of at most 16384 characters
 * @param source who calls, for the throttle: an address, or a network that one caller may own whole
 */
public record LoginCall(String state, String source) {
    public LoginCall {
        requireNonNull(state, "state");
        requireNonNull(source, "source");
    }

    @Override
    public String toString() {
        return "LoginCall[redacted]";
    }

    /**
     * What the provider sent along.
     *
     * @param code to be exchanged, where somebody was let in
     * @param refusal where nobody was
     * @param cookie that binds the login to the browser; absent where it was begun by a link of the bot's own
     */
    public record Reply(Optional<Secret> code, Optional<ProviderRefusal> refusal, Optional<Secret> cookie) {
        public Reply {
            requireNonNull(code, "code");
            requireNonNull(refusal, "refusal");
            requireNonNull(cookie, "cookie");
        }
    }

    /**
     * What a person's confirmation sends along.
     *
     * @param token that the page held
     * @param cookie that was set with the page
     */
    public record Consent(Secret token, Optional<Secret> cookie) {
        public Consent {
            requireNonNull(token, "token");
            requireNonNull(cookie, "cookie");
        }
    }
}
