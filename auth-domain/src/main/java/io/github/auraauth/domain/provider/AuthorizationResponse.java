package io.github.auraauth.domain.provider;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.secret.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The response that a browser brings to the client: a code, or an error (RFC 6749, section 4.1.2; with {@code iss}, RFC 9207).
 *
 * @param redirectUri of the client
 * @param parameters by their names, in their order
 */
public record AuthorizationResponse(String redirectUri, ResponseMode mode, Map<String, String> parameters) {
    public AuthorizationResponse {
        requireNonNull(redirectUri, "redirectUri");
        requireNonNull(mode, "mode");
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(requireNonNull(parameters, "parameters")));
    }

    /** One with a code. */
    public static AuthorizationResponse of(AuthorizationRequest request, Secret code, String issuer) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("code", code.revealText());
        request.state().ifPresent(state -> parameters.put("state", state));
        parameters.put("iss", issuer);
        return new AuthorizationResponse(request.redirectUri(), request.mode(), parameters);
    }

    /** One with an error. */
    public static AuthorizationResponse of(
            OAuthFault fault, String redirectUri, ResponseMode mode, Optional<String> state, String issuer) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("error", fault.error().value());
        parameters.put("error_description", fault.description());
        state.ifPresent(value -> parameters.put("state", value));
        parameters.put("iss", issuer);
        return new AuthorizationResponse(redirectUri, mode, parameters);
    }

    /** The address with the parameters in its query, beside those that it has. */
    public String location() {
        StringBuilder location = new StringBuilder(redirectUri);
        boolean open = redirectUri.endsWith("?") || redirectUri.endsWith("&");
        String separator = open ? "" : redirectUri.indexOf('?') < 0 ? "?" : "&";
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            location.append(separator)
                    .append(parameter.getKey())
                    .append('=')
                    .append(URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8));
            separator = "&";
        }
        return location.toString();
    }

    /** Says nothing of the parameters: a code is among them. */
    @Override
    public String toString() {
        return "AuthorizationResponse[redacted]";
    }
}
