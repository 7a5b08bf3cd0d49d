package io.github.auraauth.embedded;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Replaces the store's files by a snapshot of what is alive, beside the traffic, on a thread of its own or a caller's. */
final class Compactor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Compactor.class);
    private static final int MOST_ATTEMPTS = 5;
    private static final long REST_SECONDS = 60;

    private final Source source;
    private final Thread thread = new Thread(this::compactWhenAsked, "embedded-store-compaction");
    private final Semaphore asked = new Semaphore(0);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean failed;
    private volatile boolean closing;

    Compactor(Source source) {
        this.source = source;
        thread.setDaemon(true);
    }

    /** What is compacted. */
    interface Source {
        /** Begins a snapshot at a moment between two changes. */
        Alive begin() throws IOException;

        /** Whether too little of what the files hold is alive. */
        boolean isOverdue();

        /** A snapshot that was begun will not be finished. */
        void abandoned();
    }

    /**
     * What a snapshot must hold.
     *
     * @param snapshot still empty
     * @param schema the entries that make the indexes
     * @param collections whose documents, as they are when they are written, go into it; what changes meanwhile is in the
     *     journal as well
     * @param sameSchema whether collections and indexes are still those
     */
    record Alive(
            Snapshot snapshot, List<byte[]> schema, List<JournaledCollection> collections, BooleanSupplier sameSchema) {
        Alive {
            schema = List.copyOf(schema);
            collections = List.copyOf(collections);
        }

        static Alive of(Snapshot snapshot, Collection<JournaledDatabase> databases, BooleanSupplier sameSchema) {
            return new Alive(
                    snapshot,
                    databases.stream()
                            .flatMap(each -> each.indexCreations().stream())
                            .toList(),
                    databases.stream()
                            .flatMap(each -> each.collections().stream())
                            .toList(),
                    sameSchema);
        }
    }

    void start() {
        thread.start();
    }

    /** Asks for a compaction soon; returns at once. */
    void ask() {
        asked.release();
    }

    private void compactWhenAsked() {
        while (!closing) {
            asked.acquireUninterruptibly();
            asked.drainPermits();
            // what is written meanwhile may be too much again
            while (compactIf(() -> !closing && source.isOverdue(), () -> !closing)) {
                LOG.debug("the embedded store's files were compacted");
            }
            if (failed) {
                rest();
            }
        }
    }

    /** What failed would most likely fail again, and costs writing each time. */
    private void rest() {
        try {
            if (!ended.await(REST_SECONDS, TimeUnit.SECONDS)) {
                ask();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Compacts now, if it is due once a compaction that runs has ended. What was removed before the call is in no file
     * afterwards.
     */
    void compactIf(BooleanSupplier due) {
        compactIf(due, () -> true);
    }

    private synchronized boolean compactIf(BooleanSupplier due, BooleanSupplier goOn) {
        failed = false;
        for (int attempt = 0; due.getAsBoolean() && attempt < MOST_ATTEMPTS && !failed; attempt++) {
            boolean done = false;
            try {
                done = write(source.begin(), goOn);
            } catch (ClosedByInterruptException e) {
                failed = true;
            } catch (IOException e) {
                failed = true;
                LOG.warn("the embedded store's files could not be compacted and grow on: {}", e.getMessage());
            } finally {
                if (!done) {
                    source.abandoned();
                }
            }
            if (done) {
                return true;
            }
        }
        return false;
    }

    private static boolean write(Alive alive, BooleanSupplier goOn) throws IOException {
        try (Snapshot snapshot = alive.snapshot) {
            for (byte[] entry : alive.schema) {
                snapshot.write(entry);
            }
            for (JournaledCollection collection : alive.collections) {
                StoredDocuments documents = collection.documents();
                for (int position = 0; position < documents.end(); position++) {
                    Optional<byte[]> document = documents.bytesAt(position);
                    if (document.isPresent()) {
                        snapshot.write(Change.put(collection.getFullName(), document.get()));
                    }
                    if (!goOn.getAsBoolean()) {
                        return false;
                    }
                }
            }
            // the last look at the schema: what changes it from now on is in the journal behind the snapshot
            return alive.sameSchema.getAsBoolean() && finished(snapshot);
        }
    }

    private static boolean finished(Snapshot snapshot) throws IOException {
        snapshot.finish();
        return true;
    }

    /** Gives up a compaction that was asked for, and waits for one that runs. */
    @Override
    public void close() {
        closing = true;
        ended.countDown();
        asked.release();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
