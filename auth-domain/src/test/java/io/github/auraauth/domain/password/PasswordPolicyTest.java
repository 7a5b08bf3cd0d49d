package io.github.auraauth.domain.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {
    private static final List<String> NAMES = List.of("fake.anne", "fake.anne@example.com");

    @Test
    void fault_length_isCountedInCodePoints() {
        assertThat(fault("\uD83D\uDE00".repeat(14), false)).contains(PasswordFault.TOO_SHORT);
        assertThat(fault("\uD83D\uDE00".repeat(15), false)).isEmpty();
        assertThat(fault("x".repeat(11), true)).contains(PasswordFault.TOO_SHORT);
        assertThat(fault("x".repeat(12), true)).isEmpty();
        assertThat(fault("\uD83D\uDE00".repeat(256), false)).isEmpty();
        assertThat(fault("x".repeat(257), false)).contains(PasswordFault.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fake.anne@example.com",
                "FAKE.ANNE@EXAMPLE.COM",
                "fake.anne-fake.anne",
                "123fake.anne123",
                "anne@example.com",
                "\uFF46\uFF41\uFF4B\uFF45.anne1234567"
            })
    void fault_likeANameInAnySpelling_isThat(String password) {
        assertThat(fault(password, false)).contains(PasswordFault.LIKE_NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fake.anne and eleven others", "nothing of the kind at all"})
    void fault_enoughBesideTheName_isNone(String password) {
        assertThat(fault(password, false)).isEmpty();
    }

    @Test
    void fault_veryShortName_saysNothing() {
        assertThat(PasswordPolicy.fault("abcabcabcabcabc", List.of("abc", ""), false))
                .isEmpty();
    }

    @Test
    void scored_longPassword_isItsFirstHundredCodePoints() {
        assertThat(PasswordPolicy.scored("x")).isEqualTo("x");
        assertThat(PasswordPolicy.scored("\uD83D\uDE00".repeat(101))).isEqualTo("\uD83D\uDE00".repeat(100));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "!",
                "bcrypt_sha256$$2b$12$x",
                "argon2$argon2id$v=19$m=1",
                "pbkdf2_sha1$1$s$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "pbkdf2_sha256$0$s$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "pbkdf2_sha256$01$s$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "pbkdf2_sha256$100000001$s$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "pbkdf2_sha256$99999999999$s$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "pbkdf2_sha256$1$$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "pbkdf2_sha256$1$s$AAAA",
                "pbkdf2_sha256$1$s$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=$"
            })
    void parse_anotherFormOrAlgorithm_isNoHash(String text) {
        assertThat(PasswordHash.parse(text)).isEmpty();
    }

    @Test
    void parse_hash_isGivenBackAndNeverPrinted() {
        String text = "pbkdf2_sha256$260000$fake-salt$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
        PasswordHash hash = PasswordHash.parse(text).orElseThrow();
        assertThat(hash.rounds()).isEqualTo(260_000);
        assertThat(hash.reveal()).isEqualTo(text);
        assertThat(hash.toString()).doesNotContain("fake-salt", "AAAA");
    }

    private static Optional<PasswordFault> fault(String password, boolean secondFactor) {
        return PasswordPolicy.fault(password, NAMES, secondFactor);
    }
}
