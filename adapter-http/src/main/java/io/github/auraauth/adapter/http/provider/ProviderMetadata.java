package io.github.auraauth.adapter.http.provider;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.auraauth.domain.provider.PersonClaims;
import io.github.auraauth.domain.provider.Prompt;
import io.github.auraauth.domain.provider.ResponseMode;
import io.github.auraauth.domain.provider.Scope;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import io.github.auraauth.front.response.Json;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The metadata of the provider for clients (OpenID Connect Discovery 1.0, section 3; RFC 8414, section 2; RFC 9207, section 3;
 * OpenID Connect RP-Initiated Logout 1.0 and Back-Channel Logout 1.0).
 */
final class ProviderMetadata {
    private static final List<String> AUTHENTICATION =
            List.of("client_secret_basic", "client_secret_post", "private_key_jwt", "none");
    /** A token is told about to those only who prove who they are. */
    private static final List<String> PROVEN = AUTHENTICATION.subList(0, 3);

    /** Those of an id_token that say how, when and for whom somebody logged in. */
    private static final List<String> OF_LOGINS =
            List.of("iss", "aud", "exp", "iat", "auth_time", "acr", "amr", "azp", "sid", "nonce", "at_hash");

    private ProviderMetadata() {}

    /** As JSON. */
    static byte[] of(ProviderDescription description) {
        return Json.object(json -> {
            json.writeStringField("issuer", description.issuer());
            endpoints(json, description);
            supported(json, "scopes", Arrays.stream(Scope.values()).map(Scope::value));
            supported(json, "response_types", Stream.of("code"));
            supported(
                    json, "response_modes", Arrays.stream(ResponseMode.values()).map(ResponseMode::value));
            supported(json, "grant_types", Stream.of("authorization_code", "refresh_token"));
            supported(json, "subject_types", Stream.of("public"));
            supported(json, "id_token_signing_alg_values", names(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256));
            authentication(json);
            supported(json, "claim_types", Stream.of("normal"));
            supported(json, "claims", Stream.concat(PersonClaims.SUPPORTED.stream(), OF_LOGINS.stream()));
            supported(json, "acr_values", Stream.of("aal1", "aal2"));
            supported(json, "prompt_values", Arrays.stream(Prompt.values()).map(ProviderMetadata::lowerCase));
            supported(json, "ui_locales", description.languages().stream());
            supported(json, "code_challenge_methods", Stream.of("S256"));
            switches(json);
        });
    }

    private static void endpoints(JsonGenerator json, ProviderDescription description) throws IOException {
        json.writeStringField("authorization_endpoint", description.endpoint("/authorize"));
        json.writeStringField("token_endpoint", description.endpoint("/token"));
        json.writeStringField("userinfo_endpoint", description.endpoint("/userinfo"));
        json.writeStringField("jwks_uri", description.endpoint("/jwks"));
        json.writeStringField("introspection_endpoint", description.endpoint("/introspect"));
        json.writeStringField("revocation_endpoint", description.endpoint("/revoke"));
        json.writeStringField("end_session_endpoint", description.endpoint("/end-session"));
    }

    private static void authentication(JsonGenerator json) throws IOException {
        supported(json, "token_endpoint_auth_methods", AUTHENTICATION.stream());
        supported(json, "revocation_endpoint_auth_methods", AUTHENTICATION.stream());
        supported(json, "introspection_endpoint_auth_methods", PROVEN.stream());
        for (String endpoint : List.of("token", "revocation", "introspection")) {
            supported(json, endpoint + "_endpoint_auth_signing_alg_values", names(SignatureAlgorithm.values()));
        }
    }

    private static void switches(JsonGenerator json) throws IOException {
        json.writeBooleanField("claims_parameter_supported", true);
        json.writeBooleanField("request_parameter_supported", false);
        json.writeBooleanField("request_uri_parameter_supported", false);
        json.writeBooleanField("authorization_response_iss_parameter_supported", true);
        json.writeBooleanField("backchannel_logout_supported", true);
        json.writeBooleanField("backchannel_logout_session_supported", true);
    }

    private static void supported(JsonGenerator json, String what, Stream<String> values) throws IOException {
        json.writeArrayFieldStart(what + "_supported");
        for (String value : values.toList()) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private static Stream<String> names(SignatureAlgorithm... algorithms) {
        return Arrays.stream(algorithms).map(SignatureAlgorithm::name);
    }

    private static String lowerCase(Prompt prompt) {
        return prompt.name().toLowerCase(Locale.ROOT);
    }
}
