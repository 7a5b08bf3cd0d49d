package io.github.auraauth.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalClassifierTest {
    private final RefusalClassifier sorting = new RefusalClassifier(
            new RefusalPatterns(Set.of("10", "11"), List.of("wrong password")),
            new RefusalPatterns(Set.of("20", "11"), List.of("too late", "password too")));

    @ParameterizedTest
    @CsvSource({
        "10, '', CREDENTIALS",
        "99 10, '', CREDENTIALS",
        "20, '', TIMEOUT",
        "20 10, '', CREDENTIALS",
        "11, '', CREDENTIALS",
        "1, '', GENERAL",
        "100, '', GENERAL",
        "'', '', GENERAL",
        "'', 'a wrong password, sorry', CREDENTIALS",
        "'', 'Wrong password', GENERAL",
        "'', 'too late', TIMEOUT",
        "'', 'wrong password too', CREDENTIALS",
        "'', 'password too', TIMEOUT",
        "'', 'too', GENERAL",
        "20, 'wrong password', CREDENTIALS",
        "10, 'too late', CREDENTIALS",
    })
    void sort_refusal_isOfTheFirstKindWhoseWordsFit(String codes, String description, RefusalKind expected) {
        var refusal = new ProviderRefusal(
                "access_denied",
                Optional.of(description).filter(text -> !text.isEmpty()),
                List.of(codes.split(" ", -1)));
        assertThat(sorting.sort(refusal)).isEqualTo(expected);
    }

    @Test
    void sort_errorThatReadsLikeACode_isGeneral() {
        assertThat(sorting.sort(new ProviderRefusal("10", Optional.empty(), List.of())))
                .isEqualTo(RefusalKind.GENERAL);
    }

    @Test
    void sort_noWordsAtAll_isGeneral() {
        RefusalPatterns none = new RefusalPatterns(Set.of(), List.of());
        assertThat(new RefusalClassifier(none, none)
                        .sort(new ProviderRefusal("a", Optional.of("wrong password"), List.of("10"))))
                .isEqualTo(RefusalKind.GENERAL);
    }

    @Test
    void words_emptyDescription_isRefusedSinceItFitsAll() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RefusalPatterns(Set.of(), List.of("a", "")))
                .withMessageContaining("descriptions");
    }

    @Test
    void toString_refusalAndPerson_sayNothingOfThem() {
        assertThat(new ProviderRefusal("canary", Optional.of("canary"), List.of("canary")))
                .hasToString("ProviderRefusal[redacted]");
    }
}
