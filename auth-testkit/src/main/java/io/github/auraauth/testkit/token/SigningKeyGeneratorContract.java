package io.github.auraauth.testkit.token;

import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auraauth.domain.token.JsonWebKey;
import io.github.auraauth.domain.token.PrivateSigningKey;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import io.github.auraauth.port.out.token.SigningKeyGenerator;
import io.github.auraauth.testkit.Race;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract of {@link SigningKeyGenerator}. An adapter's test implements it. */
public interface SigningKeyGeneratorContract {
    /** The generator under test. */
    SigningKeyGenerator generator();

    @Test
    default void generate_rs256_isAnRsaKeyOf3072Bits() throws GeneralSecurityException {
        PrivateSigningKey made = generator().generate(SignatureAlgorithm.RS256);
        Map<String, String> parameters = made.publicKey().parameters();
        assertThat(made.publicKey().algorithm()).isEqualTo(SignatureAlgorithm.RS256);
        assertThat(number(parameters, "n").bitLength()).isEqualTo(3072);
        assertThat(parameters.get("e")).isEqualTo("AQAB");
        assertThat(privateKey(made, "RSA")).isInstanceOfSatisfying(RSAPrivateCrtKey.class, key -> {
            assertThat(key.getModulus()).isEqualTo(number(parameters, "n"));
            assertThat(key.getPublicExponent()).isEqualTo(number(parameters, "e"));
        });
        assertThat(made.publicKey().id()).isEqualTo(thumbprint(made.publicKey(), "e", "kty", "n"));
    }

    @Test
    default void generate_es256_isAKeyOfP256() throws GeneralSecurityException {
        for (int i = 0; i < 20; i++) { // one number in 256 has a leading zero, which is kept
            PrivateSigningKey made = generator().generate(SignatureAlgorithm.ES256);
            Map<String, String> parameters = made.publicKey().parameters();
            assertThat(made.publicKey().algorithm()).isEqualTo(SignatureAlgorithm.ES256);
            assertThat(parameters.get("crv")).isEqualTo("P-256");
            assertThat(parameters.get("x")).hasSize(43);
            assertThat(parameters.get("y")).hasSize(43);
            assertThat(privateKey(made, "EC"))
                    .isInstanceOfSatisfying(
                            ECPrivateKey.class,
                            key -> assertThat(key.getParams().getOrder().bitLength())
                                    .isEqualTo(256));
            assertThat(made.publicKey().id()).isEqualTo(thumbprint(made.publicKey(), "crv", "kty", "x", "y"));
        }
    }

    @Test
    default void generate_otherAlgorithm_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> generator().generate(SignatureAlgorithm.PS256))
                .withMessageContaining("algorithm");
    }

    @Test
    default void generate_concurrently_areDifferentKeys() {
        assertThat(Race.of(number -> generator()
                        .generate(SignatureAlgorithm.ES256)
                        .publicKey()
                        .id()))
                .doesNotHaveDuplicates();
    }

    @Test
    default void generate_anyKey_isPrintedWithoutItsPrivateHalf() {
        assertThat(generator().generate(SignatureAlgorithm.ES256).toString()).contains("redacted");
    }

    @Test
    default void generate_null_isRefusedByName() {
        assertNullIsRefused("algorithm", () -> generator().generate(nothing()));
    }

    private static PrivateKey privateKey(PrivateSigningKey key, String type) throws GeneralSecurityException {
        return KeyFactory.getInstance(type)
                .generatePrivate(new PKCS8EncodedKeySpec(key.pkcs8().reveal()));
    }

    private static BigInteger number(Map<String, String> parameters, String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(parameters.getOrDefault(name, "")));
    }

    /** RFC 7638, section 3: the required members in the order of their names. */
    private static String thumbprint(JsonWebKey key, String... names) throws GeneralSecurityException {
        String members = Stream.of(names)
                .map(name -> '"' + name + "\":\"" + key.members().get(name) + '"')
                .collect(Collectors.joining(",", "{", "}"));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(members.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }
}
