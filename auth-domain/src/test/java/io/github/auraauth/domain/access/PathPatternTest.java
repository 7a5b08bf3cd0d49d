package io.github.auraauth.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathPatternTest {
    @ParameterizedTest
    @CsvSource({
        "/users, /users, true",
        "/users, /users/a, false",
        "/users, /, false",
        "/users, /Users, false",
        "/users, /%75sers, true",
        "/users/*, /users/a, true",
        "/users/*, /users/%2A, true",
        "/users/*, /users, false",
        "/users/*, /users/a/b, false",
        "/users/*/x, /users/a/x, true",
        "/users/*/x, /users/a/y, false",
        "/*/*, /a/b, true",
        "/*/*, /a, false",
        "/token/**, /token, true",
        "/token/**, /token/wss, true",
        "/token/**, /token/a/b/c, true",
        "/token/**, /tokens, false",
        "/token/**, /, false",
        "/**, /, true",
        "/**, /a/b, true",
        "/*/**, /, false",
        "/*/**, /a, true",
        "/, /, true",
        "/, /a, false",
        "/a.c, /abc, false",
        "/a.c, /a.c, true"
    })
    void matches_path_asThePatternMeansIt(String pattern, String path, boolean matches) {
        assertThat(PathPattern.of(pattern).matches(RequestPath.parse(path).orElseThrow()))
                .isEqualTo(matches);
        assertThat(PathPattern.of(pattern)).hasToString(pattern);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "users", "*", "**", "//", "/a/", "/a//b", "/**/a", "/**/**", "/a*", "/*a", "/***", "/a**", "/a/.",
                "/../a"
            })
    void of_textThatIsNoPattern_isRefused(String text) {
        assertThat(PathPattern.isPattern(text)).isFalse();
        assertThat(PathPattern.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> PathPattern.of(text));
    }
}
