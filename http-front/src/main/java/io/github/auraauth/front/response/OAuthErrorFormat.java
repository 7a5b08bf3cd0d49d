package io.github.auraauth.front.response;

import java.util.regex.Pattern;

/**
 * The form of errors in OAuth 2.0 (RFC 6749, section 5.2): {@code {"error", "error_description"}}. A code that an API names
 * as OAuth does stands there as it is; of the others, the status says which of OAuth's it is.
 */
public final class OAuthErrorFormat implements ErrorFormat {
    private static final int FIRST_OF_OURS = 500;
    /** What must not stand in a description: two characters, and all beyond printable ASCII. */
    private static final Pattern NOT_DESCRIBING = Pattern.compile("[^ !#-\\[\\]-~]");

    @Override
    public byte[] json(ApiError error) {
        return Json.object(json -> {
            json.writeStringField("error", name(error.code()));
            json.writeStringField("error_description", description(error.message()));
        });
    }

    private static String name(ErrorCode code) {
        if (code.name().chars().allMatch(c -> c == '_' || Character.isLowerCase(c))) {
            return code.name();
        }
        return switch (code.status()) {
            case 401 -> "invalid_client";
            case 403 -> "access_denied";
            case 429 -> "slow_down";
            case 503, 504 -> "temporarily_unavailable";
            default -> code.status() < FIRST_OF_OURS ? "invalid_request" : "server_error";
        };
    }

    private static String description(String message) {
        return NOT_DESCRIBING.matcher(message).replaceAll("");
    }
}
