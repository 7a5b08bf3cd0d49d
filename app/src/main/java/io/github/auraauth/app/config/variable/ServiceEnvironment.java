package io.github.auraauth.app.config.variable;

/** Kinds of environment, by {@code AURA_SERVICE_ENVIRONMENT}. */
public enum ServiceEnvironment {
    /** Development: parts may be embedded or generated. */
    DEV,
    PRE,
    PRO;

    /** Whether parts may be embedded or generated, and rules are those for development. */
    public boolean isDevelopment() {
        return this == DEV;
    }
}
