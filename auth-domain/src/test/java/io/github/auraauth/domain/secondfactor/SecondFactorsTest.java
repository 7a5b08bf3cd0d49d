package io.github.auraauth.domain.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.domain.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecondFactorsTest {
    private static final Instant NOON = Instant.parse("2030-01-02T12:00:00.123456Z");
    private static final Secret SECRET = Secret.ofText("12345678901234567890");
    private static final TotpFactor TOTP = new TotpFactor(SECRET, NOON, 7);
    private static final PasskeyId PASSKEY = new PasskeyId("a2V5");
    private static final Set<RecoveryCodeDigest> CODES = Set.of(new RecoveryCodeDigest("a".repeat(64)));

    private final RecoveryCodes recovery = new RecoveryCodes(Secret.ofText("a seed"), new SecureRandom());

    @Test
    void any_whatIsPendingOrReset_countsForNothing() {
        assertThat(SecondFactors.NONE.any()).isFalse();
        assertThat(SecondFactors.NONE.withPending(SECRET).any()).isFalse();
        assertThat(SecondFactors.NONE.withPending(SECRET).kinds()).isEmpty();
        assertThat(SecondFactors.reset(NOON).any()).isFalse();
        assertThat(SecondFactors.NONE.with(TOTP).any()).isTrue();
        assertThat(SecondFactors.NONE.with(PASSKEY).any()).isTrue();
    }

    @Test
    void kinds_eachFactor_isOfItsKind() {
        SecondFactors all = SecondFactors.NONE.with(TOTP).with(PASSKEY).withRecoveryCodes(CODES);
        assertThat(all.kinds()).containsExactly(SecondFactorKind.values());
        assertThat(all.withoutTotp().kinds()).containsExactly(SecondFactorKind.PASSKEY, SecondFactorKind.RECOVERY_CODE);
        assertThat(all.without(PASSKEY).withRecoveryCodes(Set.of()).kinds()).containsExactly(SecondFactorKind.TOTP);
    }

    @Test
    void without_lastFactor_takesTheRecoveryCodesAlong() {
        SecondFactors all = SecondFactors.NONE.with(TOTP).with(PASSKEY).withRecoveryCodes(CODES);
        assertThat(all.withoutTotp().recoveryCodes()).isEqualTo(CODES);
        assertThat(all.withoutTotp().without(PASSKEY)).isEqualTo(SecondFactors.NONE);
        assertThat(SecondFactors.NONE.withRecoveryCodes(CODES)).isEqualTo(SecondFactors.NONE);
    }

    @Test
    void with_confirmedApp_isPendingNoMore() {
        assertThat(SecondFactors.NONE.withPending(SECRET).with(TOTP)).isEqualTo(SecondFactors.NONE.with(TOTP));
        assertThat(SecondFactors.NONE.with(TOTP).withPending(SECRET).withoutTotp())
                .isEqualTo(SecondFactors.NONE);
    }

    @Test
    void acknowledged_reset_isForgotten() {
        assertThat(SecondFactors.reset(NOON).resetAt()).contains(Instant.parse("2030-01-02T12:00:00.123Z"));
        assertThat(SecondFactors.reset(NOON).with(TOTP).resetAt()).isPresent();
        assertThat(SecondFactors.reset(NOON).acknowledged()).isEqualTo(SecondFactors.NONE);
    }

    @Test
    void next_recoveryCodes_areTenDifferentOnesThatAreKnownAgain() {
        Map<RecoveryCodeDigest, Secret> codes = recovery.next();
        assertThat(codes).hasSize(10);
        codes.forEach((digest, code) -> {
            assertThat(text(code)).matches("[a-z2-7]{4}-[a-z2-7]{4}-[a-z2-7]{4}");
            assertThat(recovery.digest(OneTimeCode.of(code))).isEqualTo(digest);
        });
        assertThat(recovery.next()).doesNotContainKeys(codes.keySet().toArray(RecoveryCodeDigest[]::new));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abcd-efgh-2345",
                "ABCD EFGH 2345",
                " abcdefgh2345\n",
                "a b c d-e-f-g-h 2345",
                "AbCd\u00A0efgh2345"
            })
    void of_anySpelling_isTheOneForm(String typed) {
        OneTimeCode code = OneTimeCode.of(Secret.ofText(typed));
        assertThat(code).isEqualTo(OneTimeCode.of(Secret.ofText("abcdefgh2345")));
        assertThat(code.isOfApp()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456", "123 456", "12-34-56", "\t123456 "})
    void isOfApp_sixDigits_isTrue(String typed) {
        assertThat(OneTimeCode.of(Secret.ofText(typed)).isOfApp()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "1234567", "12345a", "\u0661\u0662\u0663\u0664\u0665\u0666", "+12345"})
    void isOfApp_anythingElse_isFalse(String typed) {
        assertThat(OneTimeCode.of(Secret.ofText(typed)).isOfApp()).isFalse();
    }

    @Test
    void of_moreThanACodeCanBe_isNotLookedAt() {
        assertThat(OneTimeCode.of(Secret.ofText("1".repeat(65)))).isEqualTo(OneTimeCode.of(Secret.ofText("")));
    }

    @Test
    void parse_passkeyId_isBase64UrlOfAtMostTheLongest() {
        assertThat(PasskeyId.parse("A".repeat(1364))).isPresent();
        for (String none : new String[] {"", "A", "A".repeat(1365), "AA=", "A+", "\u00E9A"}) {
            assertThat(PasskeyId.parse(none)).as(none).isEmpty();
            assertThatThrownBy(() -> new PasskeyId(none)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static String text(Secret secret) {
        return new String(secret.reveal(), StandardCharsets.US_ASCII);
    }
}
