package io.github.auraauth.usecase.login;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.kernel.RefusalSorting;

/**
 * How an operator wants logins to go.
 *
 * @param sorting of the provider's refusals
 * @param confirmsLinks whether a person is asked before an account is linked, once in a login; without that whoever opens
 *     a forwarded link joins his account to the sender's chat
 */
public record LoginManner(RefusalSorting sorting, boolean confirmsLinks) {
    public LoginManner {
        requireNonNull(sorting, "sorting");
    }
}
