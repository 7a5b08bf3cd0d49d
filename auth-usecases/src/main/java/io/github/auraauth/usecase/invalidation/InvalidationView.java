package io.github.auraauth.usecase.invalidation;

import io.github.auraauth.domain.invalidation.LogPosition;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The entries of the invalidation log that this instance knows, of all writers, by the user that they are about. Of a
 * writer's finished changes of one user the last is enough: a value that was read after it was read after all. Safe for
 * use by many threads; reading takes no lock.
 */
final class InvalidationView {
    private volatile EntryTable table = EntryTable.empty();

    /** Each writer's entries come in the order of their numbers. */
    synchronized void add(LogPosition position, long fingerprint, boolean pending) {
        if (table.isFull()) {
            table = table.with((writer, number) -> true);
        }
        table.put(fingerprint, position.writer(), pending ? -position.number() : position.number());
    }

    /** The row will not be written any more for that entry. */
    synchronized void finish(LogPosition position, long fingerprint) {
        table.finish(fingerprint, position.writer(), position.number());
    }

    /** Forgets a writer's entries below that number; looks through all entries. */
    synchronized void forget(String writer, long below) {
        table = table.with((other, number) -> Math.abs(number) >= below || !other.equals(writer));
    }

    /** How many entries there are. */
    synchronized long size() {
        return table.size();
    }

    /** Whether a change of that user is under way somewhere, or was left unfinished. */
    boolean isPending(long fingerprint) {
        return !table.all(fingerprint, (writer, number) -> number > 0);
    }

    /** The changes of that user; empty while one of them is pending, since its row may be read before and after it. */
    Optional<Set<LogPosition>> finished(long fingerprint) {
        Set<LogPosition> finished = new HashSet<>();
        boolean allFinished = table.all(fingerprint, (writer, number) -> {
            if (number > 0) {
                finished.add(new LogPosition(writer, number));
            }
            return number > 0;
        });
        return allFinished ? Optional.of(finished) : Optional.empty();
    }

    /** Whether a value was read after every known change of that user: it names them all, and none is pending. */
    boolean accepts(long fingerprint, Set<LogPosition> finishedBefore) {
        return table.all(
                fingerprint,
                (writer, number) -> number > 0 && finishedBefore.contains(new LogPosition(writer, number)));
    }
}
