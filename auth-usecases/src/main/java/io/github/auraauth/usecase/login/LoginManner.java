package io.github.auraauth.usecase.login;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.kernel.RefusalSorting;

/**
 * How an operator wants logins to go.
 *
 * @param sorting of the provider's refusals
 * @param confirmsLinks whether a person is asked who did not begin the login here; without that anybody can link
 *     another's account to his own chat
 */
public record LoginManner(RefusalSorting sorting, boolean confirmsLinks) {
    public LoginManner {
        requireNonNull(sorting, "sorting");
    }
}
