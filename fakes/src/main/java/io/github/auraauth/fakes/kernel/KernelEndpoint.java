package io.github.auraauth.fakes.kernel;

/** The endpoints of the fake. */
public enum KernelEndpoint {
    DISCOVERY("/.well-known/openid-configuration"),
    /** The login page, and what is entered there. */
    AUTHORIZE("/authorize"),
    TOKEN("/token"),
    INTROSPECT("/introspect"),
    JWKS("/jwks");

    private final String path;

    KernelEndpoint(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }
}
