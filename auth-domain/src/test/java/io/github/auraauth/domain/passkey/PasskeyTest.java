package io.github.auraauth.domain.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.passkey.PasskeyChallenge.Purpose;
import io.github.auraauth.domain.secondfactor.PasskeyId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasskeyTest {
    private static final Instant NOON = Instant.parse("2030-01-02T12:00:00.123456Z");
    private static final AccountId ACCOUNT = new AccountId("00000000-0000-4000-8000-000000000001");

    @Test
    void constructor_challenge_hasAnAccountUnlessThePasskeyIsToSayWhose() {
        for (Purpose purpose : Purpose.values()) {
            Optional<AccountId> right = purpose == Purpose.LOGIN ? Optional.empty() : Optional.of(ACCOUNT);
            Optional<AccountId> wrong = purpose == Purpose.LOGIN ? Optional.of(ACCOUNT) : Optional.empty();
            assertThat(new PasskeyChallenge(purpose, right, NOON).account()).isEqualTo(right);
            assertThatThrownBy(() -> new PasskeyChallenge(purpose, wrong, NOON))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void isGoodAt_challenge_endsOnTime() {
        var challenge = new PasskeyChallenge(Purpose.LOGIN, Optional.empty(), NOON);
        assertThat(challenge.isGoodAt(challenge.end().minusMillis(1))).isTrue();
        assertThat(challenge.isGoodAt(challenge.end())).isFalse();
    }

    @Test
    void parse_name_isStrippedAndOfAtMostTheLongest() {
        assertThat(PasskeyName.parse("  a key \t")).contains(new PasskeyName("a key"));
        assertThat(PasskeyName.parse("\uD83D\uDE00".repeat(64))).isPresent();
        for (String none : new String[] {"", " ", "a".repeat(65), "a\u0000b", "\uD800"}) {
            assertThat(PasskeyName.parse(none)).isEmpty();
        }
        assertThatThrownBy(() -> new PasskeyName(" a")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void constructor_negativeCount_isRefused() {
        assertThatThrownBy(() -> new Passkey(
                        new PasskeyId("a2V5"), ACCOUNT, new PasskeyName("a"), "", -1, NOON, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
