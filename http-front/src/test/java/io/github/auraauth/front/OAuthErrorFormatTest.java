package io.github.auraauth.front;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.front.response.ApiError;
import io.github.auraauth.front.response.ErrorCode;
import io.github.auraauth.front.response.OAuthErrorFormat;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OAuthErrorFormatTest {
    private final OAuthErrorFormat format = new OAuthErrorFormat();

    @ParameterizedTest
    @CsvSource({
        "INVALID_REQUEST, 400, invalid_request",
        "UNAUTHENTICATED, 401, invalid_client",
        "FORBIDDEN, 403, access_denied",
        "NOT_FOUND, 404, invalid_request",
        "METHOD_NOT_ALLOWED, 405, invalid_request",
        "BODY_TOO_LARGE, 413, invalid_request",
        "UNSUPPORTED_MEDIA_TYPE, 415, invalid_request",
        "TOO_MANY_REQUESTS, 429, slow_down",
        "INTERNAL_ERROR, 500, server_error",
        "UPSTREAM_ERROR, 502, server_error",
        "SERVICE_UNAVAILABLE, 503, temporarily_unavailable",
        "UPSTREAM_TIMEOUT, 504, temporarily_unavailable",
        "invalid_grant, 400, invalid_grant",
        "invalid_token, 401, invalid_token",
    })
    void json_ofACode_namesTheErrorAsOAuthDoes(String name, int status, String error) {
        assertThat(json(new ErrorCode(name, status, "No"), "No"))
                .isEqualTo("{\"error\":\"" + error + "\",\"error_description\":\"No\"}");
    }

    @Test
    void json_ofAMessage_hasOnlyWhatMayStandInADescription() {
        assertThat(json(ErrorCode.INVALID_REQUEST, "a \"b\" \\c\n\u00e9 [d]~"))
                .isEqualTo("{\"error\":\"invalid_request\",\"error_description\":\"a b c [d]~\"}");
    }

    private String json(ErrorCode code, String message) {
        return new String(format.json(new ApiError(code, message, Map.of())), StandardCharsets.UTF_8);
    }
}
