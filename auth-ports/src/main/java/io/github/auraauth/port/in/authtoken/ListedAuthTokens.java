package io.github.auraauth.port.in.authtoken;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.authtoken.AuthTokenList;
import io.github.auraauth.port.Deadline;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The tokens of {@code AUTH_TOKENS}, as the service's start asks for them. Safe for use by many threads and processes at
 * once; throws {@link io.github.auraauth.port.Outage} when a store is away, contended or too slow, and then goes on where it
 * was when it is asked again.
 */
public interface ListedAuthTokens {

    /**
     * Makes accounts and tokens what the list says; applied twice it changes nothing. An account that is not known is made,
     * without a password. One that was made so gets exactly the permissions of its lines, and keeps its state and groups; one
     * made otherwise must have them already, and is left as it is. A token gets exactly the permissions of its line; those
     * that were listed and are no more are withdrawn. A list that is refused changes no account and no token.
     *
     * @param tokens all that are listed, maybe none
     * @param version of this program: an older one than applied a list last changes nothing
     */
    ListResult apply(AuthTokenList tokens, String version, Deadline deadline);

    /** What came of applying a list. */
    sealed interface ListResult {
        /** Calls the one function that fits. */
        <T> T fold(Function<Applied, T> applied, Supplier<T> outdated, Function<Rejected, T> rejected);
    }

    /**
     * It is applied.
     *
     * @param withdrawn numbers of the lines whose tokens stay taken back, since somebody did that by hand
     * @param inactive numbers of the lines whose accounts are not active, so that their tokens are good for nothing
     */
    record Applied(Set<Integer> withdrawn, Set<Integer> inactive) implements ListResult {
        public Applied {
            withdrawn = Set.copyOf(withdrawn);
            inactive = Set.copyOf(inactive);
        }

        @Override
        public <T> T fold(Function<Applied, T> applied, Supplier<T> outdated, Function<Rejected, T> rejected) {
            return applied.apply(this);
        }
    }

    /** A later version of the program has applied a list; nothing was changed. */
    record Outdated() implements ListResult {
        @Override
        public <T> T fold(Function<Applied, T> applied, Supplier<T> outdated, Function<Rejected, T> rejected) {
            return outdated.get();
        }
    }

    /**
     * A line cannot be applied.
     *
     * @param line its number, from 1 on
     */
    record Rejected(int line, Reason reason) implements ListResult {
        public Rejected {
            requireNonNull(reason, "reason");
        }

        @Override
        public <T> T fold(Function<Applied, T> applied, Supplier<T> outdated, Function<Rejected, T> rejected) {
            return rejected.apply(this);
        }
    }

    /** Why a line cannot be applied. */
    enum Reason {
        /** Its secret is that of a token that was not listed, or of another account. */
        SECRET_TAKEN,
        /** Its account was made otherwise and has not all of its permissions. */
        BEYOND_ACCOUNT
    }
}
