package io.github.auraauth.adapter.mongo.backup;

import static com.mongodb.client.model.Filters.gte;
import static java.util.Objects.requireNonNull;

import io.github.auraauth.adapter.mongo.SequencedLog.EntryCodec;
import io.github.auraauth.domain.activity.AuditPseudonyms;
import io.github.auraauth.domain.crypto.KeyedDigest;
import io.github.auraauth.domain.invalidation.AuraIdHasher;
import io.github.auraauth.domain.invalidation.Epoch;
import io.github.auraauth.domain.revocation.RevocationEntry;
import io.github.auraauth.domain.revocation.Revocations;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.invalidation.InvalidationLog;
import io.github.auraauth.port.out.revocation.RevocationLog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bson.Document;

/**
 * Brings a backup into the stores while others use them. What is there and newer stays; what was erased, revoked or removed
 * since does not come back. It may be ended at any time and done again.
 */
public final class MongoRestore {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** By how much clocks may differ: what was removed so long before the backup is not in it anyway. */
    private static final Duration MARGIN = Duration.ofMinutes(2);

    private final BackupDatabases databases;
    private final ErasureReceipts receipts;
    private final ChangedUsers changed;
    private final RemovalEvents events = new RemovalEvents();
    private final BatchRestore batches;
    private final RevocationMerge revocations;
    private final InstantSource clock;
    private final Map<BackupCollection, RestoreCounts> counts = new EnumMap<>(BackupCollection.class);

    /**
     * For one restore.
     *
     * @param codec of entries of the log of revocations
     * @param receipts by which receipts of erasures name phone numbers
     * @param seed by which the invalidation log and the activity name users
     * @param epochs gives another one each time
     */
    public MongoRestore(
            BackupDatabases databases,
            InvalidationLog invalidations,
            RevocationLog revocations,
            EntryCodec<RevocationEntry> codec,
            KeyedDigest receipts,
            Secret seed,
            Supplier<Epoch> epochs,
            InstantSource clock) {
        this.databases = requireNonNull(databases, "databases");
        AuraIdHasher hasher = new AuraIdHasher(seed);
        this.receipts = new ErasureReceipts(receipts, hasher);
        this.changed = new ChangedUsers(invalidations, hasher, epochs);
        RestoreRules rules = new RestoreRules(events, this.receipts, changed, new AuditPseudonyms(seed));
        this.batches = new BatchRestore(databases, rules, changed);
        this.revocations = new RevocationMerge(revocations, codec);
        this.clock = requireNonNull(clock, "clock");
    }

    /**
     * Restores what was checked. The indexes must be there.
     *
     * @param mirror what the shared copy of revocations holds beside the database; {@link Revocations#NONE} for nothing
     * @return what became of the documents of each collection
     * @throws UnusableBackupException when the file was changed after it had been checked
     * @throws io.github.auraauth.port.Outage when a database is away; what was done stays, and doing it again goes on
     */
    public Map<String, RestoreCounts> restore(CheckedBackup backup, Revocations mirror, BackupProgress progress) {
        BackupContent content = new BackupContent(backup, progress);
        revocations.begin(deadline());
        content.read(
                collection -> collection == BackupCollection.ACTIVITY, (collection, all) -> all.forEach(events::add));
        learn(backup.header().begun());
        learnFromErasuresOf(content);
        changed.refresh(deadline());
        changed.beginEpoch(deadline());
        content.read(BackupCollection::isRemoving, this::write);
        revocations.catchUpWith(mirror, deadline());
        content.read(collection -> !collection.isRemoving(), this::write);
        while (learn(backup.header().begun())) {
            // somebody was erased meanwhile, whose rows may have been written after they had been looked for
            learnFromErasuresOf(content);
            content.read(BackupCollection::isPersonal, this::write);
        }
        content.read(
                collection -> !collection.isPersonal() && !collection.isRemoving(),
                (collection, all) -> databases
                        .of(collection)
                        .ifPresent(target -> batches.deleteRemoved(collection, target, all, deadline())));
        changed.beginEpoch(deadline());
        Map<String, RestoreCounts> named = new LinkedHashMap<>();
        counts.forEach((collection, each) -> named.put(collection.collection(), each));
        return named;
    }

    /** Reads what the target knows of removals; whether it knows of new erasures. */
    private boolean learn(Instant since) {
        Date from = Date.from(since.minus(MARGIN));
        databases.users().collection(BackupCollection.ACTIVITY.collection()).within(deadline(), all -> {
            all.find(gte("at", from)).forEach(events::add);
            return true;
        });
        boolean news = false;
        for (Document receipt : all(BackupCollection.ERASURES)) {
            news |= receipts.addReceipt(receipt);
        }
        for (Document note : all(BackupCollection.ERASED_AURA_IDS)) {
            news |= receipts.addNote(note);
        }
        return news;
    }

    private List<Document> all(BackupCollection collection) {
        return databases
                .users()
                .collection(collection.collection())
                .within(deadline(), all -> all.find().into(new ArrayList<>()));
    }

    private void learnFromErasuresOf(BackupContent content) {
        content.read(
                collection -> collection == BackupCollection.ERASURES,
                (collection, all) -> all.forEach(receipts::addReceipt));
        content.read(
                collection -> collection == BackupCollection.ERASED_AURA_IDS,
                (collection, all) -> all.forEach(receipts::addNote));
        content.read(
                collection -> collection == BackupCollection.USERS,
                (collection, all) -> all.forEach(receipts::learnFrom));
        content.read(
                collection -> collection == BackupCollection.TERMS,
                (collection, all) -> all.forEach(receipts::learnFromRecord));
    }

    private void write(BackupCollection collection, List<Document> documents) {
        RestoreCounts done = databases
                .of(collection)
                .map(target -> switch (collection) {
                    case REVOCATIONS -> revocations.add(documents, deadline());
                    case SUPERUSERS -> new SuperuserMerge(databases, events).add(documents, deadline());
                    default -> batches.write(collection, target, documents, deadline());
                })
                .orElseGet(() -> new RestoreCounts(0, 0, 0, documents.size(), 0));
        counts.merge(collection, done, RestoreCounts::plus);
    }

    private Deadline deadline() {
        return Deadline.in(PATIENCE, clock);
    }
}
