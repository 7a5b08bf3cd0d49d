package io.github.auraauth.domain.terms;

import io.github.auraauth.domain.secret.Secret;
import java.util.List;
import java.util.OptionalInt;

/** The API keys of the terms, any of which is as good as another. Safe for use by many threads. */
public final class TermsKeys {
    /** From how many characters on a key counts as one that nobody guesses. */
    public static final int LEAST_LENGTH = 16;

    private final List<Secret> keys;

    /** @param keys at least one */
    public TermsKeys(List<Secret> keys) {
        this.keys = List.copyOf(keys);
        if (this.keys.isEmpty()) {
            throw new IllegalArgumentException("keys must not be empty");
        }
    }

    /**
     * The place of that key in the list, from 0 on; empty when it is none of them. Every key is compared, in constant
     * time, whichever fits.
     */
    public OptionalInt place(Secret presented) {
        int place = -1;
        for (int i = keys.size() - 1; i >= 0; i--) {
            boolean same = keys.get(i).equals(presented);
            place = same ? i : place;
        }
        return place < 0 ? OptionalInt.empty() : OptionalInt.of(place);
    }

    /** Whether a key is so long that nobody guesses it, if it was made at random. */
    public static boolean isLongEnough(Secret key) {
        return key.length() >= LEAST_LENGTH;
    }

    @Override
    public String toString() {
        return "TermsKeys[redacted]";
    }
}
