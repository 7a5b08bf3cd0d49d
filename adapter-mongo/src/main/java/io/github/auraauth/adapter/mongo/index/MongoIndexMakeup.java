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
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the database's indexes to the newest version of a definition, before a store is used. Several instances may
 * start together: one changes indexes, the others wait for it, and each version is recorded once.
 */
public final class MongoIndexMakeup {
    private static final Logger LOG = LoggerFactory.getLogger(MongoIndexMakeup.class);
    private static final long PAUSE_MILLIS = 50;

    private final MongoConnection connection;
    private final IndexDefinition definition;
    private final AppliedVersions control;
    private final MakeupLease lease;
    private final InstantSource clock;

    public MongoIndexMakeup(
            MongoConnection connection, IndexDefinition definition, InstantSource clock, SecureRandom random) {
        this.connection = requireNonNull(connection, "connection");
        this.definition = requireNonNull(definition, "definition");
        this.clock = requireNonNull(clock, "clock");
        this.control = new AppliedVersions(connection, clock, definition.name());
        this.lease = new MakeupLease(connection, clock, definition.name(), RandomIds.uuid(random));
    }

    /**
     * Applies the missing versions, and recreates indexes that were lost, such as after a restore. Not safe for use by
     * several threads.
     *
     * @throws Outage when the database is away or the deadline passes; recorded versions stay, and another run
     *     continues from there
     */
    public MakeupOutcome run(Deadline deadline) {
        while (true) {
            Optional<SchemaVersion> stored = control.version(deadline);
            if (stored.filter(version -> version.compareTo(definition.newest()) > 0)
                    .isPresent()) {
                return new MakeupOutcome.SchemaNewer(
                        stored.get().text(), definition.newest().text());
            }
            if (stored.filter(definition.newest()::equals).isPresent() && isWhole(deadline)) {
                return new MakeupOutcome.Done(List.of());
            }
            if (lease.isTaken(deadline)) {
                try {
                    return apply(deadline);
                } finally {
                    giveBack();
                }
            }
            pause();
        }
    }

    private boolean isWhole(Deadline deadline) {
        return definition.result().entrySet().stream()
                .allMatch(each -> changes(each.getKey()).hasAll(each.getValue(), deadline));
    }

    private MakeupOutcome apply(Deadline deadline) {
        List<String> applied = new ArrayList<>();
        // read again: another instance may have been at work until now
        SortedMap<SchemaVersion, List<IndexDefinition.CollectionChange>> missing =
                definition.beyond(control.version(deadline));
        for (Map.Entry<SchemaVersion, List<IndexDefinition.CollectionChange>> version : missing.entrySet()) {
            for (IndexDefinition.CollectionChange step : version.getValue()) {
                changes(step.collection()).drop(step.drop(), step(deadline));
                Optional<MakeupOutcome> refused = create(step.collection(), step.create(), deadline);
                if (refused.isPresent()) {
                    return refused.get();
                }
            }
            control.record(version.getKey(), step(deadline));
            applied.add(version.getKey().text());
        }
        return definition.result().entrySet().stream()
                .flatMap(each -> create(each.getKey(), each.getValue(), deadline).stream())
                .findFirst()
                .orElseGet(() -> new MakeupOutcome.Done(applied));
    }

    private Optional<MakeupOutcome> create(String collection, List<IndexSpec> indexes, Deadline deadline) {
        return indexes.stream()
                .filter(index -> !changes(collection).create(index, step(deadline)))
                .findFirst()
                .map(index -> new MakeupOutcome.Duplicates(collection + '.' + index.name()));
    }

    private CollectionIndexes changes(String collection) {
        return new CollectionIndexes(connection.defined(collection));
    }

    /** The deadline of one step, for which the lease is renewed. */
    private Deadline step(Deadline deadline) {
        lease.renew(deadline);
        return Deadline.in(deadline.remainingUpTo(MakeupLease.STEP), clock);
    }

    /** When this fails, the lease expires by itself; what was applied stays. */
    private void giveBack() {
        try {
            lease.giveBack(Deadline.in(Duration.ofSeconds(5), clock));
        } catch (Outage outage) {
            LOG.warn("the lease of the index make-up was not given back and ends by itself within a minute");
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Outage.Unavailable(MongoConnection.DEPENDENCY, e);
        }
    }
}
