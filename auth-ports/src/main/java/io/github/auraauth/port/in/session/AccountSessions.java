package io.github.auraauth.port.in.session;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import java.util.Optional;

/**
 * Logging in with a password, and out. Safe for use by many threads; every method throws
 * {@link io.github.auraauth.port.Outage} when a store is away or too slow.
 */
public interface AccountSessions {

    /**
     * Verifies the password and begins a session with a secret of its own; the one that was there before ends. Where it was of
     * the same account, the new one has its identifier: who has logged in anew goes on where they were. Where the account has
     * a second factor, that is still to be shown, unless the login has a good code.
     */
    LoginResult logIn(Login login, Deadline deadline);

    /** Ends a session; does nothing when it is none. */
    void logOut(Secret session, Deadline deadline);

    /**
     * What somebody logs in with.
     *
     * @param username as it was given, in whatever spelling
     * @param code of a second factor, for who sends all at once
     * @param source who calls: an address, or a network that one caller may own whole
     * @param before secret of the session that the browser carries already
     */
    record Login(String username, Secret password, Optional<Secret> code, String source, Optional<Secret> before) {
        public Login {
            requireNonNull(username, "username");
            requireNonNull(password, "password");
            requireNonNull(code, "code");
            requireNonNull(source, "source");
            requireNonNull(before, "before");
        }

        /** One without a code. */
        public Login(String username, Secret password, String source, Optional<Secret> before) {
            this(username, password, Optional.empty(), source, before);
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
