package io.github.auraauth.adapter.mongo.index;

import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.bson.Document;

/**
 * Makes and drops the indexes of one collection; repeating a change has no effect. An index that is
 * replaced is dropped once its replacement, under another name, is built. There are two exceptions: one that differs only in
 * {@code expireAfterSeconds} is changed in place, and on servers before 5.0, which hold no two indexes on the same keys, the
 * old one is dropped before the build.
 */
final class CollectionIndexes {
    private static final int INDEX_NOT_FOUND = 27;

    /** Error code of a server that cannot hold a second index on the same keys, as before 5.0. */
    private static final int INDEX_OPTIONS_CONFLICT = 85;

    /** Error codes for an index of the same name or keys that differs in its options. */
    private static final Set<Integer> CONFLICTS = Set.of(INDEX_OPTIONS_CONFLICT, 86);

    private final MongoConnection connection;
    private final GuardedCollection rows;
    private final Supplier<Deadline> step;
    private final Consumer<String> listener;

    /**
     * @param step gives each call but a build its deadline
     * @param listener told in words what is changed that was there before
     */
    CollectionIndexes(
            MongoConnection connection, GuardedCollection rows, Supplier<Deadline> step, Consumer<String> listener) {
        this.connection = connection;
        this.rows = rows;
        this.step = step;
        this.listener = listener;
    }

    /** Whether each index is listed, under whatever name; one that is being built is listed too. */
    boolean lists(Collection<IndexSpec> indexes) {
        List<IndexSpec> present = present();
        return indexes.stream().allMatch(index -> present.stream().anyMatch(index::isEquivalentTo));
    }

    /**
     * Makes the index and drops whatever is in its way: of the same name, or on the same keys as an earlier release wanted
     * it. The order and its exceptions are those of the class. An index with a collation or a filter of its own is somebody
     * else's and stays.
     *
     * @param kept what is wanted too and must not be dropped
     * @param build builds an index and says whether it could
     * @return false when the index is to be unique, but documents share a value
     */
    boolean make(IndexSpec wanted, Collection<IndexSpec> kept, Predicate<IndexSpec> build) {
        List<IndexSpec> present = present();
        Optional<IndexSpec> same =
                present.stream().filter(wanted::isEquivalentTo).findFirst();
        IndexSpec target = same.map(listed -> wanted.named(listed.name()))
                .or(() -> retimed(wanted, present))
                .orElseGet(() -> wanted.named(freeName(wanted, present)));
        // also where it is listed: it may be under way, and is waited for
        return isBuilt(target, present, kept, build) && isClear(wanted, kept);
    }

    /**
     * Drops the indexes with these names, where they exist, also where such a one had to get another name.
     *
     * @param before what had these names, so far as it is known
     * @param kept what must not be dropped, whatever its name
     */
    void drop(Collection<String> names, Collection<IndexSpec> before, Collection<IndexSpec> kept) {
        present().stream()
                .filter(index -> names.contains(index.name())
                        || before.stream()
                                .filter(old -> names.contains(old.name()))
                                .anyMatch(old -> index.isNamedAfter(old.name()) && old.isEquivalentTo(index)))
                .filter(index -> kept.stream().noneMatch(index::isEquivalentTo))
                .forEach(this::drop);
    }

    private boolean isBuilt(
            IndexSpec target, List<IndexSpec> present, Collection<IndexSpec> kept, Predicate<IndexSpec> build) {
        try {
            return build.test(target);
        } catch (Outage.Refused refused) {
            if (present.stream().anyMatch(index -> index.name().equals(target.name()) && index.isEquivalentTo(target))
                    && CONFLICTS.contains(refused.code())) {
                // it is there, and differs only in an option that we ignore
                return true;
            }
            List<IndexSpec> others = present.stream()
                    .filter(index -> index.isVariantOf(target) && !isKept(index, target, kept))
                    .toList();
            if (refused.code() != INDEX_OPTIONS_CONFLICT || others.isEmpty()) {
                throw refused;
            }
            others.forEach(index -> {
                listener.accept("this MongoDB holds no two indexes on the same keys: " + index.name()
                        + " is dropped before the build of " + target.name());
                drop(index);
            });
            return build.test(target);
        }
    }

    /** Drops what is in the way of an index that is whole. */
    private boolean isClear(IndexSpec wanted, Collection<IndexSpec> kept) {
        for (IndexSpec index : present()) {
            boolean inTheWay = index.name().equals(wanted.name()) || index.isVariantOf(wanted);
            if (inTheWay && !isKept(index, wanted, kept)) {
                listener.accept("the index " + index.name() + " is dropped: its replacement is whole");
                drop(index);
            } else if (!inTheWay && index.hasKeysOf(wanted) && !index.isEquivalentTo(wanted)) {
                listener.accept("the index " + index.name() + " is left: it has a collation or a filter of its own");
            }
        }
        return true;
    }

    private static boolean isKept(IndexSpec index, IndexSpec wanted, Collection<IndexSpec> kept) {
        return wanted.isEquivalentTo(index) || kept.stream().anyMatch(index::isEquivalentTo);
    }

    /** An index that differs only in {@code expireAfterSeconds} is changed by {@code collMod}; empty if the server refuses. */
    private Optional<IndexSpec> retimed(IndexSpec wanted, List<IndexSpec> present) {
        Optional<IndexSpec> other =
                present.stream().filter(wanted::differsInTimeFrom).findFirst();
        if (other.isEmpty() || wanted.expireAfterSeconds().isEmpty()) {
            return Optional.empty();
        }
        String name = other.get().name();
        Document time = new Document("name", name)
                .append("expireAfterSeconds", wanted.expireAfterSeconds().get());
        try {
            connection.run(new Document("collMod", rows.name()).append("index", time), step.get());
        } catch (Outage.Refused notHere) {
            return Optional.empty();
        }
        listener.accept("the index " + name + " has another expireAfterSeconds now");
        return Optional.of(wanted.named(name));
    }

    private static String freeName(IndexSpec wanted, List<IndexSpec> present) {
        String name = wanted.name();
        for (int number = 2; isTaken(name, present); number++) {
            name = wanted.name() + '_' + number;
        }
        return name;
    }

    private static boolean isTaken(String name, List<IndexSpec> present) {
        return present.stream().anyMatch(index -> index.name().equals(name));
    }

    private List<IndexSpec> present() {
        return IndexSpec.ofServer(
                rows.within(step.get(), all -> all.listIndexes().into(new ArrayList<>())));
    }

    private void drop(IndexSpec index) {
        try {
            rows.within(step.get(), all -> {
                all.dropIndex(index.name());
                return index;
            });
        } catch (Outage.Refused refused) {
            if (refused.code() != INDEX_NOT_FOUND) {
                throw refused.of("dropIndexes of " + index.name());
            }
        }
    }
}
