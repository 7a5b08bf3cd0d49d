package io.github.auraauth.adapter.http.provider;

import io.github.auraauth.domain.provider.OAuthError;
import io.github.auraauth.domain.provider.OAuthFault;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.ErrorCode;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.front.response.ResponseException;
import java.util.Map;

/** The error responses of the provider: one table from errors to statuses (RFC 6749, section 5.2; RFC 6750). */
final class OAuthErrors {
    private static final String CHALLENGE = "WWW-Authenticate";
    private static final String BASIC = "Basic realm=\"aura\"";
    private static final String BEARER = "Bearer realm=\"aura\"";

    private OAuthErrors() {}

    /**
     * To a client.
     *
     * @param basic whether it has shown something in {@code Authorization}, so that it is told what may stand there
     */
    static Response of(OAuthFault fault, boolean basic) {
        Response error = code(fault.error()).response(fault.description()).with("Pragma", "no-cache");
        return basic && fault.error() == OAuthError.INVALID_CLIENT ? error.with(CHALLENGE, BASIC) : error;
    }

    /** To a client that has shown nothing in {@code Authorization}. */
    static ResponseException refusal(OAuthError error, String description) {
        return new ResponseException(of(new OAuthFault(error, description), false));
    }

    /** To a client whose {@code Authorization} is not well-formed Basic. */
    static ResponseException unreadableClient() {
        String description = "Authorization must be Basic with the client_id and client_secret, both form-encoded";
        return new ResponseException(of(new OAuthFault(OAuthError.INVALID_CLIENT, description), true));
    }

    /** @throws ResponseException when something is given more than once */
    static void requireSingle(Inputs inputs) {
        inputs.repeated().stream().sorted().findFirst().ifPresent(name -> {
            throw refusal(OAuthError.INVALID_REQUEST, name + " is given more than once");
        });
    }

    /** To whoever shows no access token. */
    static Response noToken() {
        return code(OAuthError.INVALID_TOKEN)
                .response("An access token is required")
                .with(CHALLENGE, BEARER);
    }

    /** To whoever shows an access token that is no good, whatever is wrong with it. */
    static Response invalidToken() {
        return bearer(OAuthError.INVALID_TOKEN, "The access token is not valid");
    }

    /** To whoever shows access tokens in a way that they must not be shown. */
    static Response ofBearer(String description) {
        return bearer(OAuthError.INVALID_REQUEST, description);
    }

    private static Response bearer(OAuthError error, String description) {
        String challenge = BEARER + ", error=\"" + error.value() + "\", error_description=\"" + description + '"';
        return code(error).response(description).with(CHALLENGE, challenge);
    }

    private static ErrorCode code(OAuthError error) {
        return switch (error) {
            case INVALID_CLIENT, INVALID_TOKEN -> new ErrorCode(error.value(), 401, "");
            case SLOW_DOWN -> new ErrorCode(error.value(), 429, "", Map.of("Retry-After", "60"));
            case SERVER_ERROR -> new ErrorCode(error.value(), 500, "");
            case TEMPORARILY_UNAVAILABLE -> new ErrorCode(error.value(), 503, "", Map.of("Retry-After", "1"));
            case INVALID_REQUEST,
                    INVALID_GRANT,
                    INVALID_SCOPE,
                    UNAUTHORIZED_CLIENT,
                    UNSUPPORTED_GRANT_TYPE,
                    UNSUPPORTED_RESPONSE_TYPE,
                    ACCESS_DENIED,
                    LOGIN_REQUIRED,
                    CONSENT_REQUIRED,
                    ACCOUNT_SELECTION_REQUIRED,
                    INTERACTION_REQUIRED,
                    UNMET_AUTHENTICATION_REQUIREMENTS,
                    REQUEST_NOT_SUPPORTED,
                    REQUEST_URI_NOT_SUPPORTED,
                    REGISTRATION_NOT_SUPPORTED -> new ErrorCode(error.value(), 400, "");
        };
    }
}
