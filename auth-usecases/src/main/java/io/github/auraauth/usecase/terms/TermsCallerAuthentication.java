package io.github.auraauth.usecase.terms;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.terms.TermsKeys;
import io.github.auraauth.port.in.AuthenticateTermsCaller;
import java.util.Objects;
import java.util.OptionalInt;

/** Compares the key with the configured ones. */
public final class TermsCallerAuthentication implements AuthenticateTermsCaller {
    private final TermsKeys keys;

    public TermsCallerAuthentication(TermsKeys keys) {
        this.keys = Objects.requireNonNull(keys, "keys");
    }

    @Override
    public OptionalInt authenticate(Secret key) {
        return keys.place(key);
    }
}
