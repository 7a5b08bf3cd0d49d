package io.github.auraauth.adapter.mongo.index;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.domain.user.RandomIds;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Brings the database's indexes to the newest version of a definition, before a store is used, however long that takes.
 * Several instances may start together: one changes indexes, the others wait for it, and each version is recorded once.
 */
public final class MongoIndexMakeup {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

    private final MongoConnection connection;
    private final IndexDefinition definition;
    private final InstantSource clock;
    private final MakeupTimes times;
    private final Consumer<String> listener;
    private final AppliedVersions control;
    private final MakeupLease lease;
    private final List<String> applied = new ArrayList<>();

    /**
     * @param process what the other instances are told of this one while they wait for it
     * @param listener told, in words, what is waited for and how far it is, every ten seconds, and what is dropped
     */
    public MongoIndexMakeup(
            MongoConnection connection,
            IndexDefinition definition,
            InstantSource clock,
            SecureRandom random,
            String process,
            Consumer<String> listener) {
        this(connection, definition, clock, random, process, listener, MakeupTimes.USUAL);
    }

    MongoIndexMakeup(
            MongoConnection connection,
            IndexDefinition definition,
            InstantSource clock,
            SecureRandom random,
            String process,
            Consumer<String> listener,
            MakeupTimes times) {
        this.connection = requireNonNull(connection, "connection");
        this.definition = requireNonNull(definition, "definition");
        this.clock = requireNonNull(clock, "clock");
        this.listener = requireNonNull(listener, "listener");
        this.times = times;
        this.control = new AppliedVersions(connection, clock, definition.name());
        this.lease = new MakeupLease(
                connection,
                clock,
                times.lease(),
                definition.name(),
                requireNonNull(process, "process"),
                RandomIds.uuid(random));
    }

    /**
     * Applies the missing versions, and recreates indexes that were lost, such as after a restore. A build may take hours
     * and is never given up; while the database is away, it is waited for. Not safe for use by several threads.
     *
     * @throws Outage.Refused when the database refuses what is asked of it; recorded versions stay, and another run
     *     continues from there
     * @throws Outage.Unavailable when the thread is interrupted; a build under way goes on in the database
     */
    public MakeupOutcome run() {
        WaitReport waits = new WaitReport(listener, times.report(), clock);
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                Optional<MakeupOutcome> outcome = attempt(waits);
                if (outcome.isPresent()) {
                    return outcome.get();
                }
            } catch (Outage.Refused refused) {
                throw refused;
            } catch (Outage outage) {
                waits.tell("the indexes wait: " + outage.getMessage());
            }
            pause(pause);
            pause = pause.compareTo(times.pause()) < 0 ? pause.multipliedBy(2) : times.pause();
        }
    }

    /** Empty while another instance is at work, and where it has just been at work. */
    private Optional<MakeupOutcome> attempt(WaitReport waits) {
        Optional<SchemaVersion> stored = control.version(step());
        if (stored.filter(version -> version.compareTo(definition.newest()) > 0).isPresent()) {
            return Optional.of(new MakeupOutcome.SchemaNewer(
                    stored.get().text(), definition.newest().text()));
        }
        // a listed index may be one that is being built, but then whoever began that has left its lease
        if (stored.filter(definition.newest()::equals).isPresent()
                && lease.holder(step()).isEmpty()
                && isListed()) {
            return Optional.of(new MakeupOutcome.Done(applied));
        }
        if (lease.isTaken(step())) {
            return Optional.of(applied());
        }
        lease.holder(step()).ifPresent(holder -> waits.tell("the indexes are being made by " + holder));
        return Optional.empty();
    }

    /** Gives the lease back unless the server is lost: a build may be under way there, which whoever comes next waits for. */
    private MakeupOutcome applied() {
        MakeupRun run = new MakeupRun(connection, definition, control, lease, times, listener, clock);
        try {
            MakeupOutcome outcome = run.apply(applied);
            giveBack();
            return outcome;
        } catch (Outage.Refused refused) {
            giveBack();
            throw refused;
        }
    }

    private boolean isListed() {
        return definition.result().entrySet().stream()
                .allMatch(each -> new CollectionIndexes(
                                connection, connection.defined(each.getKey()), this::step, listener)
                        .lists(each.getValue()));
    }

    private Deadline step() {
        return Deadline.in(times.step(), clock);
    }

    /** When this fails, the lease expires by itself; what was applied stays. */
    private void giveBack() {
        try {
            lease.giveBack(step());
        } catch (Outage outage) {
            listener.accept("the lease of the index make-up was not given back and ends by itself within a minute");
        }
    }

    private static void pause(Duration time) {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Outage.Unavailable(MongoConnection.DEPENDENCY, e);
        }
    }
}
