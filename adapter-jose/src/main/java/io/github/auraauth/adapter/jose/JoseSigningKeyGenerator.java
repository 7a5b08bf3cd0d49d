package io.github.auraauth.adapter.jose;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.token.PrivateSigningKey;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import io.github.auraauth.port.out.token.SigningKeyGenerator;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;

/** Makes keys with the JDK's own generators. */
public final class JoseSigningKeyGenerator implements SigningKeyGenerator {
    private static final int RSA_BITS = 3072;

    private final SecureRandom random;

    public JoseSigningKeyGenerator(SecureRandom random) {
        this.random = requireNonNull(random, "random");
    }

    @Override
    public PrivateSigningKey generate(SignatureAlgorithm algorithm) {
        KeyPair made = switch (requireNonNull(algorithm, "algorithm")) {
            case RS256 -> pair("RSA", new RSAKeyGenParameterSpec(RSA_BITS, RSAKeyGenParameterSpec.F4));
            case ES256 -> pair("EC", new ECGenParameterSpec("secp256r1"));
            case PS256 -> throw new IllegalArgumentException("algorithm must be RS256 or ES256");
        };
        SigningKeyPair pair = new SigningKeyPair(algorithm, made.getPublic(), made.getPrivate());
        return pair.named(pair.thumbprint());
    }

    private KeyPair pair(String type, AlgorithmParameterSpec parameters) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(type);
            generator.initialize(parameters, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + type, e);
        }
    }
}
