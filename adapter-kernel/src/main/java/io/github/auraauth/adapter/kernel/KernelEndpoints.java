package io.github.auraauth.adapter.kernel;

import io.github.auraauth.domain.token.SignatureAlgorithm;
import io.github.auraauth.domain.token.TokenClaims;
import java.net.URI;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where Kernel answers what, and what its tokens are like.
 *
 * @param issuer exactly as its tokens have it
 * @param algorithms that its id_tokens may have
 */
record KernelEndpoints(
        String issuer, URI authorization, URI token, URI introspection, URI jwks, Set<SignatureAlgorithm> algorithms) {
    private static final String ALGORITHMS = "id_token_signing_alg_values_supported";

    KernelEndpoints {
        algorithms = Set.copyOf(algorithms);
    }

    /** Those of a discovery document; empty when one is missing or bad, or the document is another issuer's. */
    static Optional<KernelEndpoints> of(TokenClaims document, URI endpoint) {
        Optional<URI> authorization = address(document, "authorization_endpoint", endpoint);
        Optional<URI> token = address(document, "token_endpoint", endpoint);
        Optional<URI> introspection = address(document, "introspection_endpoint", endpoint);
        Optional<URI> jwks = address(document, "jwks_uri", endpoint);
        if (authorization.isEmpty() || token.isEmpty() || introspection.isEmpty() || jwks.isEmpty()) {
            return Optional.empty();
        }
        String address = endpoint.toString();
        return document.text("issuer")
                .filter(issuer -> issuer.equals(address) || address.equals(issuer + '/'))
                .map(issuer -> new KernelEndpoints(
                        issuer,
                        authorization.get(),
                        token.get(),
                        introspection.get(),
                        jwks.get(),
                        algorithms(document)));
    }

    /** Those of a Kernel that has no discovery document. */
    static KernelEndpoints below(URI endpoint) {
        return new KernelEndpoints(
                endpoint.toString(),
                endpoint.resolve("authorize"),
                endpoint.resolve("token"),
                endpoint.resolve("introspect"),
                endpoint.resolve("jwks"),
                EnumSet.allOf(SignatureAlgorithm.class));
    }

    private static Optional<URI> address(TokenClaims document, String name, URI endpoint) {
        return document.text(name).flatMap(text -> KernelAddresses.parse(text, endpoint));
    }

    /** Who does not say which, may use all. */
    private static Set<SignatureAlgorithm> algorithms(TokenClaims document) {
        return document.asMap().containsKey(ALGORITHMS)
                ? document.texts(ALGORITHMS).stream()
                        .map(SignatureAlgorithm::parse)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toUnmodifiableSet())
                : EnumSet.allOf(SignatureAlgorithm.class);
    }
}
