package io.github.auraauth.adapter.http.terms;

import io.github.auraauth.front.response.ErrorCode;

/** The errors of a request about terms. */
public final class TermsErrors {
    public static final ErrorCode ALREADY_EXISTS =
            new ErrorCode("ALREADY_EXISTS", 409, "There is a record with another status");

    private TermsErrors() {}
}
