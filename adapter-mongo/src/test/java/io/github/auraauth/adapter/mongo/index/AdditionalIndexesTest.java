package io.github.auraauth.adapter.mongo.index;

import static io.github.auraauth.adapter.mongo.TestDatabase.CLOCK;
import static io.github.auraauth.adapter.mongo.TestDatabase.RANDOM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.IndexOptions;
import io.github.auraauth.adapter.mongo.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a definition from elsewhere may do to the indexes that registering rests on: nothing. */
class AdditionalIndexesTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final String ADDED = "{\"name\": \"channelId_1\", \"keys\": {\"channelId\": 1}}";

    @BeforeEach
    void onlyOwnIndexes() {
        DATABASE.users().drop();
        DATABASE.collection("aura-version-control").drop();
        assertThat(run(IndexDefinition.bundled())).isInstanceOf(MakeupOutcome.Done.class);
    }

    @Test
    void parse_theProgramsOwnDefinition_addsNothing() throws IOException {
        try (var own = IndexDefinition.class.getResourceAsStream("/" + IndexDefinition.FILE)) {
            assertThat(AdditionalIndexes.parse(new String(own.readAllBytes(), StandardCharsets.UTF_8)))
                    .isEmpty();
        }
    }

    @Test
    void run_anIndexAddedAndLaterDropped_isThereAndThenGone_besideTheOwnOnes() {
        List<String> before = names();
        String one = step("1", "users", ADDED, "");
        assertThat(run(additions(one))).isEqualTo(new MakeupOutcome.Done(List.of("1")));
        assertThat(names()).hasSize(before.size() + 1).contains("channelId_1");
        assertThat(run(IndexDefinition.bundled())).isEqualTo(new MakeupOutcome.Done(List.of()));
        assertThat(names()).contains("channelId_1");
        String two = step("2", "users", "", "\"channelId_1\"");
        assertThat(run(additions(one, two))).isEqualTo(new MakeupOutcome.Done(List.of("2")));
        assertThat(names()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(run(additions(one))).isEqualTo(new MakeupOutcome.SchemaNewer("2", "1"));
        assertThat(run(IndexDefinition.bundled())).isEqualTo(new MakeupOutcome.Done(List.of()));
    }

    @Test
    void run_ownUniqueIndexUnderTheNameThatIsAdded_keepsIt() {
        DATABASE.users().dropIndex("auraId_1");
        DATABASE.users()
                .createIndex(
                        new Document("auraId", 1),
                        new IndexOptions().name("mine").unique(true));
        String added = "{\"name\": \"mine\", \"keys\": {\"channelId\": 1}}";
        run(additions(step("1", "users", added, "")));
        run(additions(step("1", "users", added, ""), step("2", "users", "", "\"mine\"")));
        assertThat(IndexSpec.ofServer(DATABASE.users().listIndexes().into(new ArrayList<>())))
                .anyMatch(index -> index.name().equals("mine")
                        && index.keys().equals(new Document("auraId", 1))
                        && index.options().containsKey("unique"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'name': 'x', 'keys': {'channelId': 1}, 'unique': true}",
                "{'name': 'x', 'keys': {'channelId': 1}, 'sparse': true}",
                "{'name': 'x', 'keys': {'registeredAt': 1}, 'expireAfterSeconds': 0}",
                "{'name': 'auraId_1', 'keys': {'auraId': 1}}",
                "{'name': 'x', 'keys': {'expiresAt': 1}, 'expireAfterSeconds': 1}",
                "{'name': 'userId_1_2', 'keys': {'channelId': 1}}",
                "{'name': 'auraId_1', 'keys': {'channelId': 1}}",
                "{'name': 'x', 'keys': {'userId': '2dsphere'}}",
                "{'name': 'x', 'keys': {'userId': 'text'}}",
                "{'name': 'x', 'keys': {'userId': 2}}",
                "{'name': 'x', 'keys': {'$**': 1}}"
            })
    void parse_anIndexThatCouldDoHarm_isRefused(String index) {
        String step = step("1", "users", index.replace('\'', '"'), "");
        assertThatThrownBy(() -> additions(step)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void parse_dropsOfWhatItHasNotAdded_areRefused() {
        for (String name : List.of("auraId_1", "authorizationId_1", "userId_1_2", "somebodys")) {
            String step = step("9", "users", "", '"' + name + '"');
            assertThatThrownBy(() -> additions(step))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(name + " is dropped, which it has not added in an earlier version");
        }
    }

    @Test
    void parse_otherCollectionsTooManyOrNoDefinition_areRefused() {
        String many = IntStream.range(0, 17)
                .mapToObj(i -> "{\"name\": \"n" + i + "\", \"keys\": {\"f" + i + "\": 1}}")
                .collect(Collectors.joining(","));
        for (String text : List.of(
                "[" + step("1", "accounts", ADDED, "") + "]",
                "[" + step("1", "users", many, "") + "]",
                "{}",
                "[",
                "[]",
                "",
                "[".repeat(100_000),
                "{\"a\":".repeat(30_000))) {
            assertThatThrownBy(() -> AdditionalIndexes.parse(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static IndexDefinition additions(String... steps) {
        return AdditionalIndexes.parse("[" + String.join(",", steps) + "]").orElseThrow();
    }

    private static String step(String version, String collection, String create, String drop) {
        return "{\"version\": \"" + version + "\", \"collection\": \"" + collection + "\", \"create\": [" + create
                + "], \"drop\": [" + drop + "]}";
    }

    private static MakeupOutcome run(IndexDefinition definition) {
        return new MongoIndexMakeup(DATABASE.connection(), definition, CLOCK, RANDOM, "1@here", told -> {}).run();
    }

    private static List<String> names() {
        return DATABASE.users()
                .listIndexes()
                .map(index -> index.getString("name"))
                .into(new ArrayList<>());
    }
}
