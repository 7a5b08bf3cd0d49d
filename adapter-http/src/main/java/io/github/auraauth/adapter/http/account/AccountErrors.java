package io.github.auraauth.adapter.http.account;

import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.front.response.ApiError;
import io.github.auraauth.front.response.ErrorCode;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.front.response.ResponseException;
import java.util.List;
import java.util.Map;

/** The errors of a call below {@code /api/v1}: one table from reasons to errors. */
public final class AccountErrors {
    public static final ErrorCode CSRF_FAILED = new ErrorCode("CSRF_FAILED", 403, "The CSRF token is missing or wrong");
    public static final ErrorCode ALREADY_EXISTS = new ErrorCode("ALREADY_EXISTS", 409, "There is one of that name");
    public static final ErrorCode LAST_SUPERUSER =
            new ErrorCode("LAST_SUPERUSER", 409, "This is the last active superuser");
    public static final ErrorCode BUILT_IN = new ErrorCode("BUILT_IN", 409, "This belongs to the service itself");

    public static final ErrorCode REAUTHENTICATION_REQUIRED =
            new ErrorCode("REAUTHENTICATION_REQUIRED", 403, "The last login is too long ago: log in again");

    /** A password without the second factor that the account has. */
    static final ErrorCode SECOND_FACTOR_REQUIRED =
            secondFactorRequired("A second factor is required: send a good code along");

    /** A session of somebody who must set a second factor up first. */
    static final ErrorCode SECOND_FACTOR_MISSING =
            secondFactorRequired("A second factor is required: set one up on the account's pages first");

    /** The codes are one to a program; only the sentence of REST framework differs. */
    static final ErrorCode NOT_PROVIDED = unauthenticated("A valid credential is required");

    static final ErrorCode INVALID_TOKEN = unauthenticated("The token is not valid");
    static final ErrorCode INVALID_PASSWORD = unauthenticated("User name and password are not valid");

    private AccountErrors() {}

    /**
     * What is said of a credential that is missing or bad.
     *
     * @param header whether there was one in the header
     * @param basic whether it was a password
     */
    static ErrorCode unauthenticated(boolean header, boolean basic) {
        if (!header) {
            return NOT_PROVIDED;
        }
        return basic ? INVALID_PASSWORD : INVALID_TOKEN;
    }

    /** Value of {@code WWW-Authenticate}. */
    static String challenge(boolean basic) {
        return "Token realm=\"aura\"" + (basic ? ", Basic realm=\"aura\", charset=\"UTF-8\"" : "");
    }

    /** Why something is not done. */
    public static Response of(Refusal refusal) {
        return switch (refusal.reason()) {
            case ABSENT -> ErrorCode.NOT_FOUND.response();
            case FORBIDDEN -> refusal.field().map(AccountErrors::notToBeSet).orElseGet(ErrorCode.FORBIDDEN::response);
            case TAKEN -> about(refusal, ALREADY_EXISTS, "is taken");
            case LAST_SUPERUSER -> LAST_SUPERUSER.response();
            case NOT_ACTIVE -> invalid(refusal, "must be of an active account");
            case UNKNOWN -> invalid(refusal, "names something that is not there");
            case BUILT_IN -> BUILT_IN.response();
            case WRONG_PASSWORD -> invalid(refusal, "is not the present password");
            case PASSWORD_TOO_SHORT -> invalid(refusal, "is too short");
            case PASSWORD_TOO_LONG -> invalid(refusal, "is too long");
            case PASSWORD_LIKE_NAME -> invalid(refusal, "is too similar to the name or e-mail address");
            case PASSWORD_TOO_COMMON -> invalid(refusal, "is too easy to guess");
            case WRONG_CODE -> invalid(refusal, "is not a code that is good now");
            case PASSKEY_REFUSED -> invalid(refusal, "is not good");
            case REAUTHENTICATION_REQUIRED -> REAUTHENTICATION_REQUIRED.response();
            case LAST_SECOND_FACTOR -> invalid(refusal, "is the last second factor");
            case ENDED -> invalid(refusal, "must be in the future");
            case TOO_MANY -> ErrorCode.TOO_MANY_REQUESTS.response();
        };
    }

    /** A member of the body that the caller may not set. */
    public static Response notToBeSet(String field) {
        return Response.of(new ApiError(
                ErrorCode.FORBIDDEN, field + " may not be set", Map.of(field, List.of("may not be set by you"))));
    }

    /** A member of the body that is not what it must be, in words that follow its name. */
    public static ResponseException invalid(String field, String words) {
        return new ResponseException(about(field, ErrorCode.INVALID_REQUEST, words));
    }

    private static Response invalid(Refusal refusal, String words) {
        return about(refusal, ErrorCode.INVALID_REQUEST, words);
    }

    private static Response about(Refusal refusal, ErrorCode code, String words) {
        return refusal.field().map(field -> about(field, code, words)).orElseGet(() -> code.response("This " + words));
    }

    private static Response about(String field, ErrorCode code, String words) {
        return Response.of(new ApiError(code, field + ' ' + words, Map.of(field, List.of(words))));
    }

    private static ErrorCode unauthenticated(String message) {
        return new ErrorCode(ErrorCode.UNAUTHENTICATED.name(), ErrorCode.UNAUTHENTICATED.status(), message, Map.of());
    }

    private static ErrorCode secondFactorRequired(String message) {
        return new ErrorCode("SECOND_FACTOR_REQUIRED", ErrorCode.UNAUTHENTICATED.status(), message, Map.of());
    }
}
