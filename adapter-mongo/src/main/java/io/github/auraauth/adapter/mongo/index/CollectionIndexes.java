package io.github.auraauth.adapter.mongo.index;

import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.port.Deadline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Creates and drops the indexes of one collection; repeating a change has no effect. */
final class CollectionIndexes {
    private final GuardedCollection rows;

    CollectionIndexes(GuardedCollection rows) {
        this.rows = rows;
    }

    /** Whether each index exists, under whatever name. */
    boolean hasAll(Collection<IndexSpec> indexes, Deadline deadline) {
        List<IndexSpec> present = present(deadline);
        return indexes.stream().allMatch(index -> present.stream().anyMatch(index::isEquivalentTo));
    }

    /** Drops the indexes with these names, where they exist. */
    void drop(Collection<String> names, Deadline deadline) {
        present(deadline).stream()
                .filter(index -> names.contains(index.name()))
                .forEach(index -> drop(index, deadline));
    }

    /**
     * Creates the index, unless an equivalent one exists under whatever name. An index with the same name or keys but other
     * options is dropped first.
     *
     * @return false when the index is to be unique, but documents share a value
     */
    boolean create(IndexSpec index, Deadline deadline) {
        List<IndexSpec> present = present(deadline);
        if (present.stream().anyMatch(index::isEquivalentTo)) {
            return true;
        }
        present.stream().filter(index::conflictsWith).forEach(other -> drop(other, deadline));
        return rows.unlessDuplicate(deadline, all -> all.createIndex(index.keys(), index.driverOptions()))
                .isPresent();
    }

    private List<IndexSpec> present(Deadline deadline) {
        return rows.within(
                deadline, all -> all.listIndexes().map(IndexSpec::ofServer).into(new ArrayList<>()));
    }

    private void drop(IndexSpec index, Deadline deadline) {
        rows.within(deadline, all -> {
            all.dropIndex(index.name());
            return index;
        });
    }
}
