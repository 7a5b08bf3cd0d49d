package io.github.auraauth.adapter.mongo.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.bson.Document;

/** The documents of a checked backup that were not removed while it was made, in batches. */
final class BackupContent {
    private static final int BATCH = 250;

    private final CheckedBackup backup;
    private final BackupProgress progress;

    BackupContent(CheckedBackup backup, BackupProgress progress) {
        this.backup = backup;
        this.progress = progress;
    }

    /** Gives the consumer all documents of the wanted collections, of one in each call. */
    void read(Predicate<BackupCollection> wanted, BiConsumer<BackupCollection, List<Document>> consumer) {
        Batches batches = new Batches(wanted, consumer);
        backup.read(batches);
        batches.flush();
    }

    private final class Batches implements BackupReader.Visitor {
        private final Predicate<BackupCollection> wanted;
        private final BiConsumer<BackupCollection, List<Document>> consumer;
        private final List<Document> batch = new ArrayList<>();
        private BackupCollection present = BackupCollection.SUPERUSERS;
        private long done;

        Batches(Predicate<BackupCollection> wanted, BiConsumer<BackupCollection, List<Document>> consumer) {
            this.wanted = wanted;
            this.consumer = consumer;
        }

        @Override
        public void document(BackupCollection collection, Frame stored) {
            done++;
            if (collection != present || batch.size() == BATCH) {
                flush();
            }
            present = collection;
            if (wanted.test(collection) && !backup.isGone(collection, stored)) {
                batch.add(stored.decoded());
            }
        }

        void flush() {
            if (!batch.isEmpty()) {
                consumer.accept(present, List.copyOf(batch));
                batch.clear();
                progress.at(present.collection(), done, backup.documents());
            }
        }
    }
}
