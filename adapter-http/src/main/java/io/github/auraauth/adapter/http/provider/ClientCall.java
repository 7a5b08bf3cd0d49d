package io.github.auraauth.adapter.http.provider;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.provider.OAuthError;
import io.github.auraauth.domain.provider.OAuthFault;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.in.provider.ClientCredential;
import io.github.auraauth.port.in.provider.ClientCredential.Method;
import java.util.Optional;

/**
 * A call that a client makes by itself.
 *
 * @param basic whether it shows its secret in {@code Authorization}
 */
record ClientCall(ClientCredential client, boolean basic) {
    private static final Input ID = Input.body("client_id");
    private static final Input SECRET = Input.body("client_secret");
    private static final Input ASSERTION = Input.body("client_assertion");
    private static final Input ASSERTION_TYPE = Input.body("client_assertion_type");
    private static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    ClientCall {
        requireNonNull(client, "client");
    }

    /**
     * Reads which client calls and how it proves that: in one way (RFC 6749, section 2.3).
     *
     * @throws io.github.auraauth.front.response.ResponseException when it does so in none or in several
     */
    static ClientCall of(Inputs inputs) {
        OAuthErrors.requireSingle(inputs);
        boolean asserts = inputs.text(ASSERTION).isPresent()
                || inputs.text(ASSERTION_TYPE).isPresent();
        boolean posts = inputs.text(SECRET).isPresent();
        if (inputs.context().principal() instanceof BasicClient shown) {
            return new ClientCall(basic(shown, inputs, asserts || posts), true);
        }
        if (asserts && posts) {
            throw severalMethods();
        }
        return new ClientCall(asserts ? asserted(inputs) : posted(inputs), false);
    }

    /** What the client is told that asks in vain. */
    Response refused(OAuthFault fault) {
        return OAuthErrors.of(fault, basic);
    }

    private static ClientCredential basic(BasicClient shown, Inputs inputs, boolean more) {
        if (more) {
            throw severalMethods();
        }
        if (inputs.text(ID).filter(id -> !id.equals(shown.id())).isPresent()) {
            throw OAuthErrors.refusal(OAuthError.INVALID_REQUEST, "client_id is not that of Authorization");
        }
        return credential(inputs, Method.SECRET, Optional.of(shown.id()), Optional.of(shown.secret()));
    }

    private static ClientCredential asserted(Inputs inputs) {
        String type = inputs.text(ASSERTION_TYPE)
                .orElseThrow(() -> OAuthErrors.refusal(OAuthError.INVALID_REQUEST, "client_assertion_type is missing"));
        if (!type.equals(JWT_BEARER)) {
            throw OAuthErrors.refusal(OAuthError.INVALID_CLIENT, "client_assertion_type must be " + JWT_BEARER);
        }
        Optional<Secret> assertion = inputs.text(ASSERTION).map(Secret::ofText);
        if (assertion.isEmpty()) {
            throw OAuthErrors.refusal(OAuthError.INVALID_REQUEST, "client_assertion is missing");
        }
        return credential(inputs, Method.ASSERTION, inputs.text(ID), assertion);
    }

    private static ClientCredential posted(Inputs inputs) {
        Optional<Secret> secret = inputs.text(SECRET).map(Secret::ofText);
        if (inputs.text(ID).isEmpty()) {
            throw OAuthErrors.refusal(OAuthError.INVALID_CLIENT, "the client does not say which one it is");
        }
        return credential(inputs, secret.isPresent() ? Method.SECRET : Method.NONE, inputs.text(ID), secret);
    }

    private static ClientCredential credential(
            Inputs inputs, Method method, Optional<String> id, Optional<Secret> proof) {
        return new ClientCredential(method, id, proof, inputs.context().source().network());
    }

    private static RuntimeException severalMethods() {
        return OAuthErrors.refusal(
                OAuthError.INVALID_REQUEST, "the client authenticates in more than one way; it may in one");
    }
}
