package io.github.auraauth.app.config;

/** Where a value comes from. */
enum Source {
    ENV("env"),
    FILE("file"),
    DEFAULT("default"),
    /** Made by this program and kept in the data folder. */
    GENERATED("generated");

    private final String text;

    Source(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
