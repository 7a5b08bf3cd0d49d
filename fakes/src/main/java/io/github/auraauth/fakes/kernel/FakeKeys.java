package io.github.auraauth.fakes.kernel;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.util.HexFormat;
import java.util.List;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;

/** The keys of the fake, as it publishes them. */
final class FakeKeys {
    private static final int BITS = 2048;
    private static final int NAME_BYTES = 8;

    private final SecureRandom random;
    private volatile List<RsaJsonWebKey> published;

    FakeKeys(SecureRandom random) {
        this.random = random;
        this.published = List.of(made(random));
    }

    /** A new key signs from now on; the one that did until now is still published. */
    synchronized void rotate() {
        published = List.of(made(random), current());
    }

    RsaJsonWebKey current() {
        return published.get(0);
    }

    /** The published ones, as a set. */
    String json() {
        return new JsonWebKeySet(published).toJson();
    }

    /** A new one, that nobody knows. */
    static RsaJsonWebKey made(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS, random);
            KeyPair pair = generator.generateKeyPair();
            RsaJsonWebKey key = new RsaJsonWebKey((RSAPublicKey) pair.getPublic());
            key.setPrivateKey(pair.getPrivate());
            key.setKeyId(name(random));
            key.setUse("sig");
            key.setAlgorithm("RS256");
            return key;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    private static String name(SecureRandom random) {
        byte[] bytes = new byte[NAME_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
