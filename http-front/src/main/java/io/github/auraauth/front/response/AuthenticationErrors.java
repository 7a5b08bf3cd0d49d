package io.github.auraauth.front.response;

import io.github.auraauth.domain.access.AuthenticationResult;
import io.github.auraauth.domain.access.AuthenticationResult.Refusal;

/**
 * How the callers of one security scheme are told that they may not go on.
 *
 * @param unauthenticated that there is no good credential
 * @param forbidden that the rights of a good one do not reach
 */
public record AuthenticationErrors(Response unauthenticated, Response forbidden) {
    /**
     * Who calls.
     *
     * @throws ResponseException where the call may not go on
     */
    public <T> T caller(AuthenticationResult<T> result) {
        return result.fold(caller -> caller, refusal -> {
            throw new ResponseException(response(refusal));
        });
    }

    private Response response(Refusal refusal) {
        return switch (refusal) {
            case UNAUTHENTICATED -> unauthenticated;
            case FORBIDDEN -> forbidden;
            case THROTTLED -> ErrorCode.TOO_MANY_REQUESTS.response();
            case UNDECIDED -> ErrorCode.SERVICE_UNAVAILABLE.response();
        };
    }
}
