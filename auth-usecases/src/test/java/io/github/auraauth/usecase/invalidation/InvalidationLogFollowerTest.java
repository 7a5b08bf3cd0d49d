package io.github.auraauth.usecase.invalidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.adapter.memory.InMemoryInvalidationLog;
import io.github.auraauth.domain.invalidation.ActiveSegment;
import io.github.auraauth.domain.invalidation.Epoch;
import io.github.auraauth.domain.invalidation.HashedAuraId;
import io.github.auraauth.domain.invalidation.LogSnapshot;
import io.github.auraauth.domain.invalidation.Provenance;
import io.github.auraauth.domain.invalidation.Segment;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.invalidation.InvalidationLog;
import io.github.auraauth.usecase.Environment;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InvalidationLogFollowerTest {
    private static final Duration RETENTION = Duration.ofMinutes(70);

    private final Environment environment = new Environment();
    private final HashedAuraId anne = environment.hasher.hash(new AuraId("anne"));
    private final ExecutorService callers = Executors.newCachedThreadPool();

    @AfterEach
    void endCallers() {
        callers.shutdownNow();
    }

    @Test
    void poll_firstStartOfAll_beginsAnEpochWhenNobodyElseHasBeenSeen() {
        InvalidationLogFollower follower = environment.newFollower();
        follower.poll(environment.soon());
        environment.clock.pass(Duration.ofSeconds(4));
        follower.poll(environment.soon());
        assertThat(follower.allowsSharedCache()).isFalse();
        assertThat(snapshot().epoch()).isEqualTo(Epoch.NONE);

        environment.clock.pass(Duration.ofMillis(1));
        follower.poll(environment.soon());

        assertThat(follower.allowsSharedCache()).isTrue();
        assertThat(snapshot().epoch()).isNotEqualTo(Epoch.NONE);
    }

    @Test
    void poll_startBesideOneThatLives_sharesItsEpoch() {
        InvalidationLogFollower first = environment.follower();
        Epoch epoch = snapshot().epoch();
        InvalidationLogFollower second = environment.newFollower();
        second.poll(environment.soon());
        assertThat(second.allowsSharedCache()).isFalse();

        environment.clock.pass(Duration.ofSeconds(1));
        first.publish(environment.soon());
        second.poll(environment.soon());

        assertThat(second.allowsSharedCache()).isTrue();
        assertThat(snapshot().epoch()).isEqualTo(epoch);
    }

    @Test
    void poll_twoStartTogetherOverARestoredDatabase_beginAnotherEpoch() {
        environment.follower();
        Epoch restored = snapshot().epoch();
        InvalidationLogFollower one = environment.newFollower();
        InvalidationLogFollower other = environment.newFollower();
        for (int second = 0; second < 5; second++) {
            for (InvalidationLogFollower each : List.of(one, other)) {
                each.poll(environment.soon());
                each.publish(environment.soon());
                assertThat(each.allowsSharedCache()).isFalse();
            }
            environment.clock.pass(Duration.ofSeconds(1));
        }
        one.poll(environment.soon());
        other.poll(environment.soon());

        assertThat(snapshot().epoch()).isNotEqualTo(restored);
        assertThat(one.allowsSharedCache()).isTrue();
        assertThat(other.allowsSharedCache()).isTrue();
    }

    @Test
    void poll_withoutSharedCache_beginsNoEpoch() {
        InvalidationLogFollower follower = new InvalidationLogFollower(
                environment.log,
                new InvalidationSettings(Duration.ofHours(1), false),
                environment.clock,
                environment.clock,
                () -> "a writer");
        follower.poll(environment.soon());
        environment.clock.pass(Duration.ofMinutes(1));
        follower.poll(environment.soon());

        assertThat(snapshot().epoch()).isEqualTo(Epoch.NONE);
    }

    @Test
    void publish_ownSegmentSetBack_isRefusedSoThatThePollFindsOut() {
        InvalidationLogFollower follower = environment.follower();
        Provenance before = follower.provenance(anne).orElseThrow();
        ActiveSegment backup = snapshot().writers().get(0);
        change(follower);
        follower.publish(environment.soon());
        environment.log.forgetWriter(snapshot().writers().get(0), environment.soon());
        environment.log.publish(backup, 0, environment.soon());
        environment.clock.pass(Duration.ofSeconds(6));

        assertThatThrownBy(() -> follower.publish(environment.soon())).isInstanceOf(Outage.Unavailable.class);
        assertThat(snapshot().writers()).containsExactly(backup);
        follower.poll(environment.soon());

        assertThat(snapshot().epoch()).isNotEqualTo(before.epoch());
        assertThat(follower.accepts(anne, before)).isFalse();
    }

    @Test
    void poll_nothingPublishedYet_believesNoCacheSinceARestoreWouldGoUnnoticed() {
        InvalidationLogFollower follower = environment.newFollower();
        follower.poll(environment.soon());
        assertThat(follower.allowsCacheFor(anne)).isFalse();

        follower.publish(environment.soon());
        follower.poll(environment.soon());
        assertThat(follower.allowsCacheFor(anne)).isTrue();
    }

    /** As when a database is restored twice, and nothing was published in between. */
    @Test
    void poll_epochThatHadEndedIsBack_believesNothingOfItAndBeginsAnother() {
        InvalidationLogFollower follower = environment.follower();
        Epoch ended = snapshot().epoch();
        Provenance before = follower.provenance(anne).orElseThrow();
        environment.log.replaceEpoch(ended, new Epoch("another"), environment.soon());
        follower.poll(environment.soon());
        environment.log.replaceEpoch(new Epoch("another"), ended, environment.soon());

        follower.poll(environment.soon());

        assertThat(snapshot().epoch()).isNotEqualTo(ended);
        assertThat(follower.accepts(anne, before)).isFalse();
    }

    @Test
    void poll_ownSegmentSetBack_beginsAnotherEpochUnderAnotherId() {
        InvalidationLogFollower follower = environment.follower();
        Provenance before = follower.provenance(anne).orElseThrow();
        ActiveSegment backup = snapshot().writers().get(0);
        change(follower);
        follower.publish(environment.soon());
        environment.log.forgetWriter(snapshot().writers().get(0), environment.soon());
        environment.log.publish(backup, 0, environment.soon());

        follower.poll(environment.soon());

        assertThat(snapshot().epoch()).isNotEqualTo(before.epoch());
        assertThat(follower.accepts(anne, before)).isFalse();
        follower.publish(environment.soon());
        follower.poll(environment.soon());
        assertThat(snapshot().writers())
                .extracting(ActiveSegment::writer)
                .doesNotContain(backup.writer())
                .hasSize(1);
    }

    /** Until then others believe values of the present epoch that are older than those entries. */
    @Test
    void poll_ownSegmentSetBackAndNoEpochCanBeBegun_leavesItsEntriesToOthers() {
        InvalidationLogFollower other = environment.follower();
        AtomicInteger epochs = new AtomicInteger();
        InvalidationLogFollower follower = follower(before("replaceEpoch", () -> {
            if (epochs.incrementAndGet() == 1) {
                throw new Outage.TimedOut("mongo");
            }
        }));
        Provenance before = other.provenance(anne).orElseThrow();
        follower.poll(environment.soon());
        change(follower);
        ActiveSegment backup = ofWriter("w");
        follower.publish(environment.soon());
        change(follower);
        environment.log.forgetWriter(ofWriter("w"), environment.soon());
        environment.log.publish(backup, 0, environment.soon());

        assertThatThrownBy(() -> follower.poll(environment.soon())).isInstanceOf(Outage.TimedOut.class);
        assertThat(ofWriter("w")).isEqualTo(backup);
        InvalidationLogFollower late = environment.newFollower();
        late.publish(environment.soon());
        late.poll(environment.soon());
        assertThat(late.accepts(anne, before)).isFalse();

        follower.poll(environment.soon());
        assertThat(snapshot().epoch()).isNotEqualTo(before.epoch());
        follower.poll(environment.soon());
        assertThat(snapshot().writers()).extracting(ActiveSegment::writer).doesNotContain("w");
    }

    @Test
    void poll_ownSegmentSetBackWhileAChangeIsUnderWay_keepsItPending() {
        InvalidationLogFollower follower = environment.follower();
        InvalidationLogFollower other = environment.follower();
        follower.around(anne, environment.soon(), () -> {
            snapshot().writers().forEach(each -> environment.log.forgetWriter(each, environment.soon()));
            follower.poll(environment.soon());
            follower.publish(environment.soon());
            other.poll(environment.soon());
            assertThat(follower.allowsCacheFor(anne)).isFalse();
            assertThat(other.allowsCacheFor(anne)).isFalse();
            return true;
        });
        follower.publish(environment.soon());
        other.poll(environment.soon());

        assertThat(other.allowsCacheFor(anne)).isTrue();
    }

    @Test
    void poll_clockFarFromTheDatabases_leavesTheSharedCacheAside() {
        InvalidationLogFollower follower = environment.follower();
        Duration ahead = Duration.ofSeconds(121);
        InvalidationLogFollower skewed = new InvalidationLogFollower(
                environment.log,
                new InvalidationSettings(Duration.ofHours(1), true),
                () -> environment.clock.instant().plus(ahead),
                environment.clock,
                () -> "a writer");
        skewed.poll(environment.soon());
        skewed.publish(environment.soon());
        environment.clock.pass(Duration.ofSeconds(1));
        follower.publish(environment.soon());
        skewed.poll(environment.soon());

        assertThat(skewed.allowsSharedCache()).isFalse();
        assertThat(skewed.allowsCacheFor(anne)).isTrue();
    }

    @Test
    void around_manySegments_areLearnedByOthersAndByLateOnes() {
        InvalidationLogFollower writer = environment.follower();
        InvalidationLogFollower reader = environment.follower();
        List<HashedAuraId> changed = IntStream.range(0, 3 * Segment.SIZE + 5)
                .mapToObj(i -> environment.hasher.hash(new AuraId("user-" + i)))
                .toList();
        Provenance before = reader.provenance(anne).orElseThrow();
        changed.forEach(each -> writer.around(each, environment.soon(), () -> true));
        writer.publish(environment.soon());
        reader.poll(environment.soon());
        InvalidationLogFollower late = environment.newFollower();
        late.publish(environment.soon());
        late.poll(environment.soon());

        for (InvalidationLogFollower each : List.of(writer, reader, late)) {
            assertThat(changed).noneMatch(user -> each.accepts(user, before));
            assertThat(changed)
                    .allMatch(user ->
                            each.provenance(user).orElseThrow().finished().size() == 1);
        }
    }

    @Test
    void sweep_finishedChangesNoCachedValueCanBeOlderThan_areForgottenWithTheirSegments() {
        InvalidationLogFollower writer = environment.follower();
        InvalidationLogFollower reader = environment.follower();
        for (int i = 0; i < Segment.SIZE + 1; i++) {
            change(writer);
        }
        writer.publish(environment.soon());
        reader.poll(environment.soon());
        String id = snapshot().writers().stream()
                .filter(each -> each.segment().index() == 1)
                .findFirst()
                .orElseThrow()
                .writer();
        environment.clock.pass(RETENTION.plusMillis(1));
        writer.sweep(environment.soon());
        reader.poll(environment.soon());
        writer.poll(environment.soon());

        assertThat(environment.log.sealed(id, 0, 9, environment.soon())).isEmpty();
        assertThat(writer.provenance(anne).orElseThrow().finished()).isEmpty();
        assertThat(reader.provenance(anne).orElseThrow().finished()).isEmpty();
    }

    @Test
    void sweep_writerThatCrashed_isForgottenWhenItHasBeenSilentForThatLong() {
        InvalidationLogFollower crashed = environment.follower();
        InvalidationLogFollower other = environment.follower();
        assertThatThrownBy(() -> crashed.around(anne, environment.soon(), () -> {
                    throw new Outage.TimedOut("mongo");
                }))
                .isInstanceOf(Outage.TimedOut.class);
        for (int minute = 0; minute < 70; minute++) {
            other.poll(environment.soon());
            other.sweep(environment.soon());
            assertThat(other.allowsCacheFor(anne)).isFalse();
            environment.clock.pass(Duration.ofMinutes(1));
        }
        environment.clock.pass(Duration.ofMinutes(1));
        other.poll(environment.soon());
        other.publish(environment.soon());
        other.sweep(environment.soon());
        other.poll(environment.soon());

        assertThat(other.allowsCacheFor(anne)).isTrue();
        assertThat(snapshot().writers()).hasSize(1);
    }

    @Test
    void sweep_outageWhileAWriterIsForgotten_forgetsTheRestLater() {
        ActiveSegment last = new ActiveSegment(new Segment("gone", 1, List.of()), 0, 1, Set.of(), Epoch.NONE);
        List<Long> entries = LongStream.range(0, Segment.SIZE).boxed().toList();
        AtomicInteger calls = new AtomicInteger();
        InvalidationLogFollower follower = follower(before("forgetWriter", () -> {
            if (calls.incrementAndGet() == 1) {
                environment.log.forgetWriter(last, environment.soon());
                environment.log.seal(new Segment("gone", 0, entries), environment.soon());
                throw new Outage.TimedOut("mongo");
            }
        }));
        environment.log.publish(last, 0, environment.soon());
        follower.poll(environment.soon());
        environment.clock.pass(RETENTION.plusMillis(1));
        follower.poll(environment.soon());
        assertThatThrownBy(() -> follower.sweep(environment.soon())).isInstanceOf(Outage.TimedOut.class);
        follower.poll(environment.soon());
        follower.sweep(environment.soon());
        follower.sweep(environment.soon());

        assertThat(environment.log.sealed("gone", 0, 9, environment.soon())).isEmpty();
        assertThat(calls).hasValue(2);
    }

    @Test
    void around_processStoodStillBeforeTheChange_entersItAgain() {
        InvalidationLogFollower follower = follower(slowOnce(Duration.ofSeconds(6)));
        follower.poll(environment.soon());

        follower.around(anne, environment.soon(), () -> true);

        assertThat(snapshot().writers().get(0).segment().fingerprints())
                .containsExactly(anne.fingerprint(), anne.fingerprint());
    }

    @Test
    void around_entryCannotBePublished_makesNoChange() {
        AtomicInteger changes = new AtomicInteger();
        InvalidationLogFollower follower = follower(failing());

        assertThatThrownBy(() -> follower.around(anne, environment.soon(), changes::incrementAndGet))
                .isInstanceOf(Outage.Unavailable.class);

        assertThat(changes).hasValue(0);
    }

    @Test
    void around_whileAPublicationIsUnderWay_goesWithTheNextOneTogether() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger publications = new AtomicInteger();
        InvalidationLogFollower follower = follower(before("publish", () -> {
            if (publications.incrementAndGet() == 1) {
                begun.countDown();
                await(go);
            }
        }));
        List<CompletableFuture<Boolean>> changes = new ArrayList<>();
        changes.add(CompletableFuture.supplyAsync(() -> change(follower), callers));
        await(begun);
        for (int i = 0; i < 40; i++) {
            changes.add(CompletableFuture.supplyAsync(() -> change(follower), callers));
        }
        Thread.sleep(100);
        go.countDown();
        for (CompletableFuture<Boolean> each : changes) {
            assertThat(each.get(1, TimeUnit.MINUTES)).isTrue();
        }

        assertThat(publications).hasValueLessThan(10);
        assertThat(snapshot().writers().get(0).segment().last()).isEqualTo(41);
    }

    @Test
    void around_publicationOfAnotherFails_triesItself() {
        AtomicInteger publications = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        InvalidationLogFollower follower = follower(before("publish", () -> {
            if (publications.incrementAndGet() == 1) {
                begun.countDown();
                await(go);
                throw new Outage.TimedOut("mongo");
            }
        }));
        var first = CompletableFuture.supplyAsync(() -> change(follower), callers);
        await(begun);
        var second = CompletableFuture.supplyAsync(() -> change(follower), callers);
        go.countDown();

        assertThatThrownBy(first::join).hasCauseInstanceOf(Outage.TimedOut.class);
        assertThat(second.join()).isTrue();
    }

    @Test
    void finish_changesDone_tellsOthers() {
        InvalidationLogFollower follower = environment.follower();
        InvalidationLogFollower other = environment.follower();
        change(follower);
        other.poll(environment.soon());
        assertThat(other.allowsCacheFor(anne)).isFalse();

        follower.finish(environment.soon());
        long version =
                snapshot().writers().stream().mapToLong(ActiveSegment::version).sum();
        follower.finish(environment.soon());
        other.poll(environment.soon());

        assertThat(other.allowsCacheFor(anne)).isTrue();
        assertThat(snapshot().writers().stream()
                        .mapToLong(ActiveSegment::version)
                        .sum())
                .isEqualTo(version);
    }

    private boolean change(InvalidationLogFollower follower) {
        Deadline patient = Deadline.in(Duration.ofMinutes(1), InstantSource.system());
        return follower.around(anne, patient, () -> true);
    }

    private LogSnapshot snapshot() {
        return environment.log.read(environment.soon());
    }

    private ActiveSegment ofWriter(String id) {
        return snapshot().writers().stream()
                .filter(each -> each.writer().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private InvalidationLogFollower follower(InvalidationLog log) {
        Iterator<String> ids = Stream.concat(
                        Stream.of("w"), Stream.iterate(1, i -> i + 1).map(i -> "w" + i))
                .iterator();
        return new InvalidationLogFollower(
                log,
                new InvalidationSettings(Duration.ofHours(1), true),
                environment.clock,
                environment.clock,
                ids::next);
    }

    private InvalidationLog slowOnce(Duration time) {
        AtomicInteger calls = new AtomicInteger();
        return before("publish", () -> {
            if (calls.getAndIncrement() == 0) {
                environment.clock.pass(time);
            }
        });
    }

    private InvalidationLog failing() {
        return before("publish", () -> {
            throw new Outage.Unavailable("mongo");
        });
    }

    private InvalidationLog before(String method, Runnable first) {
        InMemoryInvalidationLog log = environment.log;
        return (InvalidationLog) Proxy.newProxyInstance(
                InvalidationLog.class.getClassLoader(),
                new Class<?>[] {InvalidationLog.class},
                (proxy, call, arguments) -> {
                    if (call.getName().equals(method)) {
                        first.run();
                    }
                    try {
                        return call.invoke(log, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(1, TimeUnit.MINUTES)) {
                throw new AssertionError("waited in vain");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
