package io.github.auraauth.usecase.invalidation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.adapter.memory.InMemoryInvalidationLog;
import io.github.auraauth.domain.invalidation.ActiveSegment;
import io.github.auraauth.domain.invalidation.Epoch;
import io.github.auraauth.domain.invalidation.Segment;
import io.github.auraauth.port.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FollowedWriterTest {
    private final InvalidationView view = new InvalidationView();

    /** What is kept for each poll is more than the entry itself. */
    @Test
    void catchUp_publicationsReadAnew_keepsOneTextForTheWriter() {
        ActiveSegment first = read(List.of(1L));
        FollowedWriter followed =
                new FollowedWriter(new InMemoryInvalidationLog(InstantSource.system()), view, first, Instant.EPOCH);
        followed.catchUp(first, Instant.EPOCH, soon());
        followed.catchUp(read(List.of(1L, 2L)), Instant.EPOCH, soon());

        assertThat(view.finished(2).orElseThrow())
                .singleElement()
                .satisfies(position -> assertThat(position.writer()).isSameAs(first.writer()));
    }

    private static ActiveSegment read(List<Long> fingerprints) {
        String writer = new StringBuilder("a writer").toString();
        return new ActiveSegment(new Segment(writer, 0, fingerprints), 0, fingerprints.size(), Set.of(), Epoch.NONE);
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(5), InstantSource.system());
    }
}
