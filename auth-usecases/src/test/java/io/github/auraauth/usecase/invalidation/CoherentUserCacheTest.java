package io.github.auraauth.usecase.invalidation;

import static io.github.auraauth.usecase.Environment.registration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.domain.invalidation.Epoch;
import io.github.auraauth.domain.invalidation.HashedAuraId;
import io.github.auraauth.domain.invalidation.LogPosition;
import io.github.auraauth.domain.invalidation.Provenance;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserCache.CachedUser;
import io.github.auraauth.port.out.user.UserStore.RemovalCondition;
import io.github.auraauth.usecase.Environment;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CoherentUserCacheTest {
    private static final AuraId ANNE = new AuraId("anne");

    private final Environment environment = new Environment();
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final HashedAuraId name = environment.hasher.hash(ANNE);
    private final InvalidationLogFollower watchA = environment.follower();
    private final InvalidationLogFollower watchB = environment.follower();
    private final CoherentUserCache a = environment.coherentCache(watchA);
    private final CoherentUserCache b = environment.coherentCache(watchB);

    @AfterEach
    void endCallers() {
        callers.shutdownNow();
    }

    @Test
    void get_removedOnAnotherInstance_isAbsentAfterTheNextPollThoughTheCacheKeptIt() {
        insert();
        assertThat(read(b)).isPresent();
        environment.cache.forgetful = false;

        remove(a);
        watchB.poll(environment.soon());

        assertThat(environment.cache.values).containsKey(name);
        assertThat(read(b)).isEmpty();
        assertThat(read(a)).isEmpty();
    }

    @Test
    void get_removedOnAnotherInstanceAndNoPollForASecond_usesNoCache() {
        insert();
        assertThat(read(b)).isPresent();
        environment.cache.forgetful = false;
        remove(a);

        environment.clock.pass(Duration.ofSeconds(1));

        assertThat(read(b)).isEmpty();
        assertThat(environment.cache.values.get(name).user()).isPresent();
    }

    @Test
    void get_filledFromAReadThatBeganBeforeTheRemoval_isNotBelieved() {
        insert();
        User stale = environment.store.find(ANNE, environment.soon()).orElseThrow();
        b.get(ANNE, environment.soon(), () -> {
            remove(a);
            return Optional.of(stale);
        });
        watchB.poll(environment.soon());

        assertThat(read(b)).isEmpty();
    }

    @Test
    void get_filledInAnotherEpoch_isNotBelieved() {
        User user = insert();
        environment.store.remove(ANNE, RemovalCondition.ALWAYS, environment.soon());
        environment.cache.values.put(name, new CachedUser(Optional.of(user), provenance(new Epoch("before"))));

        assertThat(read(a)).isEmpty();
    }

    @Test
    void get_filledLongerAgoThanAnyValueIsCached_isNotBelieved() {
        User user = insert();
        environment.store.remove(ANNE, RemovalCondition.ALWAYS, environment.soon());
        environment.cache.values.put(name, new CachedUser(Optional.of(user), provenance(present())));
        assertThat(read(a)).as("while it is young").isPresent();

        environment.clock.pass(Duration.ofMinutes(61));
        watchB.poll(environment.soon());

        assertThat(read(b)).isEmpty();
    }

    @Test
    void get_filledInTheFarFuture_isNotBelieved() {
        User user = insert();
        environment.store.remove(ANNE, RemovalCondition.ALWAYS, environment.soon());
        Provenance ahead =
                new Provenance(Set.of(), present(), environment.clock.instant().plusSeconds(241));
        environment.cache.values.put(name, new CachedUser(Optional.of(user), ahead));

        assertThat(read(a)).isEmpty();
    }

    @Test
    void get_filledWithAChangeThatIsNotKnownHereYet_isBelieved() {
        User user = insert();
        environment.store.remove(ANNE, RemovalCondition.ALWAYS, environment.soon());
        Provenance later =
                new Provenance(Set.of(new LogPosition("another", 9)), present(), environment.clock.instant());
        environment.cache.values.put(name, new CachedUser(Optional.of(user), later));

        assertThat(read(a)).isPresent();
    }

    @Test
    void get_inTheSharedCache_isThenAnsweredWithoutIt() {
        insert();
        read(a);
        assertThat(read(b)).isPresent();
        int before = environment.cache.reads.get();

        assertThat(read(b)).isPresent();

        assertThat(environment.cache.reads).hasValue(before);
    }

    @Test
    void get_whileAChangeIsOpen_neitherReadsNorFillsTheCache() {
        insert();
        a.change(ANNE, environment.soon(), () -> {
            watchB.poll(environment.soon());
            int before = environment.cache.reads.get();
            assertThat(read(b)).isPresent();
            assertThat(read(a)).isPresent();
            assertThat(environment.cache.reads).hasValue(before);
            assertThat(environment.cache.values).isEmpty();
            return true;
        });
        watchB.poll(environment.soon());
        read(b);
        assertThat(environment.cache.values).isEmpty();
        watchA.publish(environment.soon());
        watchB.poll(environment.soon());

        read(b);

        assertThat(environment.cache.values).containsKey(name);
    }

    @Test
    void get_afterARemovalIsKnown_fillsAndBelievesAgain() {
        insert();
        remove(a);
        watchA.poll(environment.soon());
        insert();

        read(a);
        environment.store.remove(ANNE, RemovalCondition.ALWAYS, environment.soon());

        assertThat(read(a)).as("from the cache").isPresent();
    }

    @Test
    void change_endingInAnOutage_isNotCachedUntilNoCachedValueCanBeOlder() {
        insert();
        assertThatThrownBy(() -> a.change(ANNE, environment.soon(), () -> {
                    throw new Outage.TimedOut("the store");
                }))
                .isInstanceOf(Outage.TimedOut.class);
        watchB.poll(environment.soon());
        read(a);
        read(b);
        assertThat(environment.cache.values).isEmpty();

        environment.clock.pass(Duration.ofMinutes(71));
        watchA.sweep(environment.soon());
        watchA.poll(environment.soon());
        read(a);

        assertThat(environment.cache.values).containsKey(name);
    }

    @Test
    void change_notEvenAskedFor_leavesTheCacheInUse() {
        insert();
        assertThatThrownBy(() -> a.change(ANNE, environment.soon(), () -> {
                    throw new Outage.CircuitOpen("mongo");
                }))
                .isInstanceOf(Outage.CircuitOpen.class);

        read(a);

        assertThat(environment.cache.values).containsKey(name);
    }

    @Test
    void get_absentUser_isRememberedForASecondByThisInstanceOnly() {
        assertThat(read(a)).isEmpty();
        assertThat(environment.cache.values).isEmpty();
        insert();

        assertThat(read(a)).isEmpty();
        assertThat(read(b)).isPresent();
        environment.clock.pass(Duration.ofSeconds(1));
        watchA.poll(environment.soon());
        assertThat(read(a)).isPresent();
    }

    @Test
    void get_absenceOfAThreadThatStoodStill_isRememberedNoLongerThanASecondFromItsReading() {
        a.get(ANNE, environment.soon(), () -> {
            environment.clock.pass(Duration.ofSeconds(1));
            return Optional.empty();
        });
        watchA.poll(environment.soon());
        insert();

        assertThat(read(a)).isPresent();
    }

    @Test
    void get_absentUserRegisteredHere_isThereAtOnce() {
        assertThat(read(a)).isEmpty();
        insert();
        a.refresh(ANNE);

        assertThat(read(a)).isPresent();
    }

    @Test
    void get_absenceInTheSharedCache_isNotBelieved() {
        insert();
        environment.cache.put(name, new CachedUser(Optional.empty(), provenance(present())), Duration.ofSeconds(5));

        assertThat(read(a)).isPresent();
    }

    @Test
    void get_knownUser_isKeptForTheSetTimeLessUpToATenth() {
        insert();
        read(a);

        assertThat(environment.cache.times.get(name)).isBetween(Duration.ofMinutes(54), Duration.ofHours(1));
    }

    @Test
    void get_manyAtOnce_loadsOnce() throws ExecutionException, InterruptedException {
        insert();
        AtomicInteger loads = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        var leader = CompletableFuture.supplyAsync(
                () -> a.get(ANNE, environment.soon(), () -> {
                    loads.incrementAndGet();
                    begun.countDown();
                    await(go);
                    return environment.store.find(ANNE, environment.soon());
                }),
                callers);
        await(begun);
        List<CompletableFuture<Optional<User>>> followers = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> a.get(ANNE, environment.soon(), () -> {
                            loads.incrementAndGet();
                            return Optional.empty();
                        }),
                        callers))
                .toList();
        go.countDown();

        assertThat(leader.get()).isPresent();
        for (CompletableFuture<Optional<User>> follower : followers) {
            assertThat(follower.get()).isPresent();
        }
        assertThat(loads).hasValue(1);
    }

    @Test
    void get_loadTakesLongerThanAFollowersDeadline_timesTheFollowerOut() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        var leader = CompletableFuture.supplyAsync(
                () -> a.get(ANNE, environment.soon(), () -> {
                    begun.countDown();
                    await(go);
                    return Optional.empty();
                }),
                callers);
        await(begun);

        Deadline hasty = Deadline.in(Duration.ofMillis(50), InstantSource.system());
        assertThatThrownBy(() -> a.get(ANNE, hasty, Optional::empty)).isInstanceOf(Outage.TimedOut.class);
        go.countDown();
        assertThat(leader.join()).isEmpty();
    }

    @Test
    void get_loadThatReadBeforeAChange_leavesTheFollowerToLoadForItself() {
        insert();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        var leader = CompletableFuture.supplyAsync(
                () -> a.get(ANNE, environment.soon(), () -> {
                    Optional<User> found = environment.store.find(ANNE, environment.soon());
                    begun.countDown();
                    await(go);
                    return found;
                }),
                callers);
        await(begun);
        Deadline whileWaiting = Deadline.in(Duration.ofSeconds(30), InstantSource.system(), (load, deadline) -> {
            remove(b);
            watchA.poll(environment.soon());
            go.countDown();
            load.join();
            return true;
        });

        assertThat(a.get(ANNE, whileWaiting, () -> environment.store.find(ANNE, environment.soon())))
                .isEmpty();
        assertThat(leader.join()).isPresent();
    }

    @Test
    void get_loadThatFailsByItsOwnDeadline_leavesTheFollowersToLoadForThemselves() {
        insert();
        AtomicInteger loads = new AtomicInteger();
        AtomicInteger atOnce = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        var leader = CompletableFuture.supplyAsync(
                () -> a.get(ANNE, environment.soon(), () -> {
                    begun.countDown();
                    await(go);
                    throw new Outage.TimedOut("the store");
                }),
                callers);
        await(begun);
        Deadline usual = Deadline.in(Duration.ofSeconds(30), InstantSource.system());
        List<CompletableFuture<Optional<User>>> followers = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> a.get(ANNE, usual, () -> {
                            loads.incrementAndGet();
                            assertThat(atOnce.incrementAndGet()).isEqualTo(1);
                            Optional<User> found = environment.store.find(ANNE, usual);
                            atOnce.decrementAndGet();
                            return found;
                        }),
                        callers))
                .toList();
        go.countDown();

        assertThatThrownBy(leader::join).hasCauseInstanceOf(Outage.TimedOut.class);
        assertThat(followers).allSatisfy(follower -> assertThat(follower.join()).isPresent());
        assertThat(loads).hasPositiveValue();
    }

    @Test
    void get_everyLoadFails_tellsEachFollowerOfItsOwn() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        var leader = CompletableFuture.supplyAsync(
                () -> a.get(ANNE, environment.soon(), () -> {
                    begun.countDown();
                    await(go);
                    throw new IllegalStateException("the leader's");
                }),
                callers);
        await(begun);
        Deadline usual = Deadline.in(Duration.ofSeconds(30), InstantSource.system());
        List<CompletableFuture<Optional<User>>> followers = IntStream.range(0, 10)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> a.get(ANNE, usual, () -> {
                            throw new Outage.Unavailable("follower " + i);
                        }),
                        callers))
                .toList();
        go.countDown();

        assertThatThrownBy(leader::join).hasCauseInstanceOf(IllegalStateException.class);
        for (int i = 0; i < followers.size(); i++) {
            assertThatThrownBy(followers.get(i)::join).hasStackTraceContaining("follower " + i + " is unavailable");
        }
    }

    @Test
    void get_loadFails_failsForThatCallAndIsTriedAgain() {
        assertThatThrownBy(() -> a.get(ANNE, environment.soon(), () -> {
                    throw new Outage.TimedOut("the store");
                }))
                .isInstanceOf(Outage.TimedOut.class);

        insert();
        assertThat(read(a)).isPresent();
    }

    private Epoch present() {
        return environment.log.read(environment.soon()).epoch();
    }

    private Provenance provenance(Epoch epoch) {
        return new Provenance(Set.of(), epoch, environment.clock.instant());
    }

    private User insert() {
        User user = User.registered(
                ANNE,
                environment.identities.globalId(registration("session-1").authentication()),
                registration("session-1"),
                environment.clock.instant());
        environment.store.insert(user, environment.soon());
        return user;
    }

    private void remove(CoherentUserCache cache) {
        cache.change(
                ANNE,
                environment.soon(),
                () -> environment.store.remove(ANNE, RemovalCondition.ALWAYS, environment.soon()));
    }

    private Optional<User> read(CoherentUserCache cache) {
        return cache.get(ANNE, environment.soon(), () -> environment.store.find(ANNE, environment.soon()));
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new AssertionError("waited in vain");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
