package io.github.auraauth.port.in.secret;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.port.Deadline;
import java.util.List;

/**
 * What the stores keep enciphered. Every method throws {@link io.github.auraauth.port.Outage} when a store is away, after
 * which it can be called again: what was done stays.
 */
public interface StoredSecrets {

    /**
     * Enciphers under the key that writes what another key of the environment holds, also while instances use it. What changes
     * meanwhile stays as it is then; what no key deciphers is left as it is, and told.
     */
    Reencryption reencrypt(Progress progress, Deadline deadline);

    /** Hears how far it is. */
    @FunctionalInterface
    interface Progress {
        /** That many documents are done, of about that many, and the present ones are of that collection. */
        void at(String collection, long done, long about);
    }

    /**
     * What it came to, in values.
     *
     * @param reencrypted that are under the key that writes now
     * @param current that were already
     * @param changed that others changed meanwhile
     * @param unreadable that no key deciphers
     * @param examples the first 100 of these, as people may be shown them
     */
    record Reencryption(long reencrypted, long current, long changed, long unreadable, List<String> examples) {
        public Reencryption {
            examples = List.copyOf(requireNonNull(examples, "examples"));
        }
    }
}
