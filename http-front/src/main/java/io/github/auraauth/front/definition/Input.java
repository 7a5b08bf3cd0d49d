package io.github.auraauth.front.definition;

/**
 * An input that an operation declares: inputs of one name in different places are different inputs.
 *
 * @param place where it stands in a request
 * @param name as the caller writes it, and as a refusal names it
 */
public record Input(Place place, String name) {

    /** A segment of the path. */
    public static Input path(String name) {
        return new Input(Place.PATH, name);
    }

    /** A parameter of the query. */
    public static Input query(String name) {
        return new Input(Place.QUERY, name);
    }

    /** A header. */
    public static Input header(String name) {
        return new Input(Place.HEADER, name);
    }

    /** A text member of the body, which is an object of JSON or a form. */
    public static Input body(String name) {
        return new Input(Place.BODY, name);
    }

    /** Where an input stands. */
    public enum Place {
        PATH,
        QUERY,
        HEADER,
        BODY
    }
}
