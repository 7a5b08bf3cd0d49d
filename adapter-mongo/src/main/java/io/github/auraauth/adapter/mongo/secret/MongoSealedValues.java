package io.github.auraauth.adapter.mongo.secret;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static java.util.Objects.requireNonNull;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Projections;
import io.github.auraauth.adapter.mongo.GuardedCollection;
import io.github.auraauth.adapter.mongo.MongoConnection;
import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.domain.crypto.HexDigest;
import io.github.auraauth.domain.user.RandomIds;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.secret.SealedValues;
import io.github.auraauth.port.out.secret.SealedValues.SealedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.bson.types.ObjectId;

/** {@link SealedValues} of the documents of {@link SealedCollection}. */
public final class MongoSealedValues implements SealedValues {
    private static final String ID = "_id";
    private static final int PAGE = 250;

    /** Keeps the type of whatever value stands in it. */
    private static final JsonWriterSettings KEY_JSON =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

    private final MongoConnection connection;

    public MongoSealedValues(MongoConnection connection) {
        this.connection = requireNonNull(connection, "connection");
    }

    @Override
    public List<String> collections() {
        return SealedCollection.ALL.stream().map(SealedCollection::collection).toList();
    }

    @Override
    public long estimate(String collection, Deadline deadline) {
        return stored(known(collection)).within(deadline, MongoCollection::estimatedDocumentCount);
    }

    /** By one cursor, a page at a time. */
    @Override
    public void visit(String collection, Consumer<List<SealedValue>> each, Deadline deadline) {
        SealedCollection of = known(collection);
        requireNonNull(each, "each");
        List<String> fields = new ArrayList<>(of.paths());
        fields.add(of.idField());
        var unused = stored(of).within(deadline, all -> {
            try (MongoCursor<Document> cursor = all.find()
                    .projection(Projections.include(fields))
                    .batchSize(PAGE)
                    .iterator()) {
                while (cursor.hasNext()) {
                    each.accept(values(of, cursor.next()));
                }
            }
            return of;
        });
    }

    @Override
    public boolean replace(SealedValue present, String text, Deadline deadline) {
        SealedCollection of = known(requireNonNull(present, "present").collection());
        requireNonNull(text, "text");
        Object id = Document.parse(present.key()).get(ID);
        return stored(of)
                        .within(
                                deadline,
                                all -> all.updateOne(
                                        and(eq(ID, id), eq(present.field(), present.text())),
                                        set(present.field(), text)))
                        .getMatchedCount()
                > 0;
    }

    private static SealedCollection known(String collection) {
        return SealedCollection.named(requireNonNull(collection, "collection"))
                .orElseThrow(() -> new IllegalArgumentException("collection holds nothing enciphered"));
    }

    private GuardedCollection stored(SealedCollection collection) {
        return connection.defined(collection.collection());
    }

    private static List<SealedValue> values(SealedCollection of, Document document) {
        Object id = requireNonNull(document.get(ID), ID);
        String key = new Document(ID, id).toJson(KEY_JSON);
        String enciphered = document.get(of.idField()) instanceof String text ? text : "";
        return of.paths().stream()
                .flatMap(path -> texts(document, path)
                        .map(found -> new SealedValue(
                                of.collection(),
                                key,
                                name(id),
                                found.path(),
                                of.place(path, enciphered),
                                found.text())))
                .toList();
    }

    /** Another program may have chosen the id of its rows by a person; ours say nothing of anybody. */
    private static String name(Object id) {
        if (id instanceof String text && (RandomIds.isUuid(text) || HexDigest.isDigest(text))) {
            return text;
        }
        return id instanceof ObjectId own ? own.toHexString() : "(its _id is not shown)";
    }

    /** The enciphered texts at that path, each with its own. */
    private static Stream<Found> texts(Document document, String path) {
        Optional<Object> value = Optional.of(document);
        for (String name : path.split("\\.", -1)) {
            value = value.filter(Document.class::isInstance).map(part -> ((Document) part).get(name));
        }
        if (value.isPresent() && value.get() instanceof List<?> list) {
            return IntStream.range(0, list.size()).boxed().flatMap(i -> text(path + '.' + i, list.get(i)).stream());
        }
        return value.flatMap(text -> text(path, text)).stream();
    }

    private static Optional<Found> text(String path, Object value) {
        return value instanceof String text && AtRestCipher.isSealed(text)
                ? Optional.of(new Found(path, text))
                : Optional.empty();
    }

    private record Found(String path, String text) {}
}
