package io.github.auraauth.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsernameTest {

    @ParameterizedTest
    @CsvSource({
        "anne, anne",
        "ANNE, anne",
        "Anne.B_2@x+y-z, anne.b_2@x+y-z",
        // full width, ligature, circled digit and mathematical letters are what they stand for
        "\uFF21\uFF4E\uFF4E\uFF45, anne",
        "\uFB01n, fin",
        "a\u2460, a1",
        "\uD835\uDC00nne, anne",
        // composed and decomposed
        "\u00C9va, \u00E9va",
        "e\u0301va, \u00E9va",
        // one upper case with two lower ones, and the other way round
        "\u03A3\u03AF\u03C3\u03C5\u03C6\u03BF\u03C2, \u03C3\u03AF\u03C3\u03C5\u03C6\u03BF\u03C2",
        "\u03C3\u03AF\u03C3\u03C5\u03C6\u03BF\u03C3, \u03C3\u03AF\u03C3\u03C5\u03C6\u03BF\u03C2",
        "stra\u00DFe, strasse",
        "STRASSE, strasse",
        // the Kelvin and the long s
        "\u212Aim, kim",
        "\u017Fue, sue"
    })
    void parse_anySpelling_isTheOneForm(String text, String folded) {
        assertThat(Username.parse(text)).map(Username::value).contains(folded);
        assertThat(Username.parse(folded)).contains(new Username(folded));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                " anne",
                "anne\n",
                "a\u0000",
                "a/b",
                "a:b",
                "a$",
                "a\u200Bb",
                "a\u202Eb",
                "\uFEFFa",
                "a\u00B7b",
                "\uD83D\uDE00",
                "\uD800",
                // looks like one of another script
                "\u0430nne",
                "ann\u0435",
                "p\u0430yp\u0430l",
                "\u0391nna",
                "a\u4E00"
            })
    void parse_foreignCharactersOrMixedScripts_isNone(String text) {
        assertThat(Username.parse(text)).isEmpty();
        assertThatThrownBy(() -> new Username(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0430\u043D\u043D\u0430",
                "\u5F20\u4E09",
                "\u03B1\u03BD\u03BD\u03B1",
                "123",
                "_",
                "\u0430\u043D\u043D\u0430.1@2"
            })
    void parse_oneScriptWithDigitsAndSigns_isAName(String text) {
        assertThat(Username.parse(text)).map(Username::value).contains(text);
    }

    @Test
    void parse_length_isCountedInCodePointsAfterFolding() {
        assertThat(Username.parse("a".repeat(150))).isPresent();
        assertThat(Username.parse("a".repeat(151))).isEmpty();
        assertThat(Username.parse("\uD801\uDC28".repeat(150))).isPresent();
        assertThat(Username.parse("\uD801\uDC28".repeat(151))).isEmpty();
        // each becomes two
        assertThat(Username.parse("\u00DF".repeat(75))).isPresent();
        assertThat(Username.parse("\u00DF".repeat(76))).isEmpty();
    }

    @Test
    void parse_everyNameThatIsTaken_staysAsItIsWhenParsedAgain() {
        IntStream.rangeClosed(1, Character.MAX_CODE_POINT)
                .filter(Character::isLetterOrDigit)
                .filter(point -> !Character.isIdeographic(point))
                .mapToObj(Character::toString)
                .map(Username::parse)
                .filter(name ->
                        !name.flatMap(once -> Username.parse(once.value())).equals(name))
                .forEach(name -> fail("parsed again " + name.map(Username::value) + " is another"));
    }

    @Test
    void constructor_notFolded_isRefusedWithoutQuotingIt() {
        assertThatThrownBy(() -> new Username("Anne"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("Anne");
    }

    @Test
    void toString_anyName_saysNothingOfIt() {
        assertThat(new Username("anne").toString()).doesNotContain("anne");
    }
}
