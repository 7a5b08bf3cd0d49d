package io.github.auraauth.adapter.mongo.invalidation;

import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import io.github.auraauth.adapter.mongo.FlatFilter;
import io.github.auraauth.domain.invalidation.ActiveSegment;
import io.github.auraauth.domain.invalidation.Epoch;
import io.github.auraauth.domain.invalidation.Segment;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Writes and reads the documents of the invalidation log's segments. */
final class SegmentDocumentMapper {
    static final String ID = "_id";
    static final String VERSION = "version";
    static final String EPOCH = "epoch";

    /** No writer's id contains it. */
    private static final char SEPARATOR = ':';

    private static final String WRITER = "writer";
    private static final String INDEX = "index";
    private static final String OLDEST = "oldest";
    private static final String FINGERPRINTS = "fingerprints";
    private static final String PENDING = "pending";

    private SegmentDocumentMapper() {}

    /** The {@code _id} of a full segment. */
    static String id(String writer, long index) {
        return writer + SEPARATOR + index;
    }

    /** All full segments of a writer, by a range of their {@code _id}. */
    static Bson allOf(String writer) {
        return FlatFilter.of(gte(ID, writer + SEPARATOR), lt(ID, writer + (char) (SEPARATOR + 1)));
    }

    static Document toDocument(ActiveSegment active) {
        return new Document(ID, active.writer())
                .append(VERSION, active.version())
                .append(EPOCH, active.epoch().id())
                .append(INDEX, active.segment().index())
                .append(OLDEST, active.oldest())
                .append(FINGERPRINTS, active.segment().fingerprints())
                .append(PENDING, active.pending().stream().sorted().toList());
    }

    static ActiveSegment toActive(Document document) {
        Segment segment = new Segment(
                document.getString(ID), document.getLong(INDEX), document.getList(FINGERPRINTS, Long.class));
        return new ActiveSegment(
                segment,
                document.getLong(OLDEST),
                document.getLong(VERSION),
                Set.copyOf(document.getList(PENDING, Long.class)),
                new Epoch(document.getString(EPOCH)));
    }

    static Document toDocument(Segment full) {
        return new Document(ID, id(full.writer(), full.index()))
                .append(WRITER, full.writer())
                .append(INDEX, full.index())
                .append(FINGERPRINTS, full.fingerprints());
    }

    static Segment toSegment(Document document) {
        List<Long> fingerprints = document.getList(FINGERPRINTS, Long.class);
        return new Segment(document.getString(WRITER), document.getLong(INDEX), fingerprints);
    }
}
