package io.github.auraauth.domain.authtoken;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.crypto.Base62;
import io.github.auraauth.domain.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthTokenTest {
    private static final Instant NOON = Instant.parse("2030-01-02T12:00:00Z");

    @Test
    void isGoodAt_endOrWithdrawal_decides() {
        AuthToken token = token(Optional.of(NOON));
        assertThat(token.isGoodAt(NOON.minusMillis(1))).isTrue();
        assertThat(token.isGoodAt(NOON)).isFalse();
        assertThat(token(Optional.empty()).isGoodAt(Instant.MAX)).isTrue();
        assertThat(token(Optional.empty()).asWithdrawn().isGoodAt(NOON)).isFalse();
    }

    @Test
    void random_secret_hasTheFormAndItsCheck() {
        SecureRandom random = new SecureRandom();
        String secret = new String(AuthTokenSecret.random(random).reveal(), StandardCharsets.US_ASCII);
        assertThat(secret).matches("aurt_[0-9A-Za-z]{43}_[0-9A-Za-z]{6}");
        assertThat(secret).endsWith('_' + Base62.check(secret.substring(0, 48)));
        assertThat(AuthTokenSecret.isPossible(Secret.ofText(secret))).isTrue();
        assertThat(AuthTokenSecret.random(random)).isNotEqualTo(AuthTokenSecret.random(random));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\n", "\u00E9", "\u007F"})
    void isPossible_notVisibleAscii_isFalse(String text) {
        assertThat(AuthTokenSecret.isPossible(Secret.ofText(text))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2",
        "1.9, 1.10",
        "9.9.9, 10",
        "1, 1.0.1",
        "1.2.3, 1.2.4-rc1",
        "v1.2, release-1.3+build5",
        "main, 0.0.1",
        "99999999999999999999, 100000000000000000000",
        "0.9, 1"
    })
    void sortable_laterRelease_sortsBehind(String earlier, String later) {
        assertThat(ReleaseOrder.sortable(earlier)).isLessThan(ReleaseOrder.sortable(later));
    }

    @ParameterizedTest
    @CsvSource({"1, 1.0.0", "01.02, 1.2", "1.2-SNAPSHOT, 1.2", "dev, 0", "main, other", "0.0, 0", "1.20.0, 1.20"})
    void sortable_sameRelease_isTheSame(String one, String other) {
        assertThat(ReleaseOrder.sortable(one)).isEqualTo(ReleaseOrder.sortable(other));
    }

    private static AuthToken token(Optional<Instant> end) {
        return new AuthToken(
                new AuthTokenId("00000000-0000-4000-8000-000000000001"),
                new AuthTokenName("a token"),
                new AccountId("00000000-0000-4000-8000-000000000002"),
                Optional.empty(),
                new AuthToken.Times(NOON, end, Optional.empty()),
                AuthToken.Source.CREATED,
                false);
    }
}
