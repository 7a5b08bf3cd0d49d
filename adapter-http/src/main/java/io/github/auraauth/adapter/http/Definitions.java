package io.github.auraauth.adapter.http;

import io.github.auraauth.front.definition.ApiDefinition;

/** The definitions that this module carries. */
public final class Definitions {
    private Definitions() {}

    /** Of the authentication API. */
    public static ApiDefinition authentication() {
        return ApiDefinition.load(Definitions.class, "openapi.yaml");
    }

    /** Of the API published in Kernel. */
    public static ApiDefinition kernel() {
        return ApiDefinition.load(Definitions.class, "openapi-kernel.yaml");
    }

    /** Of the terms API. */
    public static ApiDefinition terms() {
        return ApiDefinition.load(Definitions.class, "openapi-terms.yaml");
    }

    /** Of the accounts API. */
    public static ApiDefinition accounts() {
        return ApiDefinition.load(Definitions.class, "openapi-accounts.yaml");
    }

    /** Of what programs ask the OpenID provider. */
    public static ApiDefinition provider() {
        return ApiDefinition.load(Definitions.class, "openapi-oidc.yaml");
    }

    /** Of the OpenID provider's metadata at the root. */
    public static ApiDefinition providerMetadata() {
        return ApiDefinition.load(Definitions.class, "openapi-oidc-metadata.yaml");
    }
}
