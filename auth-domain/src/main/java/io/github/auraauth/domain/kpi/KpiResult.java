package io.github.auraauth.domain.kpi;

/** The result of an operation. */
public enum KpiResult {
    CREATED("created"),
    FOUND("found"),
    RENEWED("renewed"),
    /** It contradicts what is there, and nothing was changed. */
    CONFLICT("conflict"),
    REMOVED("removed"),
    /** There was nothing to remove. */
    ABSENT("absent"),
    /** A login or logout is complete, or a token or an identity was given. */
    DONE("done"),
    /** A login whose state was not good, or that the provider refused or gave no good tokens for. */
    REFUSED("refused"),
    /** Turned away after too many failures. */
    THROTTLED("throttled"),
    /** A dependency did not do its part. */
    UNAVAILABLE("unavailable"),
    /** By a fault of the program. */
    FAILED("failed");

    private final String text;

    KpiResult(String text) {
        this.text = text;
    }

    /** The result as it is written. */
    public String text() {
        return text;
    }
}
