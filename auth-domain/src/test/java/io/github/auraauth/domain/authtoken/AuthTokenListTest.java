package io.github.auraauth.domain.authtoken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.domain.authtoken.AuthTokenList.MalformedLine;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.domain.secret.Secret;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthTokenListTest {

    @Test
    void parse_lineOfTheSeed_isNameSecretAndPermissions() throws MalformedLine {
        ListedAuthToken token = only("media_store:fake-secret:create_thing&update_thing&view_thing");
        assertThat(token.line()).isEqualTo(1);
        assertThat(token.username().value()).isEqualTo("media_store");
        assertThat(token.secret()).isEqualTo(Secret.ofText("fake-secret"));
        assertThat(token.permissions())
                .containsExactlyInAnyOrder(
                        new Permission("create_thing"), new Permission("update_thing"), new Permission("view_thing"));
    }

    @Test
    void parse_secretWithColons_endsAtTheLast() throws MalformedLine {
        assertThat(only("a:x:y::z:view_b").secret()).isEqualTo(Secret.ofText("x:y::z"));
    }

    @Test
    void parse_noPermissions_areNone() throws MalformedLine {
        assertThat(only("a:x:").permissions()).isEmpty();
        assertThat(only("a:x: ").permissions()).isEmpty();
        assertThat(only("a:x:view_b&view_b & add_b").permissions()).hasSize(2);
    }

    @Test
    void parse_severalLines_skipsBlankOnesAndCountsThem() throws MalformedLine {
        AuthTokenList list = AuthTokenList.parse("\n  \n a:1:view_b\r\n\r\nB:2:\ra:3:", 1);
        assertThat(list.tokens()).extracting(ListedAuthToken::line).containsExactly(3, 5, 6);
        assertThat(list.tokens()).extracting(token -> token.username().value()).containsExactly("a", "b", "a");
        assertThat(AuthTokenList.parse("", 1).tokens()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "canary",
                "canary:view_b",
                ":canary:view_b",
                "can ary:x:view_b",
                "c\u0430n\u0430ry:x:view_b",
                "canary::view_b",
                "canary:x\u00E9:view_b",
                "canary:x y:view_b",
                "canary:x:view",
                "canary:x:VIEW_B",
                "canary:x:view_b&",
                "canary:x:&view_b",
                "canary:x:view_b,add_b",
                "canary:x:view_b&&add_b",
                "a:canary-1:"
            })
    void parse_malformedLine_isNamedByItsNumberNeverByItsText(String line) {
        assertThatThrownBy(() -> AuthTokenList.parse("a:canary-1:\n\n" + line, 1))
                .isInstanceOfSatisfying(MalformedLine.class, e -> {
                    assertThat(e.line()).isEqualTo(3);
                    assertThat(e).hasMessageStartingWith("line 3 ").hasMessageNotContaining("canary");
                    assertThat(e.getMessage().toLowerCase(Locale.ROOT)).doesNotContain("view_b", "add_b");
                });
    }

    @Test
    void parse_shortSecret_isRefusedFromTheLengthOn() throws MalformedLine {
        assertThat(AuthTokenList.parse("a:" + "x".repeat(20) + ":", 20).tokens())
                .hasSize(1);
        assertThatThrownBy(() -> AuthTokenList.parse("a:" + "x".repeat(19) + ":", 20))
                .isInstanceOf(MalformedLine.class)
                .hasMessage("line 1 has a secret of fewer than 20 characters");
        assertThatThrownBy(() -> AuthTokenList.parse("a:" + "x".repeat(513) + ":", 20))
                .isInstanceOf(MalformedLine.class);
    }

    @Test
    void toString_ofAList_printsNoSecretAndNoName() throws MalformedLine {
        assertThat(AuthTokenList.parse("canary:canary-2:view_b", 1).toString()).doesNotContain("canary");
    }

    private static ListedAuthToken only(String text) throws MalformedLine {
        return AuthTokenList.parse(text, 1).tokens().get(0);
    }
}
