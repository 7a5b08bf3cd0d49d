package io.github.auraauth.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every change of the store, in order, on disk. {@link #awaitWritten} returns once the operating system has the change,
 * so that a killed process loses nothing; it does not wait for the disk itself, so a power failure may cost the last
 * moments. Writers that wait at the same time share one write. Safe for use by many threads, but entries are appended,
 * and the file rewritten, by one thread at a time.
 */
final class Journal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final String NAME = "store.journal";
    private static final long SLACK = 64 * 1024;
    private static final long STEP = 16 * 1024;

    private final DataFolder folder;
    private final ReentrantLock writing = new ReentrantLock();
    private final Object appending = new Object();
    private RandomAccessFile file;
    private ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private byte[] batch = {};
    private long end;
    private long appended;
    private long dropped;
    private long lookedAt;
    private volatile long written;

    private Journal(DataFolder folder, RandomAccessFile file, long end) {
        this.folder = folder;
        this.file = file;
        this.end = end;
        this.appended = end;
        this.lookedAt = end - STEP;
        this.written = end;
    }

    /** Opens the folder's journal and gives what it holds to the reader, oldest entry first. */
    static Journal open(DataFolder folder, Consumer<Document> reader) throws IOException {
        Path path = folder.touch(NAME);
        if (Files.size(path) == 0) {
            Files.write(path, JournalFile.head());
        }
        long end = JournalFile.read(path, reader);
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        putTailAside(folder, file, end);
        return new Journal(folder, file, end);
    }

    /** What is not whole was never acknowledged, unless the disk is at fault; so it is not thrown away at once. */
    private static void putTailAside(DataFolder folder, RandomAccessFile file, long end) throws IOException {
        byte[] tail = new byte[Math.toIntExact(file.length() - end)];
        if (tail.length > 0) {
            LOG.warn("the last {} bytes of the embedded store are not whole and are put aside", tail.length);
            file.seek(end);
            file.readFully(tail);
            Files.write(folder.touch(NAME + ".cut"), tail);
            file.setLength(end);
        }
    }

    /** Takes an entry in; it is not yet on disk. */
    void append(Document entry) {
        byte[] bytes = JournalFile.encode(entry);
        synchronized (appending) {
            pending.write(bytes, 0, bytes.length);
            appended += bytes.length;
        }
    }

    /** The position behind all entries taken in so far. */
    long appended() {
        synchronized (appending) {
            return appended;
        }
    }

    /** Returns when everything up to the position is written; what failed is tried again by the next call. */
    void awaitWritten(long position) throws IOException {
        if (written >= position) {
            return;
        }
        writing.lock();
        try {
            while (written < position) {
                writeBatch();
            }
        } finally {
            writing.unlock();
        }
    }

    private void writeBatch() throws IOException {
        if (batch.length == 0) {
            synchronized (appending) {
                batch = pending.toByteArray();
                pending = new ByteArrayOutputStream();
            }
        }
        file.seek(end);
        file.write(batch);
        end += batch.length;
        long done = written + batch.length;
        batch = new byte[0];
        written = done;
    }

    /**
     * Whether the file should be rewritten, since less than half of it is alive.
     *
     * @param alive size of all that is alive, in bytes; asked for now and then only
     */
    boolean isOverdue(LongSupplier alive) {
        synchronized (appending) {
            if (appended - lookedAt < STEP) {
                return false;
            }
            lookedAt = appended;
            return appended - dropped > 2 * alive.getAsLong() + SLACK;
        }
    }

    /** Puts a file with these entries alone in the place of this one; all that was taken in counts as written then. */
    void rewrite(Iterator<Document> alive) throws IOException {
        writing.lock();
        try {
            Path fresh = folder.touch(NAME + ".new");
            JournalFile.write(fresh, alive);
            RandomAccessFile next = new RandomAccessFile(fresh.toFile(), "rw");
            folder.replace(NAME, fresh);
            file.close();
            file = next;
            end = next.length();
            batch = new byte[0];
            synchronized (appending) {
                pending = new ByteArrayOutputStream();
                dropped = appended - end;
                written = appended;
            }
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        awaitWritten(appended());
        writing.lock();
        try {
            file.getFD().sync();
            file.close();
        } finally {
            writing.unlock();
        }
    }
}
