package io.github.auraauth.adapter.http.definition;

/**
 * A parameter of an operation.
 *
 * @param name as the caller writes it, and as a refusal names it
 */
public record Parameter(String name, Place place, boolean required, TextForm form) {
    /** Where it stands. */
    public enum Place {
        PATH,
        QUERY,
        HEADER
    }
}
