package io.github.auraauth.domain.grant;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.crypto.Base62;
import java.security.SecureRandom;
import java.util.regex.Pattern;

/**
 * Identifier of a grant; no secret, and worth nothing without the code or the tokens made of it.
 *
 * @param value 22 digits of {@code 0-9A-Za-z}
 */
public record GrantId(String value) {
    static final int DIGITS = 22;

    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z]{22}");

    public GrantId {
        if (!FORM.matcher(requireNonNull(value, "value")).matches()) {
            throw new IllegalArgumentException("value must be " + DIGITS + " digits of base 62");
        }
    }

    public static GrantId random(SecureRandom random) {
        return new GrantId(Base62.random(DIGITS, random));
    }
}
