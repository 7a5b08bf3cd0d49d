package io.github.auraauth.testkit.password;

import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.password.PasswordPolicy;
import io.github.auraauth.port.out.password.PasswordStrength;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.internal.EdgeCaseTexts;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract of {@link PasswordStrength}. An adapter's test implements it. */
public interface PasswordStrengthContract {
    /** A password of random words. */
    String STRONG = "plinth Marzipan 48 gurgle offset";

    /** The port under test. */
    PasswordStrength strength();

    @Test
    default void score_commonOrRegular_isTooLow() {
        for (String weak : List.of(
                "a",
                "password",
                "passwordpassword",
                "qwertyuiopasdfgh",
                "aaaaaaaaaaaaaaaaaaaa",
                "123456789012345678",
                "abcabcabcabcabcabc")) {
            assertThat(score(weak)).as(weak).isBetween(0, PasswordPolicy.LOWEST_SCORE - 1);
        }
    }

    @Test
    default void score_randomWords_isHighest() {
        assertThat(score(STRONG)).isEqualTo(4);
    }

    @Test
    default void score_madeOfTheNamesGiven_isLowerThanWithoutThem() {
        String password = "zyrkonfloop1";
        assertThat(score(password)).isGreaterThanOrEqualTo(PasswordPolicy.LOWEST_SCORE);
        assertThat(strength().score(password, List.of("zyrkonfloop", "fake@example.com")))
                .isLessThan(PasswordPolicy.LOWEST_SCORE);
        assertThat(score(password))
                .as("names of one call do not count for the next")
                .isGreaterThanOrEqualTo(PasswordPolicy.LOWEST_SCORE);
    }

    @Test
    default void score_oddAndLongestPasswords_isBetweenZeroAndFour() {
        for (String text : EdgeCaseTexts.all()) {
            assertThat(strength().score(text, List.of("", text))).as(text).isBetween(0, 4);
        }
        assertThat(score("aB1 ".repeat(PasswordPolicy.SCORED / 4))).isBetween(0, 4);
        assertThat(score(EdgeCaseTexts.ofLength(PasswordPolicy.SCORED))).isBetween(0, 4);
    }

    @Test
    default void score_manyAtOnce_isTheSameForAll() {
        assertThat(Race.of(i -> score(STRONG))).containsOnly(4);
    }

    @Test
    default void score_nullArgument_isRefusedByName() {
        assertNullIsRefused("password", () -> strength().score(nothing(), List.of()));
        assertNullIsRefused("names", () -> strength().score("a", nothing()));
    }

    private int score(String password) {
        return strength().score(password, List.of());
    }
}
