package io.github.auraauth.adapter.mongo.index;

import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.port.Deadline;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One run of a make-up by the holder of its lease: applies what is missing, and makes good what was lost. */
final class MakeupRun {
    private final MongoConnection connection;
    private final IndexDefinition definition;
    private final AppliedVersions control;
    private final MakeupLease lease;
    private final MakeupTimes times;
    private final Consumer<String> listener;
    private final InstantSource clock;
    private final IndexBuild build;
    private final Set<String> made = new HashSet<>();

    MakeupRun(
            MongoConnection connection,
            IndexDefinition definition,
            AppliedVersions control,
            MakeupLease lease,
            MakeupTimes times,
            Consumer<String> listener,
            InstantSource clock) {
        this.connection = connection;
        this.definition = definition;
        this.control = control;
        this.lease = lease;
        this.times = times;
        this.listener = listener;
        this.clock = clock;
        this.build = new IndexBuild(connection, times.report(), listener, clock);
    }

    /** @param applied to which versions are added once they are recorded */
    MakeupOutcome apply(List<String> applied) {
        // read again: another instance may have been at work until now
        SortedMap<SchemaVersion, List<IndexDefinition.CollectionChange>> missing =
                definition.beyond(control.version(step()));
        for (Map.Entry<SchemaVersion, List<IndexDefinition.CollectionChange>> version : missing.entrySet()) {
            for (IndexDefinition.CollectionChange change : version.getValue()) {
                Optional<MakeupOutcome> refused = make(change.collection(), change.create());
                if (refused.isPresent()) {
                    return refused.get();
                }
                drop(version.getKey(), change);
            }
            lease.renew("version " + version.getKey(), step());
            control.record(version.getKey(), step());
            applied.add(version.getKey().text());
        }
        return definition.result().entrySet().stream()
                .flatMap(each -> make(each.getKey(), each.getValue()).stream())
                .findFirst()
                .orElseGet(() -> new MakeupOutcome.Done(applied));
    }

    private Optional<MakeupOutcome> make(String collection, List<IndexSpec> indexes) {
        return indexes.stream()
                .map(index -> new Named(collection + '.' + index.name(), index))
                .filter(index -> made.add(index.toString()) && !isMade(collection, index))
                .findFirst()
                .map(index -> new MakeupOutcome.Duplicates(index.name()));
    }

    private boolean isMade(String collection, Named index) {
        lease.renew(index.name(), step());
        return changes(collection)
                .make(
                        index.spec(),
                        kept(collection, definition.result().getOrDefault(collection, List.of())),
                        target -> build.isBuilt(
                                connection.defined(collection),
                                collection + '.' + target.name(),
                                target,
                                () -> lease.renew(index.name(), step())));
    }

    private void drop(SchemaVersion version, IndexDefinition.CollectionChange change) {
        if (!change.drop().isEmpty()) {
            lease.renew(change.collection(), step());
            changes(change.collection())
                    .drop(
                            change.drop(),
                            definition.resultBefore(version).getOrDefault(change.collection(), List.of()),
                            kept(change.collection(), change.create()));
        }
    }

    private List<IndexSpec> kept(String collection, List<IndexSpec> wanted) {
        return Stream.concat(wanted.stream(), definition.kept(collection).stream())
                .toList();
    }

    private CollectionIndexes changes(String collection) {
        return new CollectionIndexes(connection, connection.defined(collection), this::step, listener);
    }

    private Deadline step() {
        return Deadline.in(times.step(), clock);
    }

    /** An index with the name that people are told. */
    private record Named(String name, IndexSpec spec) {}
}
