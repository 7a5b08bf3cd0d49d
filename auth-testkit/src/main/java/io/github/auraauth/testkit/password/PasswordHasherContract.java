package io.github.auraauth.testkit.password;

import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.auraauth.domain.password.PasswordHash;
import io.github.auraauth.domain.password.PasswordPolicy;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.out.password.PasswordHasher;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.internal.EdgeCaseTexts;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link PasswordHasher}. An adapter's test implements it: {@code hasher()} gives one that works at a low cost,
 * of 2 rounds at least, since the kit hashes often.
 */
public interface PasswordHasherContract {

    /** The port under test. */
    PasswordHasher hasher();

    @Test
    default void matches_ownHashes_isTrueForThePasswordOnly() {
        PasswordHash hash = hasher().hash(password("a made-up password"));
        assertThat(hasher().matches(password("a made-up password"), hash)).isTrue();
        for (String other : List.of("", "a made-up passwor", "a made-up password ", "A made-up password", "a")) {
            assertThat(hasher().matches(password(other), hash)).as(other).isFalse();
        }
    }

    @Test
    default void matches_oddAndLongestPasswords_tellsThemApart() {
        for (String text : EdgeCaseTexts.all()) {
            PasswordHash hash = hasher().hash(password(text));
            assertThat(hasher().matches(password(text), hash)).as(text).isTrue();
            assertThat(hasher().matches(password(text + " "), hash)).as(text).isFalse();
        }
        String longest = EdgeCaseTexts.ofLength(PasswordPolicy.LONGEST);
        PasswordHash hash = hasher().hash(password(longest));
        assertThat(hasher().matches(password(longest), hash)).isTrue();
        assertThat(hasher().matches(password(EdgeCaseTexts.ofLength(PasswordPolicy.LONGEST - 1)), hash))
                .isFalse();
    }

    @Test
    default void matches_hashOfAnotherCostOrSalt_isReadFromTheHash() {
        PasswordHash hash = hasher().hash(password("a made-up password"));
        String[] parts = hash.reveal().split("\\$", -1);
        assertThat(hasher().matches(
                                password("a made-up password"), hash(parts[0], hash.rounds() + 1, parts[2], parts[3])))
                .isFalse();
        assertThat(hasher().matches(password("a made-up password"), hash(parts[0], hash.rounds(), "salt", parts[3])))
                .isFalse();
    }

    @Test
    default void hash_samePasswordTwice_givesDifferentHashes() {
        PasswordHash first = hasher().hash(password("a made-up password"));
        PasswordHash second = hasher().hash(password("a made-up password"));
        assertThat(first).isNotEqualTo(second);
        assertThat(first.rounds()).isEqualTo(second.rounds());
    }

    @Test
    default void hash_result_holdsAndPrintsNothingOfThePassword() {
        PasswordHash hash = hasher().hash(password("made-up"));
        assertThat(hash.reveal()).doesNotContain("made-up");
        assertThat(hash + " " + hasher()).doesNotContain("made-up", hash.reveal());
        assertThat(PasswordHash.parse(hash.reveal())).contains(hash);
    }

    @Test
    default void isOutdated_cheaperThanNewOnes_isTrueForThoseOnly() {
        PasswordHash hash = hasher().hash(password("a made-up password"));
        String[] parts = hash.reveal().split("\\$", -1);
        assertThat(hasher().isOutdated(hash)).isFalse();
        assertThat(hasher().isOutdated(hash(parts[0], hash.rounds() - 1, parts[2], parts[3])))
                .isTrue();
        assertThat(hasher().isOutdated(hash(parts[0], hash.rounds() + 1, parts[2], parts[3])))
                .isFalse();
    }

    @Test
    default void waste_anyPassword_returns() {
        for (String text : List.of("", "a made-up password", EdgeCaseTexts.ofLength(PasswordPolicy.LONGEST))) {
            assertThatCode(() -> hasher().waste(password(text))).doesNotThrowAnyException();
        }
    }

    @Test
    default void matches_manyAtOnce_answersEach() {
        PasswordHash hash = hasher().hash(password("password 0"));
        List<Boolean> answers = Race.of(i -> hasher().matches(password("password " + i), hash));
        assertThat(answers).containsOnlyOnce(true);
        assertThat(answers.get(0)).isTrue();
    }

    @Test
    default void anyCall_nullArgument_isRefusedByName() {
        PasswordHash hash = hasher().hash(password("a"));
        assertNullIsRefused("password", () -> hasher().hash(nothing()));
        assertNullIsRefused("password", () -> hasher().matches(nothing(), hash));
        assertNullIsRefused("hash", () -> hasher().matches(password("a"), nothing()));
        assertNullIsRefused("password", () -> hasher().waste(nothing()));
        assertNullIsRefused("hash", () -> hasher().isOutdated(nothing()));
    }

    private static Secret password(String text) {
        return Secret.ofText(text);
    }

    private static PasswordHash hash(String algorithm, int rounds, String salt, String digest) {
        return PasswordHash.parse(String.join("$", algorithm, String.valueOf(rounds), salt, digest))
                .orElseThrow();
    }
}
