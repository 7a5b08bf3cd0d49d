package io.github.auraauth.adapter.jose;

import io.github.auraauth.domain.secret.Secret;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses RSA private keys: base64 of PEM or DER, PKCS#8 or PKCS#1. */
final class RsaPrivateKeys {
    private static final Pattern PEM = Pattern.compile(
            "\\s*-----BEGIN (RSA )?PRIVATE KEY-----([A-Za-z0-9+/=\\s]++)-----END (RSA )?PRIVATE KEY-----\\s*");
    private static final Pattern WHITE = Pattern.compile("\\s+");

    /** PKCS#8's version 0 and the identifier of RSA, which PKCS#1 lacks. */
    private static final byte[] RSA_PREFIX = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;

    private RsaPrivateKeys() {}

    static Optional<RSAPrivateCrtKey> parse(Secret base64) {
        return decoded(base64.revealText())
                .flatMap(RsaPrivateKeys::der)
                .flatMap(der -> ofPkcs8(der).or(() -> ofPkcs8(wrapped(der))));
    }

    private static Optional<byte[]> der(byte[] pemOrDer) {
        Matcher pem = PEM.matcher(new String(pemOrDer, StandardCharsets.ISO_8859_1));
        return pem.matches() ? decoded(pem.group(2)) : Optional.of(pemOrDer);
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(WHITE.matcher(base64).replaceAll("")));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Optional<RSAPrivateCrtKey> ofPkcs8(byte[] der) {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der))
                            instanceof RSAPrivateCrtKey key
                    ? Optional.of(key)
                    : Optional.empty();
        } catch (GeneralSecurityException | RuntimeException noKey) {
            return Optional.empty();
        }
    }

    private static byte[] wrapped(byte[] pkcs1) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(RSA_PREFIX);
        content.writeBytes(tagged(OCTETS, pkcs1));
        return tagged(SEQUENCE, content.toByteArray());
    }

    private static byte[] tagged(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        out.write(0x82); // the length follows in two bytes: shorter keys are not accepted
        out.write(content.length >> 8);
        out.write(content.length);
        out.writeBytes(content);
        return out.toByteArray();
    }
}
