package io.github.auraauth.domain.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words that requests choose from: scopes, prompts and response modes. */
class ScopeTest {
    @ParameterizedTest
    @EnumSource
    void parse_itsName_isTheScope(Scope scope) {
        assertThat(Scope.parse(scope.value())).contains(scope);
        assertThat(Scope.parse(scope.name())).isEmpty();
    }

    @Test
    void among_listOfNames_isThoseThatAreKnown() {
        assertThat(Scope.among("email  openid address OPENID openid")).containsExactly(Scope.OPENID, Scope.EMAIL);
        assertThat(Scope.among("")).isEmpty();
        assertThat(Scope.among("openid\temail")).isEmpty();
        assertThat(Scope.list(Set.of("offline_access", "openid", "made up", "email")))
                .isEqualTo("openid email offline_access");
        assertThat(Scope.names(Set.of(Scope.OFFLINE_ACCESS, Scope.EMAIL)))
                .containsExactlyInAnyOrder("offline_access", "email");
    }

    @Test
    void parse_promptsThatGoTogether_areThose() {
        assertThat(Prompt.parse("none")).contains(Set.of(Prompt.NONE));
        assertThat(Prompt.parse("consent login")).contains(Set.of(Prompt.LOGIN, Prompt.CONSENT));
        assertThat(Prompt.parse("login login")).contains(Set.of(Prompt.LOGIN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "none consent", "Login", "login,consent", " login", "login ", "create"})
    void parse_otherPrompts_areRefused(String list) {
        assertThat(Prompt.parse(list)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void parse_itsName_isTheMode(ResponseMode mode) {
        assertThat(ResponseMode.parse(mode.value())).contains(mode);
        assertThat(ResponseMode.parse(mode.name())).isEmpty();
    }
}
