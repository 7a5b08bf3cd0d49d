package io.github.auraauth.domain.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The test cases of RFC 5869, appendix A, that are of SHA-256. */
class HkdfTest {
    private static final HexFormat HEX = HexFormat.of();

    @ParameterizedTest
    @CsvSource({
        // A.1, basic
        "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b, 000102030405060708090a0b0c, f0f1f2f3f4f5f6f7f8f9,"
                + "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
        // A.2, longer inputs and outputs
        "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f30313233343536"
                + "3738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f, 606162636465666768696a6b6c6d6e6f7071727374757677"
                + "78797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9"
                + "aaabacadaeaf, b0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9da"
                + "dbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff,"
                + "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09da327"
                + "5600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87",
        // A.3, no salt, no info
        "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b, '', '',"
                + "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"
    })
    void derive_rfc5869_givesItsOutput(String material, String salt, String info, String derived) {
        byte[] output =
                Hkdf.derive(HEX.parseHex(material), HEX.parseHex(salt), HEX.parseHex(info), derived.length() / 2);
        assertThat(HEX.formatHex(output)).isEqualTo(derived);
    }

    @Test
    void derive_withoutSalt_isOfZeroBytes() {
        byte[] material = HEX.parseHex("0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b");
        assertThat(HEX.formatHex(Hkdf.derive(material, "", 42)))
                .isEqualTo("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8");
        assertThat(Hkdf.derive(material, "a", 32)).isNotEqualTo(Hkdf.derive(material, "b", 32));
    }

    @Test
    void derive_longestOutput_beginsLikeAShorterOne() {
        byte[] longest = Hkdf.derive(new byte[] {1}, "x", 8160);
        assertThat(longest).hasSize(8160).startsWith(Hkdf.derive(new byte[] {1}, "x", 33));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 8161, Integer.MAX_VALUE})
    void derive_lengthOutOfRange_isRefused(int length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hkdf.derive(new byte[] {1}, "x", length))
                .withMessageContaining("length");
    }
}
