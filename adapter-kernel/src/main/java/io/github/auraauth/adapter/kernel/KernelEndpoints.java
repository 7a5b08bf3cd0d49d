package io.github.auraauth.adapter.kernel;

import io.github.auraauth.domain.token.SignatureAlgorithm;
import io.github.auraauth.domain.token.TokenClaims;
import java.net.URI;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Kernel's endpoints, and what its tokens are checked against.
 *
 * @param issuer exactly as in its tokens
 * @param algorithms with which its id_tokens may be signed
 */
record KernelEndpoints(
        String issuer, URI authorization, URI token, URI introspection, URI jwks, Set<SignatureAlgorithm> algorithms) {
    private static final String ALGORITHMS = "id_token_signing_alg_values_supported";

    KernelEndpoints {
        algorithms = Set.copyOf(algorithms);
    }

    /** The endpoints of a discovery document; empty when one is missing or invalid, or the issuer is another. */
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

    /** The endpoints of a Kernel without a discovery document. */
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

    /** All, when the document does not say which. */
    private static Set<SignatureAlgorithm> algorithms(TokenClaims document) {
        return document.asMap().containsKey(ALGORITHMS)
                ? document.texts(ALGORITHMS).stream()
                        .map(SignatureAlgorithm::parse)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toUnmodifiableSet())
                : EnumSet.allOf(SignatureAlgorithm.class);
    }
}
