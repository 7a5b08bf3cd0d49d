package io.github.auraauth.domain.activity;

import static java.util.Objects.requireNonNull;

/**
 * Something that is wrong with a chain.
 *
 * @param number of the first entry concerned
 * @param last of the last one; the same where it is one
 */
public record ChainFault(String instance, long number, long last, Kind kind) {
    public ChainFault {
        requireNonNull(instance, "instance");
        requireNonNull(kind, "kind");
    }

    /** That of one entry. */
    public static ChainFault at(EntryId place, Kind kind) {
        return new ChainFault(place.instance(), place.number(), place.number(), kind);
    }

    /** What can be wrong. */
    public enum Kind {
        /** Entries between others, or before the first one, are not there. */
        MISSING("missing"),
        /** The MAC does not fit what the entry says. */
        ALTERED("altered"),
        /** The entry was written for another place of its chain. */
        OUT_OF_ORDER("out of order"),
        /** The MAC is of a key that is not among the environment's. */
        UNKNOWN_KEY("MAC by no known key"),
        /** The entry has no MAC. */
        UNSEALED("without a MAC"),
        /** The MAC fits, but names another one as that of the entry before. */
        UNLINKED("does not follow the entry before"),
        /** A head names entries that are not there, at the end of the chain. */
        TAIL_CUT("tail cut"),
        /** A head names another MAC for this entry. */
        REWRITTEN("not the entry that a head names"),
        /** What says where the chain begins does not verify. */
        ANCHOR("the anchor was altered, or is by no known key"),
        /** Entries that did not verify were removed because of their age. */
        REMOVED_UNVERIFIED("removed by age though it did not verify");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** As people read it. */
        public String words() {
            return words;
        }
    }
}
