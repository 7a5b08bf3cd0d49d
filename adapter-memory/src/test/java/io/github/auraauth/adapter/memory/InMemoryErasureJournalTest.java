package io.github.auraauth.adapter.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.adapter.memory.InMemoryErasureJournal.Receipt;
import io.github.auraauth.domain.crypto.KeyedDigest;
import io.github.auraauth.domain.erasure.Erasure;
import io.github.auraauth.domain.erasure.ErasureCounts;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.erasure.ErasureJournal;
import io.github.auraauth.testkit.NoBackend;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.SettableClock;
import io.github.auraauth.testkit.erasure.ErasureJournalContract;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InMemoryErasureJournalTest implements ErasureJournalContract, NoBackend {
    private final SettableClock clock = SettableClock.startingNow();
    private final KeyedDigest digest = KeyedDigest.derivedFrom(Secret.ofText("fake-seed"), "test");
    private final InMemoryErasureJournal journal = new InMemoryErasureJournal(clock, digest);

    @Override
    public ErasureJournal journal() {
        return journal;
    }

    @Test
    void finish_twice_leavesOneReceiptWithoutTheNumber() {
        UUID id = new UUID(1, 1);
        journal.record(Erasure.of(id, NUMBER, BEGUN), soon());
        journal.finish(id, new ErasureCounts(3, 0), soon());
        journal.finish(id, new ErasureCounts(4, 0), soon());
        journal.finish(new UUID(2, 2), new ErasureCounts(5, 0), soon());
        assertThat(journal.receipts())
                .containsExactly(new Receipt(id, digest.hex(NUMBER.value()), new ErasureCounts(3, 0), clock.instant()));
        assertThat(journal.receipts().toString()).doesNotContain(NUMBER.value());
    }

    @Test
    void unfinished_whileAnotherWrites_isReadUndisturbed() {
        IntStream.range(0, 500).forEach(i -> journal.record(Erasure.of(new UUID(0, i), NUMBER, BEGUN), soon()));
        AtomicBoolean reading = new AtomicBoolean(true);
        Race.of(2, thread -> thread == 0 ? readOften(reading) : writeWhile(reading));
        assertThat(journal.unfinished(soon())).hasSize(500);
    }

    private int readOften(AtomicBoolean reading) {
        try {
            for (int i = 0; i < 500; i++) {
                assertThat(journal.unfinished(soon())).hasSizeBetween(500, 501);
            }
        } finally {
            reading.set(false);
        }
        return 500;
    }

    private int writeWhile(AtomicBoolean reading) {
        int written = 0;
        while (reading.get()) {
            UUID id = new UUID(1, written++);
            journal.record(Erasure.of(id, NUMBER, BEGUN), soon());
            journal.finish(id, new ErasureCounts(1, 0), soon());
        }
        return written;
    }

    private Deadline soon() {
        return Deadline.in(Duration.ofSeconds(10), clock);
    }
}
