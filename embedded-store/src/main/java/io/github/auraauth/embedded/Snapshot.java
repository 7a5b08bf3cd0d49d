package io.github.auraauth.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;

/**
 * A file with all that is alive, written beside the traffic: in small portions, with rests, and given to the disk as it
 * grows. Used by one thread.
 */
final class Snapshot implements AutoCloseable {
    private static final int PORTION = 256 * 1024;
    private static final int FORCED = 16;
    private static final long REST_NANOS = 2_000_000;

    private final JournalFolder files;
    private final Journal journal;
    private final int number;
    private final long position;
    private final FileChannel file;
    private ByteBuffer portion = ByteBuffer.allocate(PORTION);
    private int portions;
    private boolean finished;

    /**
     * @param journal goes on behind it
     * @param number of the last file of the journal that it stands for
     * @param position where that file ended
     */
    Snapshot(JournalFolder files, Journal journal, int number, long position) throws IOException {
        this.files = files;
        this.journal = journal;
        this.number = number;
        this.position = position;
        this.file =
                FileChannel.open(files.unfinished(), StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        portion.put(JournalFile.head());
    }

    /** @throws IOException also when the disk has no room any more for what is written beside it */
    void write(byte[] entry) throws IOException {
        byte[] bytes = JournalFile.framed(entry);
        if (bytes.length > portion.remaining()) {
            flush();
            if (++portions % FORCED == 0) {
                file.force(false);
                files.requireSpaceFor(0);
            }
            LockSupport.parkNanos(REST_NANOS);
        }
        if (bytes.length > portion.capacity()) {
            portion = ByteBuffer.allocate(bytes.length);
        }
        portion.put(bytes);
    }

    private void flush() throws IOException {
        portion.flip();
        while (portion.hasRemaining()) {
            file.write(portion);
        }
        portion.clear();
    }

    /** Waits for the disk, and puts the file in the place of all that it stands for. */
    void finish() throws IOException {
        flush();
        file.force(true);
        long size = file.size();
        // it holds documents of different moments, which only the changes behind it make one state
        journal.sync();
        files.finish(number);
        finished = true;
        journal.shrink(size, position);
    }

    /** Without {@link #finish}, what was there stays. */
    @Override
    public void close() throws IOException {
        file.close();
        if (!finished) {
            files.deleteUnfinished();
        }
    }
}
