package io.github.auraauth.adapter.mongo.backup;

/** Hears how far a backup or restore is. */
@FunctionalInterface
public interface BackupProgress {
    /** That many documents are done, of about that many, and the present ones are of that collection. */
    void at(String collection, long done, long about);
}
