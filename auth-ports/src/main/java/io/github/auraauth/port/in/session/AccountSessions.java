package io.github.auraauth.port.in.session;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import java.util.Optional;

/**
 * Logging in and out with a password. Safe for use by many threads; every method throws
 * {@link io.github.auraauth.port.Outage} when a store is away or too slow.
 */
public interface AccountSessions {

    /**
     * Verifies the password and begins a session with a secret of its own; the one that was there before ends. Where it was of
     * the same account, the new one has its identifier: who has logged in anew goes on where they were.
     */
    CredentialResult<BegunSession> logIn(Login login, Deadline deadline);

    /** Ends a session; does nothing when it is none. */
    void logOut(Secret session, Deadline deadline);

    /**
     * What somebody logs in with.
     *
     * @param username as it was given, in whatever spelling
     * @param source who calls: an address, or a network that one caller may own whole
     * @param before secret of the session that the browser carries already
     */
    record Login(String username, Secret password, String source, Optional<Secret> before) {
        public Login {
            requireNonNull(username, "username");
            requireNonNull(password, "password");
            requireNonNull(source, "source");
            requireNonNull(before, "before");
        }

        @Override
        public String toString() {
            return "Login[redacted]";
        }
    }

    /**
     * A session that has begun.
     *
     * @param secret of the session, which is not to be seen again
     */
    record BegunSession(Secret secret, Caller caller) {
        public BegunSession {
            requireNonNull(secret, "secret");
            requireNonNull(caller, "caller");
        }
    }
}
