package io.github.auraauth.usecase.invalidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnSegmentsTest {
    private final Iterator<String> ids = List.of("first", "second").iterator();
    private final OwnSegments own = new OwnSegments(new InvalidationView(), ids::next);

    @Test
    void finish_changeOfBeforeANewBeginning_leavesTheOneThatHasItsNumber() {
        PendingChange old = own.add(1);
        own.acknowledge(own.next(), Instant.EPOCH);
        own.forgetBefore(Instant.EPOCH.plusSeconds(1), Instant.MIN);
        own.beginAnew();
        own.add(2);

        own.finish(old);

        assertThat(own.next().active().pending()).containsExactly(1L);
    }

    @Test
    void beginAnew_changePending_isEnteredAgainUnderTheOtherId() {
        PendingChange change = own.add(1);
        own.acknowledge(own.next(), Instant.EPOCH);

        own.beginAnew();

        assertThat(own.isAcknowledged(change)).isFalse();
        assertThat(own.next().active().writer()).isEqualTo("second");
        assertThat(own.next().active().pending()).containsExactly(1L);
    }
}
