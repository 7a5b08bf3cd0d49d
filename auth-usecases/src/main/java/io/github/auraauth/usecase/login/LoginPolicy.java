package io.github.auraauth.usecase.login;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.kernel.RefusalClassifier;

/**
 * How an operator wants logins to proceed.
 *
 * @param sorting of the provider's refusals
 * @param confirmsLinks whether a person is asked before an account is linked, once in a login; without that whoever opens
 *     a forwarded link joins their account to the sender's chat
 */
public record LoginPolicy(RefusalClassifier sorting, boolean confirmsLinks) {
    public LoginPolicy {
        requireNonNull(sorting, "sorting");
    }
}
