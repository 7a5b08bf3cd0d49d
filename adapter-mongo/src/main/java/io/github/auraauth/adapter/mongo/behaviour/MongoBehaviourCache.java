package io.github.auraauth.adapter.mongo.behaviour;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static java.util.Objects.requireNonNull;

import com.mongodb.client.model.UpdateOptions;
import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.domain.file.FileName;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.behaviour.BehaviourCache;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The file's text in MongoDB: a document for each name in a collection that programs of others may use too, whose documents
 * are left alone. There are so few of ours that no index is made and nothing is swept.
 */
public final class MongoBehaviourCache implements BehaviourCache {
    /** What the collection is called where nothing else is configured. */
    public static final String COLLECTION = "dev-cache";

    /** Fields that cannot hold the name. */
    public static final Set<String> RESERVED = Set.of("text", "readAt", "end");

    private static final String OURS = "aura-auth:";
    private static final String ID = "_id";
    private static final String TEXT = "text";
    private static final String READ_AT = "readAt";
    private static final String END = "end";

    private final GuardedCollection documents;
    private final String field;
    private final InstantSource clock;

    /**
     * @param field that holds the name, such as {@code id}
     * @param clock by which texts end
     */
    public MongoBehaviourCache(MongoConnection connection, String collection, String field, InstantSource clock) {
        this.documents = connection.collection(requireNonNull(collection, "collection"));
        this.field = requireNonNull(field, "field");
        this.clock = requireNonNull(clock, "clock");
        if (RESERVED.contains(field)) {
            throw new IllegalArgumentException("field must be none of " + RESERVED);
        }
    }

    @Override
    public Optional<CachedText> find(FileName name, Deadline deadline) {
        Bson named = named(name);
        Instant now = clock.instant();
        return documents.within(deadline, all -> all.find(named).into(new ArrayList<>())).stream()
                .flatMap(document -> live(document, now).stream())
                .max(Comparator.comparing(CachedText::readAt));
    }

    @Override
    public void put(FileName name, CachedText text, Duration timeToLive, Deadline deadline) {
        Bson named = named(name);
        requireNonNull(text, "text");
        if (requireNonNull(timeToLive, "timeToLive").isNegative() || timeToLive.isZero()) {
            throw new IllegalArgumentException("timeToLive must be positive");
        }
        Bson change = combine(
                set(TEXT, text.text()),
                set(READ_AT, Date.from(text.readAt())),
                set(END, Date.from(clock.instant().plus(timeToLive))));
        Bson whole = field.equals(ID) ? change : combine(change, setOnInsert(ID, OURS + name));
        // refused as a duplicate where another has inserted it at that moment, whose text is as new
        var unused = documents.unlessDuplicate(
                deadline, all -> all.updateOne(named, whole, new UpdateOptions().upsert(true)));
    }

    private Bson named(FileName name) {
        return eq(field, OURS + requireNonNull(name, "name"));
    }

    /** Empty also for a document that somebody has changed into another form. */
    private static Optional<CachedText> live(Document document, Instant now) {
        return document.get(END) instanceof Date end
                        && now.isBefore(end.toInstant())
                        && document.get(TEXT) instanceof String text
                        && document.get(READ_AT) instanceof Date readAt
                ? Optional.of(new CachedText(text, readAt.toInstant()))
                : Optional.empty();
    }
}
