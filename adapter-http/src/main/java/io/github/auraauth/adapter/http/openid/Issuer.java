package io.github.auraauth.adapter.http.openid;

import static java.util.Objects.requireNonNull;

/**
 * The issuer of the tokens that we sign.
 *
 * @param name the {@code iss} of what we sign, an absolute URL
 * @param keySetAddress where the keys are, an absolute URL
 */
public record Issuer(String name, String keySetAddress) {
    public Issuer {
        requireNonNull(name, "name");
        requireNonNull(keySetAddress, "keySetAddress");
    }
}
