package io.github.auraauth.domain.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auraauth.domain.secret.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;

class TermsKeysTest {
    private final TermsKeys keys = new TermsKeys(List.of(secret("fake-one"), secret("fake-two"), secret("fake-one")));

    @Test
    void place_keyOfTheList_isItsFirstPlace() {
        assertThat(keys.place(secret("fake-one"))).hasValue(0);
        assertThat(keys.place(secret("fake-two"))).hasValue(1);
    }

    @Test
    void place_anythingElse_isEmpty() {
        for (String other : List.of("", "fake-on", "fake-one ", "FAKE-ONE", "fake-one,fake-two", "fake-three")) {
            assertThat(keys.place(secret(other))).as(other).isEmpty();
        }
    }

    @Test
    void isLongEnough_sixteenCharacters_isTrueAndOneLessIsFalse() {
        assertThat(TermsKeys.isLongEnough(secret("fake-of-sixteen-"))).isTrue();
        assertThat(TermsKeys.isLongEnough(secret("fake-of-fifteen"))).isFalse();
    }

    @Test
    void keys_noneOrPrinted_areRefusedOrRedacted() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TermsKeys(List.of()));
        assertThat(keys.toString()).doesNotContain("fake");
    }

    private static Secret secret(String text) {
        return Secret.ofText(text);
    }
}
