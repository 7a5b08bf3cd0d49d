package io.github.auraauth.domain.token;

import java.util.Optional;

/** The signature algorithms that a token may have (RFC 7518); nothing symmetric and nothing unsigned is among them. */
public enum SignatureAlgorithm {
    RS256,
    PS256,
    ES256;

    /** The algorithm of that name, or empty when it is none of these. */
    public static Optional<SignatureAlgorithm> parse(String name) {
        for (SignatureAlgorithm algorithm : values()) {
            if (algorithm.name().equals(name)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }
}
