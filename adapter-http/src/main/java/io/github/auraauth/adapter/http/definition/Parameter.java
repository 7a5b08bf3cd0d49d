package io.github.auraauth.adapter.http.definition;

/**
 * A parameter of an operation.
 *
 * @param name as the caller writes it, and as a refusal names it
 * @param unless what happens where it is not what it must be
 * @param list whether it is a header whose lines are one list, with tabs for white space (RFC 9110, section 5.6.1)
 */
public record Parameter(String name, Place place, Unless unless, boolean list, TextForm form) {
    /** What happens where a parameter is missing, or not of its form. */
    public enum Unless {
        /** It may be missing; of another form it is refused. */
        OPTIONAL,
        /** Both is refused. */
        REFUSED,
        /** It counts as the empty text, which its endpoint refuses as it refuses all that is wrong with it. */
        EMPTY
    }

    /** Where it stands. */
    public enum Place {
        PATH,
        QUERY,
        HEADER
    }
}
