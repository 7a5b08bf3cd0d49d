package io.github.auraauth.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private static final Pattern NAME = Pattern.compile("store\\.(journal|snapshot)(?:\\.([0-9]{1,9}))?");

    private final DataFolder folder;

    JournalFolder(DataFolder folder) {
        this.folder = folder;
    }

    /**
     * Gives what the files hold to the reader, oldest entry first, and leaves only files that are needed.
     *
     * @return the number of the last journal
     */
    int read(Consumer<byte[]> reader) throws IOException {
        OptionalInt snapshot = snapshot();
        deleteUpTo(snapshot.orElse(-1));
        if (snapshot.isPresent()) {
            readWhole(snapshot(snapshot.getAsInt()), reader);
        }
        SortedSet<Integer> journals = numbers("journal");
        int expected = snapshot.isEmpty() && journals.contains(0) ? 0 : snapshot.orElse(0) + 1;
        for (int number : journals) {
            if (number != expected++) {
                throw new IOException(journal(number - 1) + " is missing");
            }
            if (number != journals.last()) {
                readWhole(journal(number), reader);
            }
        }
        return journals.isEmpty() ? expected : journals.last();
    }

    private static void readWhole(Path file, Consumer<byte[]> reader) throws IOException {
        if (JournalFile.read(file, reader) != Files.size(file)) {
            throw new IOException(file + " is damaged");
        }
    }

    private OptionalInt snapshot() throws IOException {
        SortedSet<Integer> snapshots = numbers("snapshot");
        return snapshots.isEmpty() ? OptionalInt.empty() : OptionalInt.of(snapshots.last());
    }

    /** How many bytes the files have that would be read. */
    long size() throws IOException {
        OptionalInt snapshot = snapshot();
        long size = snapshot.isPresent() ? Files.size(snapshot(snapshot.getAsInt())) : 0;
        for (int number : numbers("journal").tailSet(snapshot.orElse(-1) + 1)) {
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
        return folder.touch(nameOfJournal(number) + ".cut");
    }

    private Path snapshot(int number) {
        return folder.file(SNAPSHOT + "." + number);
    }

    /** Where a snapshot is written. */
    Path unfinished() throws IOException {
        return folder.touch(UNFINISHED);
    }

    /** Puts the snapshot that has just been written in the place of all journals up to that number. */
    void finish(int number) throws IOException {
        folder.replace(SNAPSHOT + "." + number, folder.file(UNFINISHED));
        deleteUpTo(number);
    }

    /** Deletes a snapshot that will not be finished. */
    void deleteUnfinished() throws IOException {
        Files.deleteIfExists(folder.file(UNFINISHED));
    }

    /** Deletes a journal that was never written to. */
    void deleteUnused(int number) throws IOException {
        Files.deleteIfExists(folder.file(nameOfJournal(number)));
    }

    private void deleteUpTo(int snapshot) throws IOException {
        deleteUnfinished();
        for (int number : numbers("journal").headSet(snapshot + 1)) {
            Files.deleteIfExists(folder.file(nameOfJournal(number)));
        }
        for (int number : numbers("snapshot").headSet(snapshot)) {
            Files.deleteIfExists(snapshot(number));
        }
    }

    private SortedSet<Integer> numbers(String kind) throws IOException {
        SortedSet<Integer> numbers = new TreeSet<>();
        for (String name : folder.names()) {
            Matcher matcher = NAME.matcher(name);
            if (matcher.matches() && matcher.group(1).equals(kind)) {
                numbers.add(matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2)));
            }
        }
        return numbers;
    }
}
