package io.github.auraauth.adapter.mongo.erasure;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static java.util.Objects.requireNonNull;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.domain.crypto.KeyedDigest;
import io.github.auraauth.domain.erasure.Erasure;
import io.github.auraauth.domain.erasure.ErasureCounts;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.erasure.ErasureJournal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The journal of erasures in MongoDB, with enciphered identifiers; of a finished erasure only the times, the counts and a
 * keyed digest of the phone number remain.
 */
public final class MongoErasureJournal implements ErasureJournal {
    private static final String COLLECTION = "erasures";
    private static final String FINISHED = "finished";
    private static final String ROWS = "rows";
    private static final String TERMS = "terms";

    private final GuardedCollection erasures;
    private final ErasureDocumentMapper documents;
    private final InstantSource clock;

    /**
     * @param digest of the phone number, stored from the beginning; the number itself is removed when the erasure is finished
     * @param clock by which an erasure is finished
     */
    public MongoErasureJournal(
            MongoConnection connection, AtRestCipher cipher, KeyedDigest digest, InstantSource clock) {
        this.erasures = connection.confirmed(COLLECTION);
        this.documents = new ErasureDocumentMapper(requireNonNull(cipher, "cipher"), requireNonNull(digest, "digest"));
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public void record(Erasure erasure, Deadline deadline) {
        Document entry = documents.of(requireNonNull(erasure, "erasure"));
        if (!isWritten(entry, deadline)) {
            // another call inserted the same entry at that moment: now it can be replaced
            isWritten(entry, deadline);
        }
    }

    @Override
    public List<Erasure> unfinished(Deadline deadline) {
        Bson open = eq(FINISHED, null);
        List<Document> entries = erasures.within(
                deadline,
                all -> all.find(open)
                        .sort(Sorts.ascending(ErasureDocumentMapper.BEGUN))
                        .into(new ArrayList<>()));
        return entries.stream()
                .map(documents::toErasure)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public void finish(UUID id, ErasureCounts counts, Deadline deadline) {
        Bson open = and(eq(ErasureDocumentMapper.ID, requireNonNull(id, "id").toString()), eq(FINISHED, null));
        List<Bson> changes = new ArrayList<>();
        changes.add(set(FINISHED, Date.from(clock.instant())));
        changes.add(set(ROWS, requireNonNull(counts, "counts").rows()));
        changes.add(set(TERMS, counts.terms()));
        ErasureDocumentMapper.OF_UNFINISHED.forEach(field -> changes.add(unset(field)));
        erasures.within(deadline, all -> all.updateOne(open, combine(changes)));
    }

    private boolean isWritten(Document entry, Deadline deadline) {
        Bson same = eq(ErasureDocumentMapper.ID, entry.get(ErasureDocumentMapper.ID));
        return erasures.unlessDuplicate(deadline, all -> all.replaceOne(same, entry, new ReplaceOptions().upsert(true)))
                .isPresent();
    }
}
