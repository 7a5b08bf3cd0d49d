package io.github.auraauth.port.in.account;

import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.accountimport.AccountDump;
import io.github.auraauth.port.Deadline;
import java.util.List;
import java.util.function.Function;

/**
 * Accounts of another installation, as whoever brings them along asks for them. Throws {@link io.github.auraauth.port.Outage}
 * when a store is away, contended or too slow; what was not done then is done when it is asked again.
 */
public interface AccountImport {

    /**
     * Imports what is not here yet: permissions, groups, and accounts with their tokens. An account that has been imported
     * before stays as it is now, with its tokens. Everything is checked first; where something is wrong, nothing is written.
     *
     * @param dry whether it is only checked and counted
     */
    ImportResult run(AccountDump dump, boolean dry, Actor actor, Deadline deadline);

    /** What came of an import. */
    sealed interface ImportResult {
        /** Calls the one function that fits. */
        <T> T fold(Function<Imported, T> imported, Function<Refused, T> refused);
    }

    /**
     * It is done, or would be.
     *
     * @param accounts that were made or finished
     * @param present that were here before
     * @param tokens that were made
     * @param groups that were made
     * @param permissions that were not known
     * @param notices what else there is to say of single accounts, each a sentence
     */
    record Imported(int accounts, int present, int tokens, int groups, int permissions, List<String> notices)
            implements ImportResult {
        public Imported {
            notices = List.copyOf(notices);
        }

        @Override
        public <T> T fold(Function<Imported, T> imported, Function<Refused, T> refused) {
            return imported.apply(this);
        }
    }

    /**
     * Nothing was written.
     *
     * @param problems all that is wrong, each a sentence without secrets
     */
    record Refused(List<String> problems) implements ImportResult {
        public Refused {
            problems = List.copyOf(problems);
        }

        @Override
        public <T> T fold(Function<Imported, T> imported, Function<Refused, T> refused) {
            return refused.apply(this);
        }
    }
}
