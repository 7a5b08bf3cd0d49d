package io.github.auraauth.embedded;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of the store. Changes are in journals, numbered in the order in which they were begun. A snapshot holds what
 * was alive when it was made and stands for every journal up to its number. It gets its name when it is whole: what a
 * process leaves that is killed at any moment is the old files, the new ones, or both.
 */
final class JournalFolder {
    private static final String JOURNAL = "store.journal";
    private static final String SNAPSHOT = "store.snapshot";
    private static final String UNFINISHED = SNAPSHOT + ".new";
    private static final String CUT = ".cut";
    private static final Pattern NAME = Pattern.compile("store\\.(journal|snapshot)(?:\\.([0-9]{1,9}))?(\\.cut)?");

    /** For what is written beside a snapshot, in bytes. */
    private static final long RESERVE = 16L * 1024 * 1024;

    private final DataFolder folder;

    JournalFolder(DataFolder folder) {
        this.folder = folder;
    }

    /**
     * Gives what the files hold to the reader, oldest entry first, and then leaves only files that are needed. While one of
     * them cannot be read, all stay as they are.
     *
     * @return the number of the last journal
     */
    int read(Consumer<byte[]> reader) throws IOException {
        OptionalInt snapshot = snapshot();
        if (snapshot.isPresent()) {
            readWhole(snapshot(snapshot.getAsInt()), reader);
        }
        SortedSet<Integer> journals = journalsBehind(snapshot);
        int expected = snapshot.isEmpty() && journals.contains(0) ? 0 : snapshot.orElse(0) + 1;
        for (int number : journals) {
            if (number != expected++) {
                throw new IOException(folder.file(nameOfJournal(number - 1)) + " is missing");
            }
            if (number != journals.last()) {
                readWhole(journal(number), reader);
            }
        }
        deleteUpTo(snapshot.orElse(-1));
        return journals.isEmpty() ? expected : journals.last();
    }

    private SortedSet<Integer> journalsBehind(OptionalInt snapshot) throws IOException {
        return numbers("journal", "").tailSet(snapshot.orElse(-1) + 1);
    }

    private static void readWhole(Path file, Consumer<byte[]> reader) throws IOException {
        if (JournalFile.read(file, reader) != Files.size(file)) {
            throw new IOException(file + " is damaged");
        }
    }

    private OptionalInt snapshot() throws IOException {
        SortedSet<Integer> snapshots = numbers("snapshot", "");
        return snapshots.isEmpty() ? OptionalInt.empty() : OptionalInt.of(snapshots.last());
    }

    /** How many bytes the files have that would be read. */
    long size() throws IOException {
        OptionalInt snapshot = snapshot();
        long size = snapshot.isPresent() ? Files.size(snapshot(snapshot.getAsInt())) : 0;
        for (int number : journalsBehind(snapshot)) {
            size += Files.size(journal(number));
        }
        return size;
    }

    /** The path of a journal, which is made if there is none. */
    Path journal(int number) throws IOException {
        return folder.touch(nameOfJournal(number));
    }

    private static String nameOfJournal(int number) {
        // the first versions had one file
        return number == 0 ? JOURNAL : JOURNAL + "." + number;
    }

    /** Where the unfinished end of a journal is put. */
    Path cut(int number) throws IOException {
        return folder.touch(nameOfJournal(number) + CUT);
    }

    private Path snapshot(int number) {
        return folder.file(SNAPSHOT + "." + number);
    }

    /** Where a snapshot is written. */
    Path unfinished() throws IOException {
        return folder.touch(UNFINISHED);
    }

    /**
     * Refuses to begin a snapshot for which the disk has no room: it would take the room that journals need.
     *
     * @param size of what is still to be written, in bytes
     */
    void requireSpaceFor(long size) throws IOException {
        long usable = folder.usableSpace();
        if (usable < size + RESERVE) {
            throw new IOException((size + RESERVE) + " bytes are needed and " + usable + " are free");
        }
    }

    /** Puts the snapshot that has just been written in the place of all journals up to that number. */
    void finish(int number) throws IOException {
        // the journal behind the snapshot must have its name before
        folder.sync();
        folder.replace(SNAPSHOT + "." + number, folder.file(UNFINISHED));
        deleteUpTo(number);
    }

    /** Deletes a snapshot that will not be finished. */
    void deleteUnfinished() throws IOException {
        Files.deleteIfExists(folder.file(UNFINISHED));
    }

    /** Begins a journal; when that fails, there is none. */
    RandomAccessFile begin(int number) throws IOException {
        RandomAccessFile begun = new RandomAccessFile(journal(number).toFile(), "rw");
        try {
            begun.setLength(0);
            begun.write(JournalFile.head());
            return begun;
        } catch (IOException e) {
            // a journal that has a successor must be whole, and the one before is still written to
            begun.close();
            Files.deleteIfExists(folder.file(nameOfJournal(number)));
            throw e;
        }
    }

    private void deleteUpTo(int snapshot) throws IOException {
        deleteUnfinished();
        for (int number : numbers("journal", "").headSet(snapshot + 1)) {
            Files.deleteIfExists(folder.file(nameOfJournal(number)));
        }
        for (int number : numbers("journal", CUT).headSet(snapshot + 1)) {
            Files.deleteIfExists(folder.file(nameOfJournal(number) + CUT));
        }
        for (int number : numbers("snapshot", "").headSet(snapshot)) {
            Files.deleteIfExists(snapshot(number));
        }
    }

    private SortedSet<Integer> numbers(String kind, String suffix) throws IOException {
        SortedSet<Integer> numbers = new TreeSet<>();
        for (String name : folder.names()) {
            Matcher matcher = NAME.matcher(name);
            if (matcher.matches()
                    && matcher.group(1).equals(kind)
                    && Objects.requireNonNullElse(matcher.group(3), "").equals(suffix)) {
                numbers.add(matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2)));
            }
        }
        return numbers;
    }
}
