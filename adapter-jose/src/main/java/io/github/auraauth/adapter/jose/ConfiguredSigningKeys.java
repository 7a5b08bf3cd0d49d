package io.github.auraauth.adapter.jose;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.PrivateSigningKey;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Optional;

/** Parses the RSA keys that an operator configures. */
public final class ConfiguredSigningKeys {
    private static final int MIN_BITS = 2048;

    private ConfiguredSigningKeys() {}

    /**
     * A configured key, for RS256.
     *
     * @param id the {@code kid} of its tokens
     * @param base64 of PEM or DER, PKCS#8 or PKCS#1 (RFC 5208, RFC 8017)
     * @return empty when it is none of these, not an RSA key, or shorter than 2048 bits
     */
    public static Optional<PrivateSigningKey> parse(String id, Secret base64) {
        requireNonNull(id, "id");
        return RsaPrivateKeys.parse(requireNonNull(base64, "base64"))
                .filter(key -> key.getModulus().bitLength() >= MIN_BITS)
                .flatMap(ConfiguredSigningKeys::pair)
                .map(pair -> pair.named(id));
    }

    private static Optional<SigningKeyPair> pair(RSAPrivateCrtKey key) {
        RSAPublicKeySpec half = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
        try {
            return Optional.of(new SigningKeyPair(
                    SignatureAlgorithm.RS256, KeyFactory.getInstance("RSA").generatePublic(half), key));
        } catch (GeneralSecurityException impossibleNumbers) {
            return Optional.empty();
        }
    }
}
