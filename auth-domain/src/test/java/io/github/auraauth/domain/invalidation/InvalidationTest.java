package io.github.auraauth.domain.invalidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.user.AuraId;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidationTest {
    @Test
    void hash_sameSeedAndId_isTheSamePseudonym() {
        var one = new AuraIdHasher(Secret.ofText("a seed"));
        var other = new AuraIdHasher(Secret.ofText("another seed"));
        var id = new AuraId("ñ🚀");

        assertThat(one.hash(id)).isEqualTo(new AuraIdHasher(Secret.ofText("a seed")).hash(id));
        assertThat(one.hash(id)).isNotEqualTo(other.hash(id)).isNotEqualTo(one.hash(new AuraId("ñ")));
        assertThat(one.hash(id).hex()).matches("[0-9a-f]{64}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "zz", "AA", "00a", "\u0661\u0661"})
    void hashedAuraId_ofAnotherForm_isRefused(String end) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HashedAuraId("0".repeat(62) + end))
                .withMessageContaining("hex");
    }

    @Test
    void fingerprint_ofAPseudonym_isItsFirst64Bits() {
        assertThat(new HashedAuraId("ffffffffffffffff" + "0".repeat(48)).fingerprint())
                .isEqualTo(-1);
        assertThat(new HashedAuraId("0000000000000010" + "f".repeat(48)).fingerprint())
                .isEqualTo(16);
    }

    @Test
    void position_withoutWriterOrNumber_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LogPosition("", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new LogPosition("w", 0));
    }

    @Test
    void segment_entries_areNumberedOverAllSegments() {
        Segment second = new Segment("w", 1, List.of(7L, 8L));

        assertThat(second.first()).isEqualTo(257);
        assertThat(second.last()).isEqualTo(258);
        assertThat(second.fingerprint(258)).isEqualTo(8);
        assertThat(Segment.indexOf(256)).isZero();
        assertThat(Segment.indexOf(257)).isEqualTo(1);
        assertThat(new Segment("w", 1, List.of()).last()).isEqualTo(256);
    }

    @Test
    void segment_tooLongOrOutOfPlace_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Segment("w", 0, Collections.nCopies(Segment.SIZE + 1, 0L)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Segment("w", -1, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Segment("", 0, List.of()));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 256, 259})
    void active_pendingThatIsNoKeptEntry_isRefused(long pending) {
        Segment second = new Segment("w", 1, List.of(7L, 8L));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ActiveSegment(second, 1, 1, Set.of(pending), Epoch.NONE));
    }

    @Test
    void active_versionOrOldestOutOfRange_isRefused() {
        Segment second = new Segment("w", 1, List.of(7L, 8L));

        assertThatIllegalArgumentException().isThrownBy(() -> new ActiveSegment(second, 2, 1, Set.of(), Epoch.NONE));
        assertThatIllegalArgumentException().isThrownBy(() -> new ActiveSegment(second, -1, 1, Set.of(), Epoch.NONE));
        assertThatIllegalArgumentException().isThrownBy(() -> new ActiveSegment(second, 0, 0, Set.of(), Epoch.NONE));
    }
}
