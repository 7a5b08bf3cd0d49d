package io.github.auraauth.domain.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.client.ClientId;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrantTest {
    @ParameterizedTest
    @CsvSource({
        // state, generation of the grant, shown, after so long, verdict
        "ACTIVE, 1, 1, PT0S, ROTATE",
        "ACTIVE, 1, 1, PT59M59.999S, ROTATE",
        "ACTIVE, 1, 1, PT1H, REFUSED",
        "ACTIVE, 7, 7, PT5M, ROTATE",
        "ACTIVE, 7, 6, PT0S, REPEAT",
        "ACTIVE, 7, 6, PT9.999S, REPEAT",
        "ACTIVE, 7, 6, PT-1S, REPEAT",
        "ACTIVE, 7, 6, PT10S, REUSED",
        "ACTIVE, 7, 6, PT5M, REUSED",
        "ACTIVE, 7, 6, PT1H, REFUSED",
        "ACTIVE, 7, 5, PT0S, REUSED",
        "ACTIVE, 7, 1, PT0S, REUSED",
        "ACTIVE, 7, 8, PT0S, REFUSED",
        "ACTIVE, 7, 999999999999999999, PT0S, REFUSED",
        "ACTIVE, 0, 1, PT0S, REFUSED",
        "ISSUED, 1, 1, PT0S, REFUSED",
        "ISSUED, 2, 1, PT0S, REFUSED",
        "ISSUED, 0, 1, PT0S, REFUSED"
    })
    void judge_tokenOfAGeneration_isOneVerdict(
            Grant.State state, long current, long shown, Duration after, RefreshRules.Verdict verdict) {
        assertThat(RefreshRules.judge(
                        SampleGrants.of(state, current),
                        new RefreshToken(SampleGrants.ID, shown),
                        SampleGrants.NOW.plus(after)))
                .isEqualTo(verdict);
    }

    @Test
    void grant_atItsEnd_isGoodNoMore() {
        Grant grant = SampleGrants.of(Grant.State.ACTIVE, 1);
        assertThat(grant.isGoodAt(grant.expiresAt().minusMillis(1))).isTrue();
        assertThat(grant.isGoodAt(grant.expiresAt())).isFalse();
        assertThat(grant.isActive()).isTrue();
        assertThat(SampleGrants.of(Grant.State.ISSUED, 0).isActive()).isFalse();
        assertThat(grant.has("openid")).isTrue();
        assertThat(grant.has("email")).isFalse();
    }

    @Test
    void grant_negativeNumbers_areRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> SampleGrants.of(Grant.State.ACTIVE, -1));
        Grant grant = SampleGrants.of(Grant.State.ACTIVE, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Grant(
                        grant.id(),
                        new ClientId("a"),
                        new AccountId("00000000-0000-4000-8000-000000000002"),
                        -1,
                        Set.of(),
                        grant.authentication(),
                        grant.request(),
                        grant.state(),
                        0,
                        grant.rotatedAt(),
                        grant.expiresAt()));
        assertThatIllegalArgumentException().isThrownBy(() -> new RefreshToken(SampleGrants.ID, 0));
    }

    @Test
    void accessToken_atItsEnd_isGoodNoMore() {
        AccessToken token = new AccessToken(
                SampleGrants.ID,
                Set.of("openid"),
                SampleGrants.NOW.plusMillis(999),
                SampleGrants.NOW.plusSeconds(600).plusMillis(999));
        assertThat(token.issuedAt()).isEqualTo(SampleGrants.NOW);
        assertThat(token.expiresAt()).isEqualTo(SampleGrants.NOW.plusSeconds(600));
        assertThat(token.isGoodAt(token.expiresAt().minusMillis(1))).isTrue();
        assertThat(token.isGoodAt(token.expiresAt())).isFalse();
    }

    @Test
    void level_withSeveralFactors_isTheSecond() {
        assertThat(authentication("pwd").level()).isEqualTo("aal1");
        assertThat(authentication("hwk", "user").level()).isEqualTo("aal1");
        assertThat(authentication("pwd", "otp", "mfa").level()).isEqualTo("aal2");
        assertThat(authentication("pwd", "otp", "mfa").sortedMethods()).containsExactly("mfa", "otp", "pwd");
        assertThat(new AuthenticationContext(SampleGrants.SESSION, SampleGrants.NOW.plusMillis(999), Set.of()).at())
                .isEqualTo(SampleGrants.NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00000000000000000000g", "00000000000000000000000", "00000000000000000000-g", "\u0660"})
    void grantId_otherForm_isRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new GrantId(text));
    }

    @Test
    void grantId_random_isAnotherEachTime() {
        SecureRandom random = new SecureRandom();
        assertThat(GrantId.random(random)).isNotEqualTo(GrantId.random(random));
    }

    @Test
    void accessTokenDigest_otherForm_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AccessTokenDigest("A".repeat(64)));
        assertThatIllegalArgumentException().isThrownBy(() -> new AccessTokenDigest("a".repeat(63)));
    }

    private static AuthenticationContext authentication(String... methods) {
        return new AuthenticationContext(SampleGrants.SESSION, SampleGrants.NOW, Set.of(methods));
    }
}
