package io.github.auraauth.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "/users users",
                "/users/aura-id users|aura-id",
                "/%75sers/%61 users|a",
                "/a%20b a\u00a0b",
                "/a+b a+b",
                "/%2B34600111222 +34600111222",
                "/caf%C3%A9 caf\u00e9",
                "/caf\u00e9 caf\u00e9",
                "/%F0%9F%9A%80 \ud83d\ude80",
                "/\ud83d\ude80%41 \ud83d\ude80A",
                "/%41\u00e9%c3%a9 A\u00e9\u00e9",
                "/%252e%252e %2e%2e",
                "/%252f %2f",
                "/a%3Fb%23c a?b#c",
                "/... ...",
                "/.a/..b/a.. .a|..b|a..",
                "/a;b=c a;b=c",
                "/a%3Bb a;b",
                "/%2A *",
                "/~-_.!$&'()*,=:@ ~-_.!$&'()*,=:@"
            })
    void parse_spelling_hasOneNormalForm(String raw, String segments) {
        List<String> expected = List.of(segments.replace('\u00a0', ' ').split("\\|"));
        assertThat(RequestPath.parse(raw)).contains(new RequestPath(expected));
    }

    @Test
    void parse_slash_hasNoSegments() {
        assertThat(RequestPath.parse("/")).contains(new RequestPath(List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "users",
                "*",
                "http://host/users",
                "//",
                "//users",
                "/users//a",
                "/users/",
                "/users//",
                "/.",
                "/..",
                "/users/.",
                "/users/..",
                "/users/./a",
                "/users/../a",
                "/%2e",
                "/%2E%2e",
                "/.%2e",
                "/%2e./a",
                "/a/%2E",
                "/;",
                "/;x",
                "/.;",
                "/..;",
                "/..;x=1/a",
                "/a/.;/b",
                "/%2e%2e;/a",
                "/..%3b/a",
                "/%3bx",
                "/a%2fb",
                "/a%2Fb",
                "/a%5cb",
                "/a%5Cb",
                "/a\\b",
                "/a%00b",
                "/%0a",
                "/%0D",
                "/%1f",
                "/%7f",
                "/a\u0000b",
                "/a\tb",
                "/a\u007fb",
                "/a\u0085b",
                "/%c2%85",
                "/%C2%80",
                "/%",
                "/%4",
                "/a%",
                "/a%4",
                "/%zz",
                "/%4g",
                "/%g4",
                "/%-1",
                "/%+1",
                "/% 1",
                "/%u0041",
                "/%\u0664\u0661",
                "/%\uff14\uff11",
                "/%ff",
                "/%80",
                "/%c3",
                "/%c3/%a9",
                "/%c0%af",
                "/%e0%80%af",
                "/%c0%ae%c0%ae",
                "/%ed%a0%80",
                "/%f4%90%80%80",
                "/\ud83d",
                "/\ude80",
                "/\ud83d/\ude80",
                "/a?b",
                "/a#b",
                "/?",
                "/#",
                "/a%41?b"
            })
    void parse_hostileSpelling_hasNoNormalForm(String raw) {
        assertThat(RequestPath.parse(raw)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "..;a", ";", "a/b", "a\\b", "a\u0000", "\u0090", "\ud83d"})
    void constructor_segmentOutOfForm_isRefused(String segment) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RequestPath(List.of("a", segment)))
                .withMessageContaining("segments");
    }

    @ParameterizedTest
    @CsvSource({
        "/a/b, /a, /b",
        "/a/b/c, /a/b, /c",
        "/a/b, /a/b, /",
        "/a, /, /a",
        "/A/b, /a, ",
        "/ab, /a, ",
        "/a, /a/b, "
    })
    void below_base_isTheRestOrNothing(String path, String base, String rest) {
        assertThat(parse(path).below(parse(base)))
                .isEqualTo(rest == null ? java.util.Optional.empty() : RequestPath.parse(rest));
    }

    private static RequestPath parse(String raw) {
        return RequestPath.parse(raw).orElseThrow();
    }
}
