package io.github.auraauth.adapter.jose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfiguredSigningKeysTest {
    private static final byte[] PKCS8 = TestKeys.FIRST.getPrivate().getEncoded();
    private static final byte[] PKCS1 = TestKeys.pkcs1(TestKeys.FIRST.getPrivate());

    @Test
    void parse_everyForm_isTheSameKey() {
        RSAPublicKey expected = (RSAPublicKey) TestKeys.FIRST.getPublic();
        List<byte[]> forms =
                List.of(PKCS8, PKCS1, TestKeys.pem("PRIVATE KEY", PKCS8), TestKeys.pem("RSA PRIVATE KEY", PKCS1));
        for (byte[] form : forms) {
            assertThat(ConfiguredSigningKeys.parse("id", TestKeys.base64(form)))
                    .as(new String(form, StandardCharsets.ISO_8859_1).substring(0, 20))
                    .hasValueSatisfying(key -> {
                        assertThat(key.publicKey().id()).isEqualTo("id");
                        assertThat(key.publicKey().algorithm()).isEqualTo(SignatureAlgorithm.RS256);
                        assertThat(key.publicKey().parameters())
                                .isEqualTo(Map.of("n", unsigned(expected.getModulus()), "e", "AQAB"));
                        assertThat(key.pkcs8()).isEqualTo(Secret.of(PKCS8));
                    });
        }
    }

    @Test
    void parse_base64InLines_isTheKey() {
        String lines = Base64.getMimeEncoder().encodeToString(PKCS8);
        assertThat(ConfiguredSigningKeys.parse("id", Secret.ofText(lines + "\r\n")))
                .isPresent();
    }

    @Test
    void parse_noKeyOrAnother_isEmpty() {
        KeyPair small = TestKeys.pair("RSA", 1024);
        KeyPair ec = TestKeys.pair("EC", 256);
        List<Secret> none = List.of(
                Secret.ofText(""),
                Secret.ofText("not base64!"),
                TestKeys.base64(new byte[0]),
                TestKeys.base64(new byte[] {0x30, 0x00}),
                TestKeys.base64(TestKeys.FIRST.getPublic().getEncoded()),
                TestKeys.base64(
                        TestKeys.pem("PUBLIC KEY", TestKeys.FIRST.getPublic().getEncoded())),
                TestKeys.base64(TestKeys.pem("ENCRYPTED PRIVATE KEY", PKCS8)),
                TestKeys.base64(small.getPrivate().getEncoded()),
                TestKeys.base64(ec.getPrivate().getEncoded()),
                TestKeys.base64(Arrays.copyOf(PKCS8, PKCS8.length - 9)),
                Secret.ofText(new String(TestKeys.pem("PRIVATE KEY", PKCS8), StandardCharsets.US_ASCII)));
        assertThat(none)
                .allSatisfy(text ->
                        assertThat(ConfiguredSigningKeys.parse("id", text)).isEmpty());
    }

    @Test
    void toString_anyKey_saysNothingOfIt() {
        assertThat(TestKeys.signing("id", TestKeys.FIRST)).hasToString("PrivateSigningKey[id, redacted]");
    }

    /** Base64urlUInt (RFC 7518, section 2) of a number whose top bit is set. */
    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(bytes, 1, bytes.length));
    }
}
