package io.github.auraauth.adapter.mongo;

import io.github.auraauth.port.Deadline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Creates and drops indexes of one collection; doing it again changes nothing. */
final class IndexChanges {
    private final MongoCalls rows;

    IndexChanges(MongoCalls rows) {
        this.rows = rows;
    }

    /** Whether each index is there, under whatever name. */
    boolean hasAll(Collection<IndexForm> indexes, Deadline deadline) {
        List<IndexForm> present = present(deadline);
        return indexes.stream().allMatch(index -> present.stream().anyMatch(index::doesTheSameAs));
    }

    /** Drops those of these names that are there. */
    void drop(Collection<String> names, Deadline deadline) {
        present(deadline).stream()
                .filter(index -> names.contains(index.name()))
                .forEach(index -> drop(index, deadline));
    }

    /**
     * Sees to it that the index is there, under whatever name. One of the same name or keys that does something else is
     * dropped.
     *
     * @return false when it is to be unique, and rows share a value
     */
    boolean create(IndexForm index, Deadline deadline) {
        List<IndexForm> present = present(deadline);
        if (present.stream().anyMatch(index::doesTheSameAs)) {
            return true;
        }
        present.stream().filter(index::standsInTheWayOf).forEach(other -> drop(other, deadline));
        return rows.unlessDuplicate(deadline, all -> all.createIndex(index.keys(), index.driverOptions()))
                .isPresent();
    }

    private List<IndexForm> present(Deadline deadline) {
        return rows.within(
                deadline, all -> all.listIndexes().map(IndexForm::ofServer).into(new ArrayList<>()));
    }

    private void drop(IndexForm index, Deadline deadline) {
        rows.within(deadline, all -> {
            all.dropIndex(index.name());
            return index;
        });
    }
}
