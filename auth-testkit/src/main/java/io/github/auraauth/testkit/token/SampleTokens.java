package io.github.auraauth.testkit.token;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.JsonWebKey;
import io.github.auraauth.domain.token.PrivateSigningKey;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Sample tokens and published keys, made with the JDK only. */
final class SampleTokens {
    static final KeyPair RSA = rsa(2048);
    static final KeyPair OTHER_RSA = rsa(2048);
    static final KeyPair SHORT_RSA = rsa(1024);
    static final KeyPair P256 = ec("secp256r1");
    static final KeyPair P384 = ec("secp384r1");

    private SampleTokens() {}

    /** A token in compact form. */
    static String token(String header, String payload, KeyPair key) {
        return token(header, payload.getBytes(StandardCharsets.UTF_8), key);
    }

    /** The same of any bytes; signed as the header's {@code alg} says. */
    static String token(String header, byte[] payload, KeyPair key) {
        String input = base64(header.getBytes(StandardCharsets.UTF_8)) + '.' + base64(payload);
        return input + '.' + base64(signature(header, input.getBytes(StandardCharsets.US_ASCII), key));
    }

    /** A token whose signature is an HMAC with that secret. */
    static String hmacToken(String header, String payload, byte[] secret) {
        String input = base64(header.getBytes(StandardCharsets.UTF_8))
                + '.'
                + base64(payload.getBytes(StandardCharsets.UTF_8));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return input + '.' + base64(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** The published half of a key, with more members, each as {@code ,"name":value}. */
    static String jwk(String kid, PublicKey key, String more) {
        return "{\"kid\":\"" + kid + "\"," + members(key) + more + "}";
    }

    /** A key to sign with. */
    static PrivateSigningKey signingKey(String kid, SignatureAlgorithm algorithm, KeyPair pair) {
        Map<String, String> parameters = pair.getPublic() instanceof RSAPublicKey rsa
                ? Map.of("n", number(rsa.getModulus(), rsa.getModulus().bitLength() / 8), "e", "AQAB")
                : parameters((ECPublicKey) pair.getPublic());
        return new PrivateSigningKey(
                new JsonWebKey(kid, algorithm, parameters),
                Secret.of(pair.getPrivate().getEncoded()));
    }

    private static Map<String, String> parameters(ECPublicKey key) {
        int bits = key.getParams().getCurve().getField().getFieldSize();
        return Map.of(
                "crv", "P-" + bits,
                "x", number(key.getW().getAffineX(), bits / 8),
                "y", number(key.getW().getAffineY(), bits / 8));
    }

    static String set(String... keys) {
        return "{\"keys\":[" + String.join(",", keys) + "]}";
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String members(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return "\"kty\":\"RSA\",\"n\":\""
                    + number(rsa.getModulus(), rsa.getModulus().bitLength() / 8) + "\",\"e\":\"AQAB\"";
        }
        ECPublicKey ec = (ECPublicKey) key;
        int bits = ec.getParams().getCurve().getField().getFieldSize();
        return "\"kty\":\"EC\",\"crv\":\"P-" + bits + "\",\"x\":\""
                + number(ec.getW().getAffineX(), bits / 8) + "\",\"y\":\""
                + number(ec.getW().getAffineY(), bits / 8) + '"';
    }

    private static String number(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[length];
        int taken = Math.min(length, bytes.length);
        System.arraycopy(bytes, bytes.length - taken, fixed, length - taken, taken);
        return base64(fixed);
    }

    private static byte[] signature(String header, byte[] input, KeyPair key) {
        try {
            Signature signature = algorithm(header, key);
            signature.initSign(key.getPrivate());
            signature.update(input);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static Signature algorithm(String header, KeyPair key) throws GeneralSecurityException {
        if (key.getPublic() instanceof ECPublicKey) {
            return Signature.getInstance("SHA256withECDSAinP1363Format");
        }
        if (!header.contains("PS256")) {
            return Signature.getInstance("SHA256withRSA");
        }
        Signature pss = Signature.getInstance("RSASSA-PSS");
        pss.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        return pss;
    }

    private static KeyPair rsa(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static KeyPair ec(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
