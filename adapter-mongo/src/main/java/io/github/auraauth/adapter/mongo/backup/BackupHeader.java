package io.github.auraauth.adapter.mongo.backup;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Date;
import org.bson.Document;

/**
 * The header of a backup.
 *
 * @param program version of the program that wrote it
 * @param environment in which it was written
 * @param seed fingerprint of the seed that its users' ids are made from
 * @param begun before anything was read, to the millisecond
 */
public record BackupHeader(String program, String environment, String seed, Instant begun) {
    /** The form of files that this program writes, and the newest that it reads. */
    static final int FORMAT = 1;

    private static final String MAGIC = "aura-backup";

    public BackupHeader {
        requireNonNull(program, "program");
        requireNonNull(environment, "environment");
        requireNonNull(seed, "seed");
        begun = Date.from(begun).toInstant();
    }

    Document toDocument() {
        return new Document(MAGIC, FORMAT)
                .append("program", program)
                .append("environment", environment)
                .append("seed", seed)
                .append("begun", Date.from(begun));
    }

    /** @throws UnusableBackupException when it is none, or that of a newer format */
    static BackupHeader of(Document stored) {
        if (!(stored.get(MAGIC) instanceof Integer format)) {
            throw new UnusableBackupException("the file is no backup of this service");
        }
        if (format > FORMAT) {
            throw new UnusableBackupException("the backup has format " + format
                    + ", which is newer than this program's " + FORMAT + "; restore it with a newer program");
        }
        try {
            return new BackupHeader(
                    stored.getString("program"),
                    stored.getString("environment"),
                    stored.getString("seed"),
                    stored.getDate("begun").toInstant());
        } catch (ClassCastException | NullPointerException altered) {
            throw new UnusableBackupException("the backup's header was altered", altered);
        }
    }
}
