package io.github.auraauth.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every change of the store, in order, on disk. {@link #awaitWritten} returns once the operating system has the change,
 * so that a killed process loses nothing; it does not wait for the disk itself, so a power failure may cost the last
 * moments. Writers that wait at the same time share one write. Safe for use by many threads.
 */
final class Journal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final long SLACK = 32 * 1024;
    private static final long STEP = 16 * 1024;

    private final JournalFolder files;
    private final ReentrantLock writing = new ReentrantLock();
    private final Object appending = new Object();
    private int number;
    private RandomAccessFile file;
    private ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private byte[] batch = {};
    private long end;
    private long appended;
    private long lookedAt;

    /** The positions of this run begin where the files' size ended, less what snapshots have taken off since. */
    private long dropped;

    private volatile long written;

    private Journal(JournalFolder files, int number, RandomAccessFile file, long end, long size) {
        this.files = files;
        this.number = number;
        this.file = file;
        this.end = end;
        this.appended = size;
        this.lookedAt = size - STEP;
        this.written = size;
    }

    /** Opens the folder's journal and gives what it holds to the reader, oldest entry first. */
    static Journal open(DataFolder folder, Consumer<byte[]> reader) throws IOException {
        JournalFolder files = new JournalFolder(folder);
        int number = files.read(reader);
        Path path = files.journal(number);
        long end = JournalFile.read(path, reader);
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        putTailAside(files, number, file, end);
        if (end == 0) {
            file.write(JournalFile.head());
            end = file.length();
        }
        return new Journal(files, number, file, end, files.size());
    }

    /** What is not whole was never acknowledged, unless the disk is at fault; so it is not thrown away at once. */
    private static void putTailAside(JournalFolder files, int number, RandomAccessFile file, long end)
            throws IOException {
        byte[] tail = new byte[Math.toIntExact(file.length() - end)];
        if (tail.length > 0) {
            LOG.warn("the last {} bytes of the embedded store are not whole and are put aside", tail.length);
            file.seek(end);
            file.readFully(tail);
            Files.write(files.cut(number), tail);
            file.setLength(end);
            file.seek(0);
        }
    }

    /** Takes an entry in; it is not yet on disk. */
    void append(byte[] entry) {
        byte[] bytes = JournalFile.framed(entry);
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

    /** Whether enough was taken in since the last time to ask {@link #isOverdue}. */
    boolean hasGrown() {
        synchronized (appending) {
            boolean grown = appended - lookedAt >= STEP;
            lookedAt = grown ? appended : lookedAt;
            return grown;
        }
    }

    /**
     * Whether a snapshot should be made, since less than half of what the files hold is alive.
     *
     * @param alive size of all that is alive, in bytes
     */
    boolean isOverdue(long alive) {
        synchronized (appending) {
            return appended - dropped > 2 * alive + SLACK;
        }
    }

    /** Begins a new file, and returns a snapshot that may stand for all before. Nothing may be appended meanwhile. */
    Snapshot rotate() throws IOException {
        writing.lock();
        try {
            awaitWritten(appended());
            RandomAccessFile next = begun(number + 1);
            file.close();
            file = next;
            end = next.length();
            return new Snapshot(files, number++, appended(), this::shrink);
        } finally {
            writing.unlock();
        }
    }

    private RandomAccessFile begun(int next) throws IOException {
        RandomAccessFile begun = new RandomAccessFile(files.journal(next).toFile(), "rw");
        try {
            begun.setLength(0);
            begun.write(JournalFile.head());
            return begun;
        } catch (IOException e) {
            // a journal that has a successor must be whole, and this one is still written to
            begun.close();
            files.deleteUnused(next);
            throw e;
        }
    }

    /** The files hold a snapshot of that size now, and what came after that position. */
    private void shrink(long size, long position) {
        synchronized (appending) {
            dropped = position - size;
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
