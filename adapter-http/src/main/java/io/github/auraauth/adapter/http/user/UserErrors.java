package io.github.auraauth.adapter.http.user;

import io.github.auraauth.front.response.ErrorCode;

/** The errors of a request about a user. */
public final class UserErrors {
    public static final ErrorCode USER_NOT_FOUND = new ErrorCode("USER_NOT_FOUND", 404, "There is no such user");
    public static final ErrorCode USER_CONFLICT =
            new ErrorCode("USER_CONFLICT", 409, "The request contradicts the user who is there");
    public static final ErrorCode AUTHORIZATION_IN_USE =
            new ErrorCode("AUTHORIZATION_IN_USE", 409, "Another auraId holds the authorizationId");

    private UserErrors() {}
}
