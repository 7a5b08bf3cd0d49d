package io.github.auraauth.front.definition;

/**
 * A parameter of an operation.
 *
 * @param input where it stands and what it is called
 * @param requirement what happens where it is not what it must be
 * @param list whether it is a header whose lines are one list, with tabs for white space (RFC 9110, section 5.6.1)
 */
public record Parameter(Input input, Requirement requirement, boolean list, TextSchema schema) {
    /** What happens where a parameter is missing, or does not keep its schema. */
    public enum Requirement {
        /** It may be missing; where it does not keep its schema it is refused. */
        OPTIONAL,
        /** Both is refused. */
        REQUIRED,
        /** It counts as the empty text, which its endpoint refuses as it refuses all that is wrong with it. */
        ELSE_EMPTY
    }
}
