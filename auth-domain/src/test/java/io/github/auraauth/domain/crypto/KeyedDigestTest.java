package io.github.auraauth.domain.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.secret.Secret;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class KeyedDigestTest {
    private static final Secret SEED = Secret.ofText("a-seed");

    @Test
    void hex_text_isTheHmacUnderTheDerivedKey() throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Hkdf.derive(SEED.reveal(), "a use", 32), "HmacSHA256"));
        String expected = HexFormat.of().formatHex(mac.doFinal("ñ".getBytes(java.nio.charset.StandardCharsets.UTF_8)));

        assertThat(KeyedDigest.derivedFrom(SEED, "a use").hex("ñ")).isEqualTo(expected);
    }

    @Test
    void hex_otherSeedUseOrText_isAnother() {
        assertThat(List.of(
                        KeyedDigest.derivedFrom(SEED, "a").hex("x"),
                        KeyedDigest.derivedFrom(SEED, "b").hex("x"),
                        KeyedDigest.derivedFrom(SEED, "a").hex("y"),
                        KeyedDigest.derivedFrom(Secret.ofText("b-seed"), "a").hex("x")))
                .doesNotHaveDuplicates();
    }

    @Test
    void hex_manyThreads_doNotDisturbEachOther() {
        KeyedDigest digest = KeyedDigest.derivedFrom(SEED, "a");
        String expected = digest.hex("x");
        assertThat(IntStream.range(0, 20_000).parallel().mapToObj(i -> digest.hex("x")))
                .allMatch(expected::equals);
    }
}
