package io.github.auraauth.adapter.mongo.activity;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static io.github.auraauth.adapter.mongo.activity.AuditEntryMapper.AT;
import static io.github.auraauth.adapter.mongo.activity.AuditEntryMapper.ID;
import static java.util.Objects.requireNonNull;

import com.mongodb.client.model.ReplaceOptions;
import io.github.auraauth.adapter.mongo.DocumentReading;
import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.adapter.mongo.StoredFields;
import io.github.auraauth.adapter.mongo.UnreadableDocumentReporter;
import io.github.auraauth.domain.activity.AuditEntry;
import io.github.auraauth.domain.activity.ChainAnchor;
import io.github.auraauth.domain.activity.ChainHead;
import io.github.auraauth.domain.activity.EntryId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.activity.AuditChains;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The chains of the audit trail: the entries of {@link MongoActivityLog}, and a document for each chain's anchor. */
public final class MongoAuditChains implements AuditChains {
    private static final String COLLECTION = "activity_chains";
    private static final String NUMBER = "number";
    private static final String PREVIOUS = "prev";
    private static final String FAULTS = "faults";
    private static final String KEY_ID = "kid";
    private static final String MAC = "mac";

    private final GuardedCollection entries;
    private final GuardedCollection anchors;
    private final DocumentReading<ChainAnchor> reading;

    /** @param unreadable receives the anchors that cannot be read */
    public MongoAuditChains(MongoConnection connection, UnreadableDocumentReporter unreadable) {
        this.entries = connection.confirmed(AuditEntryMapper.COLLECTION);
        this.anchors = connection.confirmed(COLLECTION);
        this.reading = new DocumentReading<>(MongoAuditChains::toAnchor, unreadable);
    }

    @Override
    public List<ChainAnchor> anchors(Deadline deadline) {
        return anchors.within(deadline, all -> reading.all(all.find().into(new ArrayList<>())));
    }

    /** The document's id is unique, so that a lower number is refused as a duplicate. */
    @Override
    public void save(ChainAnchor anchor, Deadline deadline) {
        ChainHead head = requireNonNull(anchor, "anchor").head();
        Document document = new Document(ID, head.instance())
                .append(NUMBER, head.number())
                .append(PREVIOUS, head.mac())
                .append(FAULTS, anchor.faults())
                .append(KEY_ID, anchor.keyId())
                .append(MAC, anchor.mac());
        Bson notFarther = and(eq(ID, head.instance()), lte(NUMBER, head.number()));
        anchors.unlessDuplicate(
                deadline, all -> all.replaceOne(notFarther, document, new ReplaceOptions().upsert(true)));
    }

    @Override
    public void visit(Consumer<AuditEntry> each, Deadline deadline) {
        requireNonNull(each, "each");
        entries.within(deadline, all -> {
            all.find().sort(ascending(ID)).forEach(document -> each.accept(AuditEntryMapper.toEntry(document)));
            return COLLECTION;
        });
    }

    @Override
    public List<AuditEntry> chain(String instance, long after, int most, Deadline deadline) {
        requireNonNull(instance, "instance");
        Bson behind = and(gt(ID, new EntryId(instance, after).text()), lt(ID, instance + ";"));
        return entries.within(
                deadline,
                all -> all.find(behind)
                        .sort(ascending(ID))
                        .limit(most)
                        .map(AuditEntryMapper::toEntry)
                        .into(new ArrayList<>()));
    }

    @Override
    public List<String> instancesBefore(Instant end, int most, Deadline deadline) {
        Bson old = lt(AT, Date.from(requireNonNull(end, "end")));
        List<Document> found = entries.within(
                deadline,
                all -> all.find(old)
                        .projection(include(ID))
                        .sort(ascending(AT))
                        .limit(most)
                        .into(new ArrayList<>()));
        return found.stream()
                .flatMap(document -> EntryId.parse(String.valueOf(document.get(ID))).stream())
                .map(EntryId::instance)
                .distinct()
                .toList();
    }

    @Override
    public void removeThrough(ChainHead last, Deadline deadline) {
        String instance = requireNonNull(last, "last").instance();
        Bson upTo = and(gte(ID, new EntryId(instance, 0).text()), lte(ID, new EntryId(instance, last.number()).text()));
        entries.deleteMany(upTo, deadline);
    }

    private static ChainAnchor toAnchor(StoredFields fields) {
        return new ChainAnchor(
                new ChainHead(fields.text(ID), fields.number(NUMBER), fields.text(PREVIOUS)),
                fields.number(FAULTS),
                fields.text(KEY_ID),
                fields.text(MAC));
    }
}
