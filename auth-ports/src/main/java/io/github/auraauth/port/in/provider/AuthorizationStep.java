package io.github.auraauth.port.in.provider;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.provider.AuthorizationResponse;
import io.github.auraauth.domain.provider.Scope;
import io.github.auraauth.domain.secret.Secret;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The next step of an authorization request. */
public sealed interface AuthorizationStep {

    /** Calls the one function that fits. */
    <R> R fold(
            Function<Respond, ? extends R> respond,
            Function<LogIn, ? extends R> logIn,
            Function<Ask, ? extends R> ask,
            Function<Refuse, ? extends R> refuse);

    /** It goes back to the client. */
    record Respond(AuthorizationResponse response, Optional<String> languages) implements AuthorizationStep {
        public Respond {
            requireNonNull(response, "response");
            requireNonNull(languages, "languages");
        }

        @Override
        public <R> R fold(
                Function<Respond, ? extends R> respond,
                Function<LogIn, ? extends R> logIn,
                Function<Ask, ? extends R> ask,
                Function<Refuse, ? extends R> refuse) {
            return respond.apply(this);
        }
    }

    /**
     * The person logs in, and comes back with the handle.
     *
     * @param hint what they may log in as, as the client says
     * @param languages that they read, as the client says
     */
    record LogIn(Secret handle, Optional<String> hint, Optional<String> languages) implements AuthorizationStep {
        public LogIn {
            requireNonNull(handle, "handle");
            requireNonNull(hint, "hint");
            requireNonNull(languages, "languages");
        }

        /** Says nothing of the person. */
        @Override
        public String toString() {
            return "LogIn[redacted]";
        }

        @Override
        public <R> R fold(
                Function<Respond, ? extends R> respond,
                Function<LogIn, ? extends R> logIn,
                Function<Ask, ? extends R> ask,
                Function<Refuse, ? extends R> refuse) {
            return logIn.apply(this);
        }
    }

    /**
     * The person is asked whether they agree, and answers with the handle.
     *
     * @param client its name
     * @param account who is logged in
     */
    record Ask(Secret handle, String client, Set<Scope> scopes, Username account, Optional<String> languages)
            implements AuthorizationStep {
        public Ask {
            requireNonNull(handle, "handle");
            requireNonNull(client, "client");
            scopes = Set.copyOf(scopes);
            requireNonNull(account, "account");
            requireNonNull(languages, "languages");
        }

        @Override
        public <R> R fold(
                Function<Respond, ? extends R> respond,
                Function<LogIn, ? extends R> logIn,
                Function<Ask, ? extends R> ask,
                Function<Refuse, ? extends R> refuse) {
            return ask.apply(this);
        }
    }

    /** The person is told that the link they came by is not good; no client is. */
    record Refuse(Reason reason) implements AuthorizationStep {
        public Refuse {
            requireNonNull(reason, "reason");
        }

        @Override
        public <R> R fold(
                Function<Respond, ? extends R> respond,
                Function<LogIn, ? extends R> logIn,
                Function<Ask, ? extends R> ask,
                Function<Refuse, ? extends R> refuse) {
            return refuse.apply(this);
        }

        /** The reasons. */
        public enum Reason {
            /** No such client is registered. */
            CLIENT,
            /** The client has registered no such address. */
            REDIRECT_URI,
            /** The request is not there: it has waited too long, or is done. */
            ENDED,
            /** Too many have begun at the browser's source lately and not logged in. */
            THROTTLED
        }
    }
}
