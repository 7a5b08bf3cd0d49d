package io.github.auraauth.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {

    @ParameterizedTest
    @ValueSource(strings = {"a@b", "fake.name+tag@example.com", "\u00E9@example.com", "\"a\"@[127.0.0.1]"})
    void parse_address_isTakenUnverified(String text) {
        assertThat(AccountEmail.parse(text)).contains(new AccountEmail(text, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@", "a@", "@b", "a", "a@b@c", "a b@c", "a@b\n", "a\u0000@b", "a\u200B@b", "\uD800@b"})
    void parse_noAddress_isNone(String text) {
        assertThat(AccountEmail.parse(text)).isEmpty();
        assertThatThrownBy(() -> new AccountEmail(text, false)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void parse_addressOfTheLongest_isTakenAndNoLonger() {
        assertThat(AccountEmail.parse("a".repeat(252) + "@b")).isPresent();
        assertThat(AccountEmail.parse("a".repeat(253) + "@b")).isEmpty();
    }

    @Test
    void parse_decomposedAddress_isComposed() {
        assertThat(AccountEmail.parse("e\u0301@b")).contains(new AccountEmail("\u00E9@b", false));
    }

    @Test
    void isName_lengthAndControls_decide() {
        assertThat(Profile.isName("")).isTrue();
        assertThat(Profile.isName("\uD83D\uDE00".repeat(150))).isTrue();
        assertThat(Profile.isName("a".repeat(151))).isFalse();
        assertThat(Profile.isName("a\tb")).isFalse();
        assertThat(Profile.isName("\uD800")).isFalse();
        assertThatThrownBy(() -> new Profile(Optional.empty(), "", "a\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lastName");
    }
}
