package io.github.auraauth.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What all given texts have in common, and what each one adds. */
class TextsTest {
    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("authorizationId", 128, parser(AuthorizationId::new), parser(AuthorizationId::parse)),
                Arguments.of("userId", 128, parser(UserId::new), parser(UserId::parse)),
                Arguments.of("auraId", 256, parser(AuraId::new), parser(AuraId::parse)),
                Arguments.of(
                        "authenticationIdentifier",
                        256,
                        parser(text -> new Authentication(AuthenticationType.UID, text)),
                        parser(text -> Authentication.parse(AuthenticationType.UID, text))));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void text_withinItsLength_isCountedInCodePoints(
            String name, int longest, Function<String, Object> make, Function<String, Object> parse) {
        for (String text : new String[] {"a", "ñ".repeat(longest), "🚀".repeat(longest), "a b", "\u200e", "e\u0301"}) {
            assertThat(parse.apply(text)).isEqualTo(java.util.Optional.of(make.apply(text)));
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void text_outOfForm_isRefusedByBothWays(
            String name, int longest, Function<String, Object> make, Function<String, Object> parse) {
        for (String text : new String[] {
            "",
            "a".repeat(longest + 1),
            "🚀".repeat(longest) + "a",
            "a\u0000",
            "\n",
            "\t",
            "a\u007f",
            "\u0085",
            "\u009f",
            "\ud83d",
            "\ude80",
            "\ude80\ud83d",
            "a\ud83d",
            "\ud83d\ud83d\ude80"
        }) {
            assertThat(parse.apply(text)).isEqualTo(java.util.Optional.empty());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> make.apply(text))
                    .withMessageContaining(name);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {".", "..", "aura-id", "auraid", "aura-id-global", "a/b", "a\\b", "a;b", "a?b", "a#b", "a%b"})
    void auraId_thatHasAnotherMeaningInAPath_isRefused(String text) {
        assertThat(AuraId.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"...", "Aura-Id", "aura-id2", "a:b", "a@b", "+34600111222", "a&b=c", "\u2215"})
    void auraId_otherwise_isAsGiven(String text) {
        assertThat(AuraId.parse(text).map(AuraId::value)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"692933bb-41bb-442d-aa8a-d825e0e9f6f0", "692933BB-41BB-442D-AA8A-D825E0E9F6F0"})
    void uuid_inFullInAnyCase_isReadIntoLowerCase(String text) {
        assertThat(ChannelId.parse(text).map(ChannelId::text)).contains("692933bb-41bb-442d-aa8a-d825e0e9f6f0");
        assertThat(AuraGlobalId.parse(text).map(AuraGlobalId::text)).contains("692933bb-41bb-442d-aa8a-d825e0e9f6f0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "692933bb41bb442daa8ad825e0e9f6f0",
                "{692933bb-41bb-442d-aa8a-d825e0e9f6f0}",
                "692933bb-41bb-442d-aa8a-d825e0e9f6f",
                "692933bb-41bb-442d-aa8a-d825e0e9f6f00",
                " 92933bb-41bb-442d-aa8a-d825e0e9f6f0",
                "692933bb-41bb-442d-aa8a-d825e0e9f6f ",
                "g92933bb-41bb-442d-aa8a-d825e0e9f6f0",
                "692933bb-41bb-442d-aa8ad-825e0e9f6f0",
                "692933bb_41bb_442d_aa8a_d825e0e9f6f0",
                "+92933bb-41bb-442d-aa8a-d825e0e9f6f0",
                "-92933bb-41bb-442d-aa8a-d825e0e9f6f0",
                "692933bb-+1bb-442d-aa8a-d825e0e9f6f0",
                "\uff1692933bb-41bb-442d-aa8a-d825e0e9f6f0",
                "\u066692933bb-41bb-442d-aa8a-d825e0e9f6f0",
                "692933bb-41bb-442d-aa8a\u2010d825e0e9f6f0",
                "0692933bb-41bb-442d-aa8a-825e0e9f6f0"
            })
    void uuid_ofAnotherForm_isRefused(String text) {
        assertThat(ChannelId.parse(text)).isEmpty();
        assertThat(AuraGlobalId.parse(text)).isEmpty();
    }

    @Test
    void authenticationType_everyName_isExact() {
        for (AuthenticationType type : AuthenticationType.values()) {
            assertThat(AuthenticationType.parse(type.text())).contains(type);
        }
        assertThat(AuthenticationType.parse("EMAIL")).isEmpty();
        assertThat(AuthenticationType.parse("phone-number")).isEmpty();
        assertThat(AuthenticationType.parse("")).isEmpty();
    }

    private static Function<String, Object> parser(Function<String, Object> function) {
        return function;
    }
}
