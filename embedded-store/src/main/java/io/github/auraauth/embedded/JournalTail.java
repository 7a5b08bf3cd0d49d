package io.github.auraauth.embedded;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What lies behind the whole entries of the last journal: what was being written when the process was killed or power failed. */
final class JournalTail {
    private static final Logger LOG = LoggerFactory.getLogger(JournalTail.class);

    private JournalTail() {}

    /**
     * Opens the journal for more entries, and puts aside what is not whole. It was never acknowledged, unless power failed or
     * the disk is at fault; so it is not thrown away at once.
     *
     * @param end of the entries that are whole, 0 where not even the first line is
     * @throws IOException also when an entry is spoiled: then it is the disk's fault, and what follows was acknowledged
     */
    static RandomAccessFile cut(JournalFolder files, int number, long end) throws IOException {
        Path path = files.journal(number);
        if (JournalFile.isSpoiled(path, end)) {
            throw new IOException(path + " is damaged at byte " + end + ", and whole entries follow;"
                    + " restore a backup, or cut the file there to go on without them");
        }
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        byte[] tail = new byte[Math.toIntExact(file.length() - end)];
        if (tail.length > 0) {
            LOG.warn("the last {} bytes of the embedded store are not whole and are put aside", tail.length);
            file.seek(end);
            file.readFully(tail);
            Files.write(files.cut(number), tail);
            file.setLength(end);
        }
        if (end == 0) {
            file.seek(0);
            file.write(JournalFile.head());
        }
        return file;
    }
}
