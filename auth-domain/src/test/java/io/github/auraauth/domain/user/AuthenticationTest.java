package io.github.auraauth.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationTest {
    @ParameterizedTest
    @CsvSource({
        "EMAIL, A.Person@Example.ORG, a.person@example.org",
        "EMAIL, I@EXAMPLE.ORG, i@example.org",
        "EMAIL, Ñ@Example.org, Ñ@example.org",
        "EMAIL, N\u0303@example.org, Ñ@example.org",
        "EMAIL, n\u0303@example.org, ñ@example.org",
        "EMAIL, H\u0331@example.org, \u1e96@example.org",
        "EMAIL, \u0130@example.org, \u0130@example.org",
        "EMAIL, two words@example.org, two words@example.org",
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
        for (int point : points(0)) {
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

    /** NFC takes some signs apart and does not put them together again. */
    @Test
    void parse_emailThatGrowsBeyondItsLength_isRefused() {
        assertThat(Authentication.parse(AuthenticationType.EMAIL, "\u0958".repeat(128)))
                .isPresent();
        assertThat(Authentication.parse(AuthenticationType.EMAIL, "\u0958".repeat(129)))
                .isEmpty();
    }

    /** U+212A is KELVIN SIGN, U+037E the Greek question mark, U+1FEF a grave accent. */
    @ParameterizedTest
    @ValueSource(strings = {"\u212aim@example.org", "kim\u037e@example.org", "kim\u1fef@example.org"})
    void parse_emailThatNfcWouldMakeAscii_isRefused(String text) {
        assertThat(Authentication.parse(AuthenticationType.EMAIL, text)).isEmpty();
    }

    @Test
    void parse_emailOutsideAscii_neverBecomesOneOfAscii() {
        List<Integer> folding = new ArrayList<>();
        for (int point : points(0x80)) {
            String given = "a" + Character.toString(point) + "b";
            boolean folds = Authentication.parse(AuthenticationType.EMAIL, given)
                    .filter(read -> read.identifier().chars().allMatch(c -> c < 0x80))
                    .isPresent();
            if (folds) {
                folding.add(point);
            }
        }
        assertThat(folding).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " kim@example.org",
                "kim@example.org ",
                "\u00a0kim@example.org",
                "kim@example.org\u3000",
                "kim@example.org\u200b",
                "\ufeffkim@example.org",
                "k\u00adim@example.org",
                "kim\u200d@example.org",
                "kim\u202e@example.org",
                "kim\u2066@example.org",
                "kim\u061c@example.org",
                "kim\u2028@example.org",
                "kim\u034f@example.org",
                "kim\u3164@example.org",
                "kim\ufe0f@example.org",
                "kim\udb40\udc41@example.org",
                "kim\udb40\udd00@example.org"
            })
    void parse_emailWithSpaceAroundOrAnInvisibleSign_isRefused(String text) {
        assertThat(Authentication.parse(AuthenticationType.EMAIL, text)).isEmpty();
        assertThat(Authentication.parse(AuthenticationType.UID, text))
                .contains(new Authentication(AuthenticationType.UID, text));
    }

    @Test
    void ofStored_emailOfAnOlderRelease_isTakenAsItIs() {
        assertThat(Authentication.ofStored(AuthenticationType.EMAIL, "kim@example.org\u200b"))
                .contains(new Authentication(AuthenticationType.EMAIL, "kim@example.org\u200b"));
        assertThat(Authentication.ofStored(AuthenticationType.EMAIL, "n\u0303@example.org"))
                .isEqualTo(Authentication.parse(AuthenticationType.EMAIL, "ñ@example.org"));
        assertThat(Authentication.ofStored(AuthenticationType.EMAIL, "Kim@example.org\u200b"))
                .isEmpty();
        assertThat(Authentication.ofStored(AuthenticationType.PHONE_NUMBER, "600"))
                .isEmpty();
    }

    @Test
    void storedForms_email_areBothNormalForms() {
        assertThat(new Authentication(AuthenticationType.EMAIL, "ñ@example.org").storedForms())
                .containsExactlyInAnyOrder("ñ@example.org", "n\u0303@example.org");
        assertThat(new Authentication(AuthenticationType.EMAIL, "kim@example.org").storedForms())
                .containsExactly("kim@example.org");
        assertThat(new Authentication(AuthenticationType.UID, "ñ").storedForms())
                .containsExactly("ñ");
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

    @ParameterizedTest
    @CsvSource({
        "+44 (0)20 7946 0018, +442079460018",
        "+44(0)20 7946 0018, +442079460018",
        "0044 (0)20 7946 0018, +442079460018",
        "44 (0) 20 7946 0018, +442079460018",
        "(+44) (0)20 7946 0018, +442079460018",
        "+7 (0)4951234567, +74951234567",
        "+353 (0)1 234 5678, +35312345678",
        "+44 20 (0)7946 0018, +442007946 0018",
        "+34 600 (0) 11222, +34600011222",
        "+44 (0)(0)20 7946, +440207946"
    })
    void phoneNumber_trunkZeroBehindACountryCode_isDropped(String text, String normal) {
        assertThat(PhoneNumber.parse(text).map(PhoneNumber::value)).contains(normal.replace(" ", ""));
    }

    @Test
    void storedForms_phoneNumber_areThoseThatReleasesHaveWritten() {
        assertThat(new PhoneNumber("+442079460018").storedForms())
                .containsExactlyInAnyOrder(
                        "+442079460018",
                        "442079460018",
                        "00442079460018",
                        "+4402079460018",
                        "4402079460018",
                        "004402079460018");
        assertThat(new PhoneNumber("+353112345678").storedForms()).contains("+3530112345678");
    }

    /** There the number with the zero is somebody else's, or too long to be one. */
    @ParameterizedTest
    @ValueSource(strings = {"+393316234567", "+22507123456", "+4402079460018", "+123456789012345"})
    void storedForms_zeroThatIsNoTrunkZero_isNotPutIn(String number) {
        assertThat(new PhoneNumber(number).storedForms()).hasSize(3).contains(number);
    }

    /** All that stand for something, and one in 97 of the million that do not. */
    private static int[] points(int from) {
        return IntStream.rangeClosed(from, Character.MAX_CODE_POINT)
                .filter(point -> point % 97 == 0
                        || Character.getType(point) != Character.UNASSIGNED
                                && Character.getType(point) != Character.PRIVATE_USE)
                .toArray();
    }
}
