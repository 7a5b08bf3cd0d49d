package io.github.auraauth.embedded;

import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Every change of the store, in order, on disk. {@link #awaitWritten} returns once the operating system has the change,
 * so that a killed process loses nothing; it does not wait for the disk itself, so a power failure may cost the last
 * moments. Writers that wait at the same time share one write. Safe for use by many threads.
 */
final class Journal implements AutoCloseable {
    private static final long SLACK = 32 * 1024;
    private static final long STEP = 16 * 1024;

    private final JournalFolder files;
    private final Disk disk;
    private final ReentrantLock writing = new ReentrantLock();
    private final Object appending = new Object();
    private int number;
    private volatile RandomAccessFile file;
    private ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private byte[] batch = {};
    private long end;
    private long appended;
    private long lookedAt;

    /** The positions of this run begin where the files' size ended, less what snapshots have taken off since. */
    private long dropped;

    private volatile long written;

    private Journal(JournalFolder files, Disk disk, int number, RandomAccessFile file, long end, long size) {
        this.files = files;
        this.disk = disk;
        this.number = number;
        this.file = file;
        this.end = end;
        this.appended = size;
        this.lookedAt = size - STEP;
        this.written = size;
    }

    /** Waits until the disk has a file. */
    interface Disk {
        void sync(FileDescriptor file) throws IOException;
    }

    /** Opens the folder's journal and gives what it holds to the reader, oldest entry first. */
    static Journal open(DataFolder folder, Consumer<byte[]> reader) throws IOException {
        return open(folder, reader, FileDescriptor::sync);
    }

    static Journal open(DataFolder folder, Consumer<byte[]> reader, Disk disk) throws IOException {
        JournalFolder files = new JournalFolder(folder);
        int number = files.read(reader);
        long whole = JournalFile.read(files.journal(number), reader);
        RandomAccessFile file = JournalTail.cut(files, number, whole);
        return new Journal(files, disk, number, file, file.length(), files.size());
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

    /**
     * Waits until the disk has all that was taken in before the call; writers go on meanwhile. Not at the same time as
     * {@link #rotate} and {@link #close}.
     */
    void sync() throws IOException {
        awaitWritten(appended());
        disk.sync(file.getFD());
    }

    /**
     * Leaves little for {@link #rotate} to wait for.
     *
     * @param alive size of what the snapshot will hold, in bytes
     * @throws IOException also when there is no room for it
     */
    void prepareRotation(long alive) throws IOException {
        files.requireSpaceFor(alive);
        sync();
    }

    /**
     * Begins a new file once the disk has the one before, and returns a snapshot that may stand for all before. Nothing may
     * be appended meanwhile.
     */
    Snapshot rotate() throws IOException {
        writing.lock();
        try {
            awaitWritten(appended());
            disk.sync(file.getFD());
            RandomAccessFile last = file;
            file = files.begin(number + 1);
            end = JournalFile.head().length;
            number++;
            last.close();
            return new Snapshot(files, this, number - 1, appended());
        } finally {
            writing.unlock();
        }
    }

    /** The files hold a snapshot of that size now, and what came after that position. */
    void shrink(long size, long position) {
        synchronized (appending) {
            dropped = position - size;
        }
    }

    @Override
    public void close() throws IOException {
        awaitWritten(appended());
        writing.lock();
        try {
            disk.sync(file.getFD());
            file.close();
        } finally {
            writing.unlock();
        }
    }
}
