package io.github.auraauth.domain.grant;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrantSecretsTest {
    private static final GrantId GRANT = SampleGrants.ID;
    private static final RefreshToken SEVENTH = new RefreshToken(GRANT, 7);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final GrantSecrets secrets = new GrantSecrets(Secret.ofText("a made-up seed of these tests, of no worth"));
    private final GrantSecrets others = new GrantSecrets(Secret.ofText("another made-up seed of these tests"));

    /** Computed with Python's hashlib and hmac. */
    @Test
    void allKinds_ofOneSeed_areAsComputedElsewhere() {
        assertThat(text(secrets.code(GRANT)))
                .isEqualTo(
                        "000000000000000000000g" + "82e1d3d8ea0fa01be29f35c1c983f2ad21630e1e58dfa2371292de64a299c4c8");
        assertThat(text(secrets.refreshToken(SEVENTH)))
                .isEqualTo("aurr_000000000000000000000g_7"
                        + "_99353447ea0235e68579b5c4f13f6ee7b7d76a7e0d3fb1435fb687f1bccae358");
        assertThat(secrets.digest(Secret.ofText("aura_" + "A".repeat(43))))
                .contains(new AccessTokenDigest("ef38c229f115f4c8a773188b3f6c484892223c8253c1418e41832822df7e1119"));
    }

    @Test
    void read_ownOnes_givesWhatTheyWereMadeOf() {
        assertThat(secrets.readCode(secrets.code(GRANT))).contains(GRANT);
        for (long generation : new long[] {1, 9, 10, 999_999_999_999_999_999L}) {
            RefreshToken token = new RefreshToken(GRANT, generation);
            assertThat(secrets.readRefreshToken(secrets.refreshToken(token))).contains(token);
            assertThat(secrets.refreshToken(token)).isEqualTo(secrets.refreshToken(token));
        }
    }

    @Test
    void read_onesOfAnotherSeed_isEmpty() {
        assertThat(secrets.readCode(others.code(GRANT))).isEmpty();
        assertThat(secrets.readRefreshToken(others.refreshToken(SEVENTH))).isEmpty();
        Secret access = secrets.newAccessToken(RANDOM);
        assertThat(secrets.digest(access)).isNotEqualTo(others.digest(access));
    }

    @Test
    void readCode_anyCharacterAltered_isEmpty() {
        for (Secret altered : altered(secrets.code(GRANT))) {
            assertThat(secrets.readCode(altered)).isEmpty();
        }
    }

    @Test
    void readRefreshToken_anyCharacterAltered_isEmpty() {
        for (Secret altered : altered(secrets.refreshToken(SEVENTH))) {
            assertThat(secrets.readRefreshToken(altered)).isEmpty();
        }
    }

    @Test
    void readRefreshToken_proofOfAnotherGenerationOrGrant_isEmpty() {
        String seventh = text(secrets.refreshToken(SEVENTH));
        assertThat(secrets.readRefreshToken(Secret.ofText(seventh.replace("_7_", "_8_"))))
                .isEmpty();
        assertThat(secrets.readRefreshToken(Secret.ofText(seventh.replace("_7_", "_07_"))))
                .isEmpty();
        assertThat(secrets.readRefreshToken(Secret.ofText(seventh.replace("0g_", "0h_"))))
                .isEmpty();
    }

    @Test
    void read_oneKindAsAnother_isEmpty() {
        Secret code = secrets.code(GRANT);
        Secret refresh = secrets.refreshToken(SEVENTH);
        Secret access = secrets.newAccessToken(RANDOM);
        assertThat(secrets.readCode(refresh)).isEmpty();
        assertThat(secrets.readCode(access)).isEmpty();
        assertThat(secrets.readRefreshToken(code)).isEmpty();
        assertThat(secrets.readRefreshToken(access)).isEmpty();
        assertThat(secrets.digest(code)).isEmpty();
        assertThat(secrets.digest(refresh)).isEmpty();
    }

    /** What proves the one must not prove the other, though both are HMACs over texts that begin with the grant. */
    @Test
    void read_proofOfOneKindInTheFormOfAnother_isEmpty() {
        String refresh = text(secrets.refreshToken(SEVENTH));
        String proof = refresh.substring(refresh.length() - 64);
        assertThat(secrets.readCode(Secret.ofText(GRANT.value() + proof))).isEmpty();
        String code = text(secrets.code(GRANT));
        assertThat(secrets.readRefreshToken(Secret.ofText("aurr_" + GRANT.value() + "_7_" + code.substring(22))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "aurr_", "aurr__1_", "aura_", "\u0000", "null", "\uD83D\uDE00"})
    void read_garbage_isEmpty(String garbage) {
        assertThat(secrets.readCode(Secret.ofText(garbage))).isEmpty();
        assertThat(secrets.readRefreshToken(Secret.ofText(garbage))).isEmpty();
        assertThat(secrets.digest(Secret.ofText(garbage))).isEmpty();
    }

    @Test
    void read_withMoreAroundIt_isEmpty() {
        for (String format : List.of(" %s", "%s ", "%s\n", "%s\u0000", "x%s")) {
            assertThat(secrets.readCode(Secret.ofText(format.formatted(text(secrets.code(GRANT))))))
                    .isEmpty();
            assertThat(secrets.readRefreshToken(Secret.ofText(format.formatted(text(secrets.refreshToken(SEVENTH))))))
                    .isEmpty();
            assertThat(secrets.digest(Secret.ofText(format.formatted("aura_" + "A".repeat(43)))))
                    .isEmpty();
        }
    }

    @Test
    void readRefreshToken_generationBeyondALong_isEmpty() {
        String proof = "0".repeat(64);
        for (String generation : List.of("0", "-1", "1000000000000000000", "99999999999999999999", "\u0661")) {
            assertThat(secrets.readRefreshToken(
                            Secret.ofText("aurr_" + GRANT.value() + '_' + generation + '_' + proof)))
                    .isEmpty();
        }
    }

    @Test
    void newAccessToken_each_isAnotherOfTheForm() {
        Secret first = secrets.newAccessToken(RANDOM);
        assertThat(text(first)).matches("aura_[0-9A-Za-z]{43}");
        assertThat(secrets.newAccessToken(RANDOM)).isNotEqualTo(first);
        assertThat(secrets.digest(first)).isPresent().isNotEqualTo(secrets.digest(secrets.newAccessToken(RANDOM)));
    }

    /** The text with each of its characters exchanged for another that is allowed in its place, and shortened. */
    private static List<Secret> altered(Secret secret) {
        String text = text(secret);
        List<Secret> altered = new java.util.ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            for (char other : new char[] {'0', '1', 'a', 'Z', '_'}) {
                if (text.charAt(i) != other) {
                    altered.add(Secret.ofText(text.substring(0, i) + other + text.substring(i + 1)));
                }
            }
            altered.add(Secret.ofText(text.substring(0, i) + text.substring(i + 1)));
        }
        return altered;
    }

    private static String text(Secret secret) {
        return new String(secret.reveal(), StandardCharsets.US_ASCII);
    }
}
