package io.github.auraauth.domain.token;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;

/**
 * The public half of an RSA key that tokens of ours are signed with.
 *
 * @param id its name, the {@code kid} of the tokens
 */
public record PublicSigningKey(String id, BigInteger modulus, BigInteger exponent) {
    public PublicSigningKey {
        requireNonNull(id, "id");
        if (modulus.signum() <= 0 || exponent.signum() <= 0) {
            throw new IllegalArgumentException("modulus and exponent must be positive");
        }
    }
}
