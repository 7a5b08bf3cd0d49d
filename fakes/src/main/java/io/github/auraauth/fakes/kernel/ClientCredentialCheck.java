package io.github.auraauth.fakes.kernel;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Verifies the clients that call the endpoints for clients only (RFC 6749, section 2.3). */
final class ClientCredentialCheck {
    private static final String BASIC = "Basic ";
    private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final List<KnownClient> known;
    private final ClientAssertions assertions;

    ClientCredentialCheck(List<KnownClient> known, InstantSource clock) {
        this.known = List.copyOf(known);
        this.assertions = new ClientAssertions(clock);
    }

    /**
     * The client that a request comes from, or empty when it does not prove that.
     *
     * @param authorization its header of that name
     * @param issuer ourselves; an assertion is for us or for our token endpoint
     */
    Optional<KnownClient> caller(
            Optional<String> authorization, RequestParameters form, String issuer, String tokenEndpoint) {
        if (authorization.isPresent()) {
            return authorization.filter(text -> text.startsWith(BASIC)).flatMap(this::bySecret);
        }
        return form.text("client_assertion_type").filter(ASSERTION_TYPE::equals).isPresent()
                ? form.text("client_assertion")
                        .flatMap(token -> known.stream()
                                .filter(client -> client.jwks().isPresent() && namesItself(form, client))
                                .filter(client -> assertions.prove(client, token, issuer, tokenEndpoint))
                                .findFirst())
                : Optional.empty();
    }

    private static boolean namesItself(RequestParameters form, KnownClient client) {
        return form.text("client_id").map(client.id()::equals).orElse(true);
    }

    private Optional<KnownClient> bySecret(String basic) {
        try {
            String both =
                    new String(Base64.getDecoder().decode(basic.substring(BASIC.length())), StandardCharsets.UTF_8);
            String[] parts = both.split(":", 2);
            return parts.length < 2
                    ? Optional.empty()
                    : known.stream()
                            .filter(client -> client.id().equals(RequestParameters.decoded(parts[0])))
                            .filter(client -> client.secret()
                                    .filter(RequestParameters.decoded(parts[1])::equals)
                                    .isPresent())
                            .findFirst();
        } catch (IllegalArgumentException neitherBase64NorForm) {
            return Optional.empty();
        }
    }
}
