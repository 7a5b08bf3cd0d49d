package io.github.auraauth.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found in an order that is kept is what is found by sorting. */
class SortedQueryTest {
    private static final int DOCUMENTS = 3_000;
    private static final int PAGE = 20;
    private static final Instant BEGIN = Instant.parse("2030-01-01T00:00:00Z");

    @TempDir
    private Path path;

    private EmbeddedStore store;
    private MongoClient client;
    private MongoCollection<Document> rows;
    private final Random random = new Random(7);
    private int next;

    @BeforeEach
    void fill() throws Exception {
        open();
        rows.createIndex(ascending("group"));
        List<Document> all = new ArrayList<>();
        for (int i = 0; i < DOCUMENTS; i++) {
            all.add(row());
        }
        rows.insertMany(all);
    }

    private void open() throws Exception {
        store = EmbeddedStore.open(DataFolder.open(path), Clock.systemUTC(), new SecureRandom());
        client = MongoClients.create(store.uri());
        rows = client.getDatabase("test").getCollection("rows");
    }

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    @Test
    void find_sortedWhileRowsComeChangeAndGo_givesWhatSortingGives() {
        for (int round = 0; round < 40; round++) {
            assertPages();
            for (int i = 0; i < 20; i++) {
                rows.insertOne(row());
                rows.updateOne(eq("_id", id()), Updates.set("name", "renamed-" + random.nextInt(50)));
                rows.updateOne(eq("_id", id()), Updates.unset("at"));
                rows.deleteOne(eq("_id", id()));
            }
        }
    }

    @Test
    void find_sortedAfterARestart_givesWhatSortingGives() throws Exception {
        assertPages();
        String asked = Files.readString(path.resolve("store.orders"));
        close();
        open();
        assertPages();
        assertThat(asked).contains("test.rows\tname\t1\t_id\t1\n");
        assertThat(path.resolve("store.orders")).hasContent(asked);
    }

    @Test
    void open_ordersThatCannotBeRead_startsWithoutThem() throws Exception {
        close();
        Files.writeString(path.resolve("store.orders"), "test.rows\tname\tup\n");
        open();
        assertPages();
    }

    @Test
    void find_sortedByAFieldWithAnArray_givesWhatSortingGives() {
        assertPages();
        rows.updateOne(eq("_id", "row-00005"), Updates.set("name", List.of("a", "zz")));
        assertThat(ids(rows.find(gt("name", "y")).sort(new Document("name", 1).append("_id", 1))))
                .contains("row-00005");
        rows.updateOne(eq("_id", "row-00005"), Updates.set("name", "plain"));
        assertPages();
    }

    @Test
    void find_sortedWithBatches_goesOnToTheEnd() {
        List<String> all = ids(rows.find().sort(new Document("_id", 1)).batchSize(7));
        assertThat(all).hasSize(DOCUMENTS).isSorted();
        assertThat(ids(rows.find().sort(new Document("_id", -1)).skip(10).limit(30)))
                .containsExactlyElementsOf(reversed(all).subList(10, 40));
    }

    private void assertPages() {
        List<Document> all = rows.find().into(new ArrayList<>());
        String name = "name-" + random.nextInt(50);
        String id = id();
        Date at = Date.from(BEGIN.plusSeconds(random.nextInt(100)));
        Comparator<Document> byName = Comparator.<Document, String>comparing(row -> row.getString("name"))
                .thenComparing(row -> row.getString("_id"));
        assertPage(all, empty(), row -> true, new Document("name", 1).append("_id", 1), byName);
        assertPage(all, empty(), row -> true, new Document("name", -1).append("_id", -1), byName.reversed());
        assertPage(
                all,
                gt("name", name),
                row -> row.getString("name").compareTo(name) > 0,
                new Document("name", 1).append("_id", 1),
                byName);
        assertPage(
                all,
                and(eq("group", "many"), lt("_id", id)),
                row -> row.getString("group").equals("many")
                        && row.getString("_id").compareTo(id) < 0,
                new Document("_id", -1),
                Comparator.<Document, String>comparing(row -> row.getString("_id"))
                        .reversed());
        Comparator<Document> newest = Comparator.<Document, Date>comparing(row -> row.getDate("at"))
                .thenComparing(row -> row.getString("_id"))
                .reversed();
        assertPage(
                all,
                and(lte("at", at), or(lt("at", at), and(eq("at", at), lt("_id", id)))),
                row -> row.getDate("at") != null
                        && (row.getDate("at").before(at)
                                || row.getDate("at").equals(at)
                                        && row.getString("_id").compareTo(id) < 0),
                new Document("at", -1).append("_id", -1),
                newest);
    }

    private void assertPage(
            List<Document> all, Bson query, Predicate<Document> wanted, Document sort, Comparator<Document> order) {
        List<String> expected = all.stream()
                .filter(wanted)
                .sorted(order)
                .limit(PAGE)
                .map(row -> row.getString("_id"))
                .toList();
        assertThat(ids(rows.find(query).sort(sort).limit(PAGE)))
                .as(sort.toJson())
                .isEqualTo(expected);
    }

    private static List<String> ids(Iterable<Document> found) {
        List<String> ids = new ArrayList<>();
        found.forEach(row -> ids.add(row.getString("_id")));
        return ids;
    }

    private static List<String> reversed(List<String> all) {
        List<String> turned = new ArrayList<>(all);
        Collections.reverse(turned);
        return turned;
    }

    private String id() {
        return "row-%05d".formatted(random.nextInt(next));
    }

    private Document row() {
        return new Document("_id", "row-%05d".formatted(next++))
                .append("name", "name-" + random.nextInt(50))
                .append("group", random.nextInt(10) == 0 ? "few" : "many")
                .append("at", Date.from(BEGIN.plusSeconds(random.nextInt(100))));
    }
}
