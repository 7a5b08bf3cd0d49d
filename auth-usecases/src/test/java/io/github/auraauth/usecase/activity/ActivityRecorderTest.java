package io.github.auraauth.usecase.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.adapter.memory.activity.InMemoryActivityLog;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.activity.Activity;
import io.github.auraauth.domain.activity.Activity.Event;
import io.github.auraauth.domain.activity.AuditEntry;
import io.github.auraauth.domain.activity.AuditSealer;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.activity.ActivityLog;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.usecase.AuditRecorders;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ActivityRecorderTest {
    private static final Actor SOMEBODY = Actor.labelled("key:1");
    private static final InstantSource CLOCK = InstantSource.system();
    private static final AuraId USER = new AuraId("34600000001");

    private final Switched log = new Switched();
    private final ActivityRecorder recorder = AuditRecorders.over(log, log.stored, CLOCK, new SecureRandom());

    @Test
    void note_byManyAtOnce_storesAllInFewBatchesAndOneChain() throws InterruptedException {
        int callers = 64;
        log.pause = Duration.ofMillis(20);
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        CyclicBarrier together = new CyclicBarrier(callers);
        CountDownLatch done = new CountDownLatch(callers);
        for (int i = 0; i < callers; i++) {
            threads.execute(() -> {
                try {
                    together.await();
                    note(soon());
                    done.countDown();
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            });
        }
        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        threads.shutdown();
        assertThat(visited()).hasSize(callers);
        assertThat(log.calls.get()).isLessThan(callers / 4);
        assertThat(recorder.head().number()).isEqualTo(callers);
        assertGood();
    }

    /** A caller waits for the batch that is being stored and for the one with its own entry, not for those after it. */
    @Test
    void note_othersNotingAllTheTime_waitsForTwoBatchesAtMost() {
        log.pause = Duration.ofMillis(20);
        List<Duration> longest = Race.of(32, number -> {
            Duration most = Duration.ZERO;
            for (int i = 0; i < 30; i++) {
                long begin = System.nanoTime();
                note(soon());
                Duration waited = Duration.ofNanos(System.nanoTime() - begin);
                most = waited.compareTo(most) > 0 ? waited : most;
            }
            return most;
        });
        assertThat(longest.stream().sorted().toList().get(16)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void note_storeAway_isAnOutageAndStoredBeforeAnyLaterOne() {
        note(soon());
        log.away = true;
        assertThatThrownBy(() -> note(soon())).isInstanceOf(Outage.class);
        assertThatThrownBy(() -> note(soon())).isInstanceOf(Outage.class);
        assertThat(visited()).hasSize(1);
        log.away = false;
        note(soon());
        assertThat(visited()).hasSize(4);
        assertGood();
    }

    @Test
    void note_answerOfTheStoreLost_isStoredOnce() {
        log.answersLost = true;
        assertThatThrownBy(() -> note(soon())).isInstanceOf(Outage.class);
        log.answersLost = false;
        recorder.flush(soon());
        assertThat(visited()).hasSize(1);
        assertThat(recorder.head().number()).isEqualTo(1);
        assertGood();
    }

    @Test
    void note_storeFrozen_isAnOutageByTheCallersOwnDeadline() throws Exception {
        log.pause = Duration.ofSeconds(3);
        ExecutorService first = Executors.newSingleThreadExecutor();
        first.execute(() -> note(soon()));
        while (log.calls.get() == 0) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        long begin = System.nanoTime();
        assertThatThrownBy(() -> note(Deadline.in(Duration.ofMillis(100), CLOCK)))
                .isInstanceOf(Outage.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
        first.shutdownNow();
    }

    @Test
    void note_moreThanMayWait_isLostAndToldOnceThereIsRoom() {
        log.away = true;
        fill();
        assertThatThrownBy(() -> recorder.noteLater(Event.USER_REMOVE, SOMEBODY, USER))
                .isInstanceOf(Outage.class);
        log.away = false;
        recorder.flush(soon());
        note(soon());
        List<AuditEntry> all = visited();
        assertThat(all).hasSize(ActivityRecorder.MOST_WAITING + 1);
        assertThat(all.get(all.size() - 2).event()).isEqualTo("audit.lost");
        assertThat(all.get(all.size() - 2).object()).isEqualTo("1");
        assertThat(all.toString()).doesNotContain("600000001");
        assertGood();
    }

    /** A flush at the stop is the last chance to tell. */
    @Test
    void flush_entriesWereLost_tellsSoWithoutALaterEntry() {
        log.away = true;
        fill();
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> recorder.noteLater(Event.USER_REMOVE, SOMEBODY, USER))
                    .isInstanceOf(Outage.class);
            assertThatThrownBy(() -> recorder.flush(soon())).isInstanceOf(Outage.class);
        }
        assertThat(recorder.waiting()).as("it stays bounded").isEqualTo(ActivityRecorder.MOST_WAITING);
        log.away = false;
        recorder.flush(soon());
        recorder.flush(soon());
        assertThat(visited().stream()
                        .filter(entry -> entry.event().equals("audit.lost"))
                        .map(AuditEntry::object))
                .containsExactly("1", "2");
        assertGood();
    }

    private void fill() {
        for (int i = 1; i < ActivityRecorder.MOST_WAITING; i++) {
            recorder.noteLater(Event.USER_REMOVE, SOMEBODY, USER);
        }
    }

    @Test
    void note_ofAUser_holdsARandomIdAndNoOther() {
        String random = "8c2e8a5e-5c0f-4c1e-9d3b-2f6a1e0b7c44";
        recorder.note(Event.USER_REMOVE, SOMEBODY, new AuraId(random), soon());
        recorder.note(Event.USER_REMOVE, SOMEBODY, new AuraId("34600000001"), soon());
        assertThat(visited()).extracting(AuditEntry::object).first().isEqualTo(random);
        assertThat(visited().get(1).object()).startsWith("aura:").doesNotContain("34600000001");
    }

    private void note(Deadline deadline) {
        recorder.note(Event.TOKEN_REVOKE, SOMEBODY, Optional.<AccountId>empty(), "an object", deadline);
    }

    private List<AuditEntry> visited() {
        List<AuditEntry> all = new ArrayList<>();
        log.stored.visit(all::add, soon());
        return all;
    }

    private void assertGood() {
        var trail = new AuditTrailService(log.stored, new AuditSealer(AuditRecorders.KEYS));
        assertThat(trail.verify(List.of(recorder.head()), Instant.MIN, soon()).faults())
                .isEmpty();
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(10), CLOCK);
    }

    /** A log that can be slow, away, or whose answers get lost. */
    private static final class Switched implements ActivityLog {
        final InMemoryActivityLog stored = new InMemoryActivityLog();
        final AtomicInteger calls = new AtomicInteger();
        volatile Duration pause = Duration.ZERO;
        volatile boolean away;
        volatile boolean answersLost;

        @Override
        public void append(List<AuditEntry> entries, Deadline deadline) {
            calls.incrementAndGet();
            if (away) {
                throw new Outage.Unavailable("a store");
            }
            try {
                TimeUnit.MILLISECONDS.sleep(pause.toMillis());
            } catch (InterruptedException e) {
                throw new Outage.TimedOut("a store", e);
            }
            stored.append(entries, deadline);
            if (answersLost) {
                throw new Outage.TimedOut("a store");
            }
        }

        @Override
        public List<Activity> page(Optional<AccountId> account, Keyset<Position> place, int most, Deadline deadline) {
            return stored.page(account, place, most, deadline);
        }

        @Override
        public int count(Optional<AccountId> account, int most, Deadline deadline) {
            return stored.count(account, most, deadline);
        }
    }
}
