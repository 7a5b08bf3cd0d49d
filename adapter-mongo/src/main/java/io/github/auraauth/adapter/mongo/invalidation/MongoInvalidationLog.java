package io.github.auraauth.adapter.mongo.invalidation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.set;
import static io.github.auraauth.adapter.mongo.invalidation.SegmentDocumentMapper.EPOCH;
import static io.github.auraauth.adapter.mongo.invalidation.SegmentDocumentMapper.ID;
import static io.github.auraauth.adapter.mongo.invalidation.SegmentDocumentMapper.VERSION;
import static java.util.Objects.requireNonNull;

import com.mongodb.ReadConcern;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOptions;
import io.github.auraauth.adapter.mongo.FlatFilter;
import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.domain.invalidation.ActiveSegment;
import io.github.auraauth.domain.invalidation.Epoch;
import io.github.auraauth.domain.invalidation.LogSnapshot;
import io.github.auraauth.domain.invalidation.Segment;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.invalidation.InvalidationLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The invalidation log in MongoDB. The collection {@code invalidations} has one document a writer, its active segment,
 * and one with the epoch, so that one short find reads the log to its end; full segments lie in
 * {@code invalidation-segments} under writer and index, where they are found by {@code _id}.
 */
public final class MongoInvalidationLog implements InvalidationLog {
    static final String ACTIVE = "invalidations";
    static final String SEALED = "invalidation-segments";

    /** No writer's id, which has hexadecimal digits and dashes only. */
    static final String EPOCH_ID = "epoch";

    private final MongoConnection connection;
    private final GuardedCollection active;
    private final GuardedCollection sealed;

    public MongoInvalidationLog(MongoConnection connection) {
        this.connection = connection;
        this.active = connection.collection(ACTIVE).with(all -> all.withReadConcern(ReadConcern.MAJORITY));
        this.sealed = connection.collection(SEALED).with(all -> all.withReadConcern(ReadConcern.MAJORITY));
    }

    /** Where nothing is acknowledged yet, the insertion beside a newer version meets its {@code _id}. */
    @Override
    public boolean publish(ActiveSegment segment, long acknowledged, Deadline deadline) {
        Document document = SegmentDocumentMapper.toDocument(requireNonNull(segment, "active"));
        Bson older =
                FlatFilter.of(eq(ID, segment.writer()), gte(VERSION, acknowledged), lt(VERSION, segment.version()));
        ReplaceOptions options = new ReplaceOptions().upsert(acknowledged == 0);
        boolean stored = active.unlessDuplicate(deadline, all -> all.replaceOne(older, document, options))
                .filter(result -> result.getMatchedCount() > 0 || acknowledged == 0)
                .isPresent();
        return stored || acknowledged == 0 || isStored(segment, deadline);
    }

    @Override
    public void seal(Segment full, Deadline deadline) {
        Document document = SegmentDocumentMapper.toDocument(requireNonNull(full, "full"));
        var unused = sealed.unlessDuplicate(deadline, all -> all.insertOne(document));
    }

    @Override
    public LogSnapshot read(Deadline deadline) {
        connection.confirmPrimary(deadline);
        List<Document> documents = active.within(deadline, all -> all.find().into(new ArrayList<>()));
        Epoch epoch = Epoch.NONE;
        List<ActiveSegment> writers = new ArrayList<>();
        for (Document document : documents) {
            if (document.getString(ID).equals(EPOCH_ID)) {
                epoch = new Epoch(document.getString(EPOCH));
            } else {
                writers.add(SegmentDocumentMapper.toActive(document));
            }
        }
        return new LogSnapshot(epoch, writers, databaseTime(deadline));
    }

    @Override
    public List<Segment> sealed(String writer, long from, long to, Deadline deadline) {
        List<String> ids = ids(requireNonNull(writer, "writer"), from, to);
        List<Segment> found = sealed.within(
                deadline,
                all -> all.find(in(ID, ids))
                        .map(SegmentDocumentMapper::toSegment)
                        .into(new ArrayList<>()));
        found.sort(Comparator.comparingLong(Segment::index));
        return List.copyOf(found);
    }

    @Override
    public boolean replaceEpoch(Epoch expected, Epoch next, Deadline deadline) {
        requireNonNull(expected, "expected");
        Document document = new Document(ID, EPOCH_ID)
                .append(EPOCH, requireNonNull(next, "next").id());
        if (expected.equals(Epoch.NONE)) {
            return active.unlessDuplicate(deadline, all -> all.insertOne(document))
                    .isPresent();
        }
        Bson unchanged = and(eq(ID, EPOCH_ID), eq(EPOCH, expected.id()));
        return active.within(deadline, all -> all.updateOne(unchanged, set(EPOCH, next.id()), new UpdateOptions()))
                        .getMatchedCount()
                > 0;
    }

    @Override
    public void forgetSealed(String writer, long from, long below, Deadline deadline) {
        requireNonNull(writer, "writer");
        for (long next = from; next < below; next += MOST_SEGMENTS) {
            List<String> ids = ids(writer, next, Math.min(below, next + MOST_SEGMENTS));
            sealed.deleteMany(in(ID, ids), deadline);
        }
    }

    @Override
    public void forgetWriter(ActiveSegment last, Deadline deadline) {
        Bson ofWriter = eq(ID, requireNonNull(last, "last").writer());
        if (active.deleteOne(and(ofWriter, eq(VERSION, last.version())), deadline)
                || active.first(ofWriter, deadline).isEmpty()) {
            sealed.deleteMany(SegmentDocumentMapper.allOf(last.writer()), deadline);
        }
    }

    /** Whether that version is stored, or a newer one. */
    private boolean isStored(ActiveSegment segment, Deadline deadline) {
        Bson newer = and(eq(ID, segment.writer()), gte(VERSION, segment.version()));
        return active.within(deadline, all -> all.countDocuments(newer)) > 0;
    }

    /** By the one command that every server compatible with MongoDB knows. */
    private Optional<Instant> databaseTime(Deadline deadline) {
        return Optional.ofNullable(
                        connection.run(new Document("isMaster", 1), deadline).getDate("localTime"))
                .map(Date::toInstant);
    }

    private static List<String> ids(String writer, long from, long to) {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("a range of segments begins at 0 or later and does not end before");
        }
        return LongStream.range(from, to)
                .mapToObj(index -> SegmentDocumentMapper.id(writer, index))
                .toList();
    }
}
