package io.github.auraauth.domain.provider;

import java.util.Locale;

/**
 * The errors of the protocol (RFC 6749, sections 4.1.2.1 and 5.2; RFC 6750, section 3.1; RFC 7009, section
 * 2.2.1; OpenID Connect Core 1.0, section 3.1.2.6; OpenID Connect Core Error Code unmet_authentication_requirements 1.0).
 */
public enum OAuthError {
    INVALID_REQUEST,
    INVALID_CLIENT,
    INVALID_GRANT,
    INVALID_SCOPE,
    INVALID_TOKEN,
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
    REGISTRATION_NOT_SUPPORTED,
    SLOW_DOWN,
    SERVER_ERROR,
    TEMPORARILY_UNAVAILABLE;

    /** As answers name it. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
