package io.github.auraauth.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationTest {
    @ParameterizedTest
    @CsvSource({
        "EMAIL, A.Person@Example.ORG, a.person@example.org",
        "EMAIL, I@EXAMPLE.ORG, i@example.org",
        "EMAIL, Ñ@example.org, ñ@example.org",
        "UID, AbC, AbC",
        "UID, 0034600111222, 0034600111222",
        "NETWORK, NeT, NeT",
        "PHONE_NUMBER, 0034 600-111.222, +34600111222",
        "PHONE_NUMBER, (34)600/111222, +34600111222"
    })
    void parse_identifier_isBroughtIntoTheNormalFormOfItsType(AuthenticationType type, String given, String normal) {
        assertThat(Authentication.parse(type, given)).contains(new Authentication(type, normal));
    }

    @Test
    void parse_emailInATurkishLocale_isTheSame() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            assertThat(Authentication.parse(AuthenticationType.EMAIL, "INFO@X").map(Authentication::identifier))
                    .contains("info@x");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void parse_emailOfAnyCharacter_isNormalOnceAndForAll() {
        List<Integer> changing = new ArrayList<>();
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            for (String text : new String[] {Character.toString(point), "a" + Character.toString(point)}) {
                Optional<Authentication> once = Authentication.parse(AuthenticationType.EMAIL, text);
                Optional<Authentication> twice =
                        once.flatMap(read -> Authentication.parse(AuthenticationType.EMAIL, read.identifier()));
                if (!twice.equals(once)) {
                    changing.add(point);
                }
            }
        }
        assertThat(changing).isEmpty();
    }

    /** The lower case of one capital has two characters. */
    @Test
    void parse_emailThatGrowsBeyondItsLength_isRefused() {
        assertThat(Authentication.parse(AuthenticationType.EMAIL, "\u0130".repeat(128)))
                .isPresent();
        assertThat(Authentication.parse(AuthenticationType.EMAIL, "\u0130".repeat(129)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"EMAIL, A@example.org", "PHONE_NUMBER, 34600111222", "PHONE_NUMBER, +34 600111222"})
    void constructor_identifierNotInNormalForm_isRefusedWithoutItsValue(AuthenticationType type, String identifier) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Authentication(type, identifier))
                .withMessageContaining("authenticationIdentifier")
                .withMessageNotContaining(identifier);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+12345",
                "12345",
                "+1234567890123456",
                "+0123456",
                "+",
                "00",
                "0",
                "000000000",
                "++34600111222",
                "+34+600111222",
                "34600111222+",
                "00+34600111222",
                "+0034600111222",
                "+34600111222x",
                "+34\u00a0600111222",
                "+34\t600111222",
                "+34\u0660\u0660\u0660111222",
                "\uff0b34600111222",
                "+34600111222;ext=1",
                "tel:+34600111222",
                "+34600111222,1",
                "+34_600111222",
                "(((((",
                "+34600111222\n"
            })
    void phoneNumber_thatHasNoNormalForm_isRefused(String text) {
        assertThat(PhoneNumber.parse(text)).isEmpty();
        assertThat(Authentication.parse(AuthenticationType.PHONE_NUMBER, text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "123456, +123456",
        "+123456789012345, +123456789012345",
        "0 0 34600111222, +34600111222",
        "(0)034600111222, +34600111222",
        "+(34).600/111-222, +34600111222",
        "-0-0-1-2-3-4-5-6-, +123456"
    })
    void phoneNumber_shortestLongestAndDecorated_isRead(String text, String normal) {
        assertThat(PhoneNumber.parse(text).map(PhoneNumber::value)).contains(normal);
    }
}
