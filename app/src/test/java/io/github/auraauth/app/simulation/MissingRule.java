package io.github.auraauth.app.simulation;

import io.github.auraauth.domain.invalidation.ActiveSegment;
import io.github.auraauth.domain.invalidation.Epoch;
import io.github.auraauth.domain.invalidation.LogPosition;
import io.github.auraauth.domain.invalidation.LogSnapshot;
import io.github.auraauth.domain.invalidation.Provenance;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.RemoveOutcome;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.invalidation.InvalidationLog;
import io.github.auraauth.port.out.user.UserCache;
import io.github.auraauth.port.out.user.UserCache.CachedUser;
import io.github.auraauth.port.out.user.UserStore;
import io.github.auraauth.port.out.user.UserStore.InsertOutcome;
import io.github.auraauth.port.out.user.UserStore.RemovalCondition;
import io.github.auraauth.testkit.simulation.SimulatedProcess;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/** The rules by which cached users are believed, each taken out by giving an instance something else than it shall have. */
enum MissingRule implements Tampering {
    /** 1: an entry is durable when the log says so. */
    ENTRIES_ARE_DURABLE {
        @Override
        public InvalidationLog log(InvalidationLog log, SimulatedProcess process) {
            return Altered.of(
                    InvalidationLog.class,
                    log,
                    call -> call.method().equals("publish") ? later(log, call.arguments(), process) : call.make());
        }
    },
    /** 2: the row is written after its entry. */
    ENTRY_COMES_FIRST {
        @Override
        public RemoveOutcome remove(Instance instance, AuraId auraId, Deadline deadline) {
            RemoveOutcome outcome = instance.store.remove(auraId, RemovalCondition.ALWAYS, deadline);
            return instance.cache.change(auraId, deadline, () -> outcome);
        }
    },
    /** 2: a change whose outcome is unknown stays pending. */
    UNKNOWN_STAYS_PENDING {
        @Override
        public UserStore store(UserStore store) {
            return Altered.of(UserStore.class, store, call -> {
                try {
                    return call.make();
                } catch (Outage.TimedOut | Outage.Unavailable unknown) {
                    throw call.method().startsWith("find") ? unknown : new Outage.CircuitOpen("users");
                }
            });
        }
    },
    /** 3: a poll reads what the majority has. */
    POLL_ASKS_THE_MAJORITY {
        @Override
        public InvalidationLog minority(InvalidationLog away, InvalidationLog stale) {
            return Altered.of(
                    InvalidationLog.class,
                    away,
                    call -> call.method().equals("read") ? stale.read((Deadline) call.arguments()[0]) : call.make());
        }
    },
    /** 4 and 5: a value is believed only if it was read after every change that is known. */
    VALUE_NAMES_ITS_CHANGES {
        @Override
        public UserCache cache(UserCache cache, InvalidationLog present) {
            return claiming(cache, value -> new Provenance(all(present), value.epoch(), value.readAt()));
        }
    },
    /** 5: the last good poll began at most a second ago. */
    POLL_IS_FRESH {
        @Override
        public InstantSource followersClock(InstantSource steady) {
            Instant always = steady.instant();
            return () -> always;
        }
    },
    /** 5: the value is of the present epoch. */
    VALUE_IS_OF_THE_EPOCH {
        @Override
        public UserCache cache(UserCache cache, InvalidationLog present) {
            return claiming(
                    cache,
                    value -> new Provenance(value.finished(), read(present).epoch(), value.readAt()));
        }
    },
    /** 5 and 6: what others left pending is not believed. */
    PENDING_IS_NOT_BELIEVED {
        @Override
        public InvalidationLog log(InvalidationLog log, SimulatedProcess process) {
            return reading(
                    log,
                    snapshot -> new LogSnapshot(
                            snapshot.epoch(),
                            snapshot.writers().stream()
                                    .map(active -> new ActiveSegment(
                                            active.segment(),
                                            active.oldest(),
                                            active.version(),
                                            Set.of(),
                                            active.epoch()))
                                    .toList(),
                            snapshot.databaseTime()));
        }
    },
    /** 7: a writer whose segment was set back begins another epoch. */
    SET_BACK_IS_NOTICED {
        @Override
        public InvalidationLog log(InvalidationLog log, SimulatedProcess process) {
            Map<String, ActiveSegment> newest = new HashMap<>();
            return Altered.of(InvalidationLog.class, log, call -> {
                Object result = call.make();
                if (call.method().equals("publish")) {
                    ActiveSegment published = (ActiveSegment) call.arguments()[0];
                    newest.put(published.writer(), published);
                }
                if (result instanceof LogSnapshot snapshot) {
                    Map<String, ActiveSegment> all = new HashMap<>();
                    snapshot.writers().forEach(each -> all.put(each.writer(), each));
                    all.putAll(newest);
                    return new LogSnapshot(snapshot.epoch(), List.copyOf(all.values()), snapshot.databaseTime());
                }
                return result;
            });
        }
    },
    /** 7: a publication does not hide that the segment was set back. */
    PUBLICATION_HIDES_NO_RESTORE {
        @Override
        public InvalidationLog log(InvalidationLog log, SimulatedProcess process) {
            return Altered.of(
                    InvalidationLog.class,
                    log,
                    call -> call.method().equals("publish")
                            ? log.publish((ActiveSegment) call.arguments()[0], 0, (Deadline) call.arguments()[2])
                            : call.make());
        }
    },
    /** 7: who starts beside no living writer begins another epoch before it believes the shared cache. */
    LONELY_START_IS_NOTICED {
        @Override
        public InvalidationLog log(InvalidationLog log, SimulatedProcess process) {
            AtomicBoolean first = new AtomicBoolean(true);
            return reading(
                    log,
                    snapshot -> first.getAndSet(false)
                            ? new LogSnapshot(new Epoch("earlier"), snapshot.writers(), snapshot.databaseTime())
                            : snapshot);
        }
    },
    /** 8: inserting over an expired row writes an entry. */
    INSERT_OVER_EXPIRED_IS_ENTERED {
        @Override
        public UserStore store(UserStore store) {
            return Altered.of(UserStore.class, store, call -> {
                Object outcome = call.make();
                if (!outcome.equals(InsertOutcome.AURA_ID_EXPIRED)) {
                    return outcome;
                }
                User user = (User) call.arguments()[0];
                Deadline deadline = (Deadline) call.arguments()[1];
                store.remove(user.auraId(), RemovalCondition.IF_EXPIRED, deadline);
                return store.insert(user, deadline);
            });
        }
    };

    static UserCache claiming(UserCache cache, UnaryOperator<Provenance> claim) {
        return Altered.of(
                UserCache.class,
                cache,
                call -> call.make() instanceof Optional<?> found
                        ? found.map(CachedUser.class::cast)
                                .map(value -> new CachedUser(value.user(), claim.apply(value.provenance())))
                        : Altered.NOTHING);
    }

    static InvalidationLog reading(InvalidationLog log, UnaryOperator<LogSnapshot> seen) {
        return Altered.of(InvalidationLog.class, log, call -> {
            Object result = call.make();
            return result instanceof LogSnapshot snapshot ? seen.apply(snapshot) : result;
        });
    }

    /** Is told that it was done before it is. */
    private static Object later(InvalidationLog log, Object[] arguments, SimulatedProcess process) {
        process.start("publishes later", () -> {
            try {
                log.publish(
                        (ActiveSegment) arguments[0], (long) arguments[1], process.deadline(Duration.ofSeconds(10)));
            } catch (Outage outage) {
                // nobody is told
            }
        });
        return true;
    }

    private static LogSnapshot read(InvalidationLog present) {
        return present.read(Deadline.in(Duration.ofDays(1), InstantSource.fixed(Instant.EPOCH)));
    }

    /** Every entry of every writer. */
    private static Set<LogPosition> all(InvalidationLog present) {
        Set<LogPosition> all = new HashSet<>();
        for (ActiveSegment each : read(present).writers()) {
            for (long number = 1; number <= each.segment().last(); number++) {
                all.add(new LogPosition(each.writer(), number));
            }
        }
        return all;
    }
}
