package io.github.auraauth.app.config.variable;

/** Where a value comes from. */
public enum ValueSource {
    ENV("env"),
    FILE("file"),
    /** An option in the address of the database. */
    URI("uri"),
    DEFAULT("default"),
    /** Made by this program and kept in the data folder. */
    GENERATED("generated");

    private final String text;

    ValueSource(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
