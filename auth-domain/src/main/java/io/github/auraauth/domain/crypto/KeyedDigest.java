package io.github.auraauth.domain.crypto;

import io.github.auraauth.domain.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 under one derived key: gives personal data a name that says nothing. Safe for use by many threads. */
public final class KeyedDigest {
    private static final String HMAC = "HmacSHA256";

    private final Mac prototype;

    private KeyedDigest(Mac prototype) {
        this.prototype = prototype;
    }

    /** A digest whose key is derived from the secret by HKDF with the given info. */
    public static KeyedDigest derivedFrom(Secret secret, String info) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(Hkdf.derive(secret.reveal(), info, 32), HMAC));
            return new KeyedDigest(mac);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }

    /** The digest of the text's UTF-8 bytes, as 64 lower-case hex digits. */
    public String hex(String text) {
        return HexFormat.of().formatHex(fresh().doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    private Mac fresh() {
        try {
            return (Mac) prototype.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's HMAC can be cloned", e);
        }
    }

    @Override
    public String toString() {
        return "KeyedDigest[redacted]";
    }
}
