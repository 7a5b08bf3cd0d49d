package io.github.auraauth.front.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PathErrorMessagesTest {
    @Test
    void of_asManySegmentsAsAreLookedAt_namesWhatIsWrong() {
        assertThat(PathErrorMessages.of("/a".repeat(63) + "/%")).contains("a % that begins no escape");
    }

    @Test
    void of_moreSegments_saysTheSameWhateverIsWrong() {
        String tooMany = PathErrorMessages.of("/a".repeat(64) + "/%");

        assertThat(tooMany).contains("more than 64 segments");
        assertThat(PathErrorMessages.of("/".repeat(16_000))).isEqualTo(tooMany);
    }
}
