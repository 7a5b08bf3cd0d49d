package io.github.auraauth.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nor;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.DuplicateKeyException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a query finds through indexes is what it finds without them. */
class IndexedQueryTest {
    private static final int DOCUMENTS = 300;
    private static final int QUERIES = 400;
    private static final IndexOptions UNIQUE = new IndexOptions().unique(true);

    @TempDir
    private Path path;

    private EmbeddedStore store;
    private MongoClient client;
    private MongoCollection<Document> indexed;
    private MongoCollection<Document> plain;

    @BeforeEach
    void open() throws Exception {
        store = EmbeddedStore.open(DataFolder.open(path), Clock.systemUTC(), new SecureRandom());
        client = MongoClients.create(store.uri());
        indexed = client.getDatabase("test").getCollection("indexed");
        plain = client.getDatabase("test").getCollection("plain");
        indexed.createIndex(ascending("key"), UNIQUE);
        indexed.createIndex(ascending("rare"), new IndexOptions().unique(true).sparse(true));
        indexed.createIndex(ascending("a", "b", "c"));
        indexed.createIndex(ascending("end"));
        indexed.createIndex(ascending("nested.a"));
    }

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    @Test
    void find_anyQueryOverAnyValues_givesWhatAScanGives() {
        Random random = new Random(15);
        for (int i = 0; i < DOCUMENTS; i++) {
            Document document = document(i, random);
            indexed.insertOne(new Document(document));
            plain.insertOne(document);
        }
        for (int i = 0; i < QUERIES; i++) {
            Bson query = query(random, 2);
            if (i % 4 == 0) {
                Bson change = Updates.combine(
                        Updates.set("a", value(random)), Updates.set("end", value(random)), Updates.unset("b"));
                assertThat(indexed.updateMany(query, change).getMatchedCount())
                        .isEqualTo(plain.updateMany(query, change).getMatchedCount());
            } else if (i % 9 == 0) {
                Bson few = and(query, lt("key", 100 + i));
                assertThat(indexed.deleteMany(few).getDeletedCount())
                        .isEqualTo(plain.deleteMany(few).getDeletedCount());
            }
            assertThat(ids(indexed, query)).as("%s", query).isEqualTo(ids(plain, query));
            assertThat(indexed.countDocuments(query)).as("%s", query).isEqualTo(plain.countDocuments(query));
        }
    }

    private static List<Object> ids(MongoCollection<Document> documents, Bson query) {
        return documents.find(query).map(document -> document.get("_id")).into(new ArrayList<>()).stream()
                .sorted(Comparator.comparing(String::valueOf))
                .toList();
    }

    private static Document document(int i, Random random) {
        Document document = new Document("_id", i % 2 == 0 ? i : "id" + i)
                .append("key", i)
                .append("a", value(random))
                .append("b", bound(random))
                .append("end", value(random))
                .append("nested", new Document("a", value(random)));
        if (random.nextInt(3) == 0) {
            document.remove("b");
        }
        if (random.nextInt(5) == 0) {
            document.append("nested", List.of(new Document("a", value(random)), new Document()));
        }
        return random.nextInt(4) == 0 ? document.append("rare", i) : document;
    }

    private static Object value(Random random) {
        List<Object> values = Arrays.asList(
                "x",
                "y",
                "2026",
                "",
                1,
                1L,
                1.0,
                -2,
                2.5,
                true,
                null,
                new Date(0),
                new Date(1_000),
                new Date(-1_000),
                List.of("x", 1),
                List.of(),
                List.of("y"),
                new Document("a", 1),
                1L << 60,
                Double.NaN);
        return values.get(random.nextInt(values.size()));
    }

    private static Bson query(Random random, int depth) {
        String field = List.of("a", "b", "end", "key", "_id", "rare", "nested.a", "nested")
                .get(random.nextInt(8));
        return switch (random.nextInt(depth == 0 ? 7 : 11)) {
            case 0 -> gt(field, value(random));
            case 1 -> lte(field, bound(random));
            case 2 -> and(gte(field, bound(random)), lt(field, bound(random)));
            case 3 -> in(field, value(random), value(random), random.nextInt(DOCUMENTS));
            case 4 -> ne(field, value(random));
            case 5, 6 -> eq(field, random.nextBoolean() ? value(random) : random.nextInt(DOCUMENTS));
            case 7, 8 -> and(query(random, depth - 1), query(random, depth - 1));
            case 9 -> or(query(random, depth - 1), query(random, depth - 1));
            default -> nor(query(random, depth - 1));
        };
    }

    private static Object bound(Random random) {
        List<Object> bounds = List.of(0, 1.5, 100L, "", "x", new Date(500), new Date(-500));
        return bounds.get(random.nextInt(bounds.size()));
    }

    @Test
    void insert_keyOfAUniqueIndex_isTakenUntilItsDocumentGoesOrChanges() {
        indexed.insertOne(new Document("_id", 1).append("key", 1).append("rare", 1));

        assertThatThrownBy(() -> indexed.insertOne(new Document("_id", 2).append("key", 1.0)))
                .isInstanceOf(MongoWriteException.class)
                .hasMessageContaining("E11000");
        indexed.updateOne(eq("_id", 1), Updates.set("key", 2));
        indexed.insertOne(new Document("_id", 2).append("key", 1L));
        assertThatThrownBy(() -> indexed.updateOne(eq("_id", 2), Updates.set("key", 2)))
                .isInstanceOf(MongoWriteException.class);
        indexed.deleteOne(eq("_id", 1));
        indexed.updateOne(eq("_id", 2), Updates.set("key", 2));
        indexed.insertOne(new Document("_id", 3).append("key", 3).append("rare", 1));
        assertThatThrownBy(() -> indexed.updateOne(eq("_id", 2), Updates.set("rare", 1)))
                .isInstanceOf(MongoWriteException.class);
    }

    @Test
    void createIndex_uniqueOverTwoDocumentsWithTheKey_isRefusedAndNothingChanges() {
        plain.insertMany(List.of(new Document("_id", 1).append("k", "x"), new Document("_id", 2).append("k", "x")));

        assertThatThrownBy(() -> plain.createIndex(ascending("k"), UNIQUE)).isInstanceOf(DuplicateKeyException.class);
        assertThat(plain.listIndexes()).hasSize(1);
        assertThat(plain.countDocuments(eq("k", "x"))).isEqualTo(2);
    }

    @Test
    void insert_arraysInTwoKeysOfAnIndex_isRefusedAndLeavesNothing() {
        Document both = new Document("_id", 1).append("a", List.of(1, 2)).append("b", List.of(3, 4));

        assertThatThrownBy(() -> indexed.insertOne(both)).isInstanceOf(MongoWriteException.class);
        indexed.insertOne(new Document("_id", 2).append("a", List.of(1, 2)));
        assertThatThrownBy(() -> indexed.updateOne(eq("_id", 2), Updates.set("b", List.of(3, 4))))
                .isInstanceOf(MongoWriteException.class);

        assertThat(indexed.find()).containsExactly(new Document("_id", 2).append("a", List.of(1, 2)));
        assertThat(indexed.find(eq("a", 2))).hasSize(1);
    }

    @Test
    void createIndex_overDocumentsThatAreThere_findsThem() {
        IntStream.range(0, 50).forEach(i -> plain.insertOne(new Document("_id", i).append("k", i % 5)));

        plain.createIndex(ascending("k"));

        assertThat(plain.countDocuments(eq("k", 3))).isEqualTo(10);
        plain.dropIndex("k_1");
        assertThat(plain.countDocuments(eq("k", 3))).isEqualTo(10);
    }

    @Test
    void find_moreThanAnAnswerHolds_givesEachDocumentOnceInTheOrderOfTheirComing() {
        plain.insertMany(
                IntStream.range(0, 2500).mapToObj(i -> new Document("_id", i)).toList());

        assertThat(plain.find().map(document -> document.getInteger("_id")))
                .containsExactlyElementsOf(IntStream.range(0, 2500).boxed().toList());
        assertThat(plain.find().batchSize(7).skip(3).limit(20).map(document -> document.getInteger("_id")))
                .containsExactlyElementsOf(IntStream.range(3, 23).boxed().toList());
        assertThat(plain.find().sort(new Document("_id", -1)).map(document -> document.getInteger("_id")))
                .hasSize(2500)
                .startsWith(2499, 2498);
        assertThat(plain.find().sort(new Document("$natural", -1)).limit(1).map(document -> document.get("_id")))
                .containsExactly(2499);
    }

    @Test
    void findOneAndUpdate_uniqueKeyBesideOtherConditions_changesThatDocumentOnly() {
        indexed.insertMany(List.of(
                new Document("_id", 1).append("key", 1).append("a", 1),
                new Document("_id", 2).append("key", 2).append("a", 1)));

        Document changed = indexed.findOneAndUpdate(and(eq("key", 2), ne("a", 2)), Updates.set("a", 2));

        assertThat(Objects.requireNonNull(changed).get("_id")).isEqualTo(2);
        assertThat(indexed.findOneAndUpdate(and(eq("key", 2), ne("a", 2)), Updates.set("a", 3)))
                .isNull();
        assertThat(indexed.find(eq("a", 2)).map(document -> document.get("_id")))
                .containsExactly(2);
    }

    @Test
    void aggregate_thatWouldWrite_isRefused() {
        plain.insertOne(new Document("_id", 1));

        assertThatThrownBy(() -> plain.aggregate(List.of(Aggregates.match(eq("_id", 1)), Aggregates.out("other")))
                        .toCollection())
                .isInstanceOf(MongoCommandException.class)
                .hasMessageContaining("may only read");
    }
}
