package io.github.auraauth.front.response;

import static io.github.auraauth.front.response.ErrorCode.BODY_TOO_LARGE;
import static io.github.auraauth.front.response.ErrorCode.FORBIDDEN;
import static io.github.auraauth.front.response.ErrorCode.INTERNAL_ERROR;
import static io.github.auraauth.front.response.ErrorCode.INVALID_REQUEST;
import static io.github.auraauth.front.response.ErrorCode.METHOD_NOT_ALLOWED;
import static io.github.auraauth.front.response.ErrorCode.NOT_FOUND;
import static io.github.auraauth.front.response.ErrorCode.NOT_IMPLEMENTED;
import static io.github.auraauth.front.response.ErrorCode.SERVICE_UNAVAILABLE;
import static io.github.auraauth.front.response.ErrorCode.TOO_MANY_REQUESTS;
import static io.github.auraauth.front.response.ErrorCode.UNAUTHENTICATED;
import static io.github.auraauth.front.response.ErrorCode.UNSUPPORTED_MEDIA_TYPE;
import static io.github.auraauth.front.response.ErrorCode.UPSTREAM_ERROR;
import static io.github.auraauth.front.response.ErrorCode.UPSTREAM_TIMEOUT;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is answered with a status that somebody wants for a test: the code that usually comes with it, and words of its own. */
public final class InjectedErrors {
    private static final String WORDS = "This answer was asked for by the behaviour manager";
    private static final Map<Integer, ErrorCode> USUAL = Stream.of(
                    INVALID_REQUEST,
                    UNAUTHENTICATED,
                    FORBIDDEN,
                    NOT_FOUND,
                    METHOD_NOT_ALLOWED,
                    BODY_TOO_LARGE,
                    UNSUPPORTED_MEDIA_TYPE,
                    TOO_MANY_REQUESTS,
                    INTERNAL_ERROR,
                    NOT_IMPLEMENTED,
                    UPSTREAM_ERROR,
                    SERVICE_UNAVAILABLE,
                    UPSTREAM_TIMEOUT)
            .collect(Collectors.toUnmodifiableMap(ErrorCode::status, Function.identity()));

    private InjectedErrors() {}

    /** @param status of an error */
    public static Response of(int status) {
        ErrorCode other = new ErrorCode("INJECTED_ERROR", status, WORDS);
        return USUAL.getOrDefault(status, other).response(WORDS);
    }
}
