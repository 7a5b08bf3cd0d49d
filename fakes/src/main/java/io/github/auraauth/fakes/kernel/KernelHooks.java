package io.github.auraauth.fakes.kernel;

import io.javalin.http.Context;
import java.util.Map;

/** Where tests may script what the provider does; by default it does as it should. */
interface KernelHooks {
    /** What a provider should do. */
    KernelHooks PROPER = new KernelHooks() {};

    /** Sees each call first, and may answer it and let all other handlers be skipped. */
    default void before(Context call) {}

    /** Whether there is a discovery document. */
    default boolean isDiscoverable() {
        return true;
    }

    /** The claims of an id_token, of those that it should have. */
    default Map<String, Object> idToken(Map<String, Object> claims) {
        return claims;
    }

    /** A signed token of the claims that it should have. */
    default String sign(Map<String, Object> claims, FakeKeys keys) {
        return Signing.rs256(claims, keys.current());
    }

    /** What an introspection answers, of what it should. */
    default Map<String, Object> introspection(Map<String, Object> members) {
        return members;
    }
}
