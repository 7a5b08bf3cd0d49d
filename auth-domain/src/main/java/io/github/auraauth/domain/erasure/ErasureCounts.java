package io.github.auraauth.domain.erasure;

/**
 * The counts of what a finished erasure has removed, for its receipt.
 *
 * @param rows of users
 * @param terms records of terms and conditions, removed ones with a history among them; 0 when an earlier try, whose
 *     count was lost, had erased them
 */
public record ErasureCounts(int rows, long terms) {
    public ErasureCounts {
        if (rows < 0 || terms < 0) {
            throw new IllegalArgumentException("rows and terms must not be negative");
        }
    }
}
