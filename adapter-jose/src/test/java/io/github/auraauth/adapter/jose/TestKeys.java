package io.github.auraauth.adapter.jose;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.PrivateSigningKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Base64;

/** Private keys in the forms in which they are configured. */
final class TestKeys {
    static final KeyPair FIRST = pair("RSA", 2048);

    private TestKeys() {}

    static KeyPair pair(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static PrivateSigningKey signing(String id, KeyPair pair) {
        return ConfiguredSigningKeys.parse(id, base64(pair.getPrivate().getEncoded()))
                .orElseThrow();
    }

    static Secret base64(byte[] bytes) {
        return Secret.ofText(Base64.getEncoder().encodeToString(bytes));
    }

    static byte[] pem(String type, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return ("-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** PKCS#1 is what PKCS#8 has at its end, behind 26 bytes when the key has 2048 bits. */
    static byte[] pkcs1(PrivateKey key) {
        byte[] pkcs8 = key.getEncoded();
        return Arrays.copyOfRange(pkcs8, 26, pkcs8.length);
    }
}
