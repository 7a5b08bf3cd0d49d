package io.github.auraauth.adapter.mongo.authtoken;

import static io.github.auraauth.adapter.mongo.TestDatabase.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.testkit.authtoken.SampleAuthTokens;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** No call on one token looks at the others, in the embedded store either. */
class AuthTokenLookUpTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final int TOKENS = 20_000;
    private static final int CALLS = 31;

    private final MongoAuthTokenStore store = new MongoAuthTokenStore(DATABASE.connection(), TestDatabase.UNREADABLE);

    @BeforeEach
    void fill() {
        List<Document> tokens = IntStream.range(0, TOKENS)
                .mapToObj(i -> AuthTokenDocumentMapper.of(SampleAuthTokens.digest(i), SampleAuthTokens.token(i, i)))
                .toList();
        DATABASE.collection("authTokens").insertMany(tokens);
    }

    @Test
    void anyCall_onOneOfManyTokens_takesAFractionOfALookAtAll() {
        long scan = median(i -> DATABASE.collection("authTokens")
                .find(new Document("name", "nobody's " + i))
                .first());
        assertThat(median(i -> assertThat(store.find(SampleAuthTokens.digest(i), soon()))
                        .isPresent()))
                .as("find")
                .isLessThan(scan / 3);
        assertThat(median(i -> assertThat(store.findById(SampleAuthTokens.tokenId(i), soon()))
                        .isPresent()))
                .as("findById")
                .isLessThan(scan / 3);
        assertThat(median(i -> store.noteUse(SampleAuthTokens.tokenId(i), SampleAuthTokens.CREATED, soon())))
                .as("noteUse")
                .isLessThan(scan / 3);
        assertThat(median(i -> assertThat(store.update(SampleAuthTokens.token(i, i), soon()))
                        .isTrue()))
                .as("update")
                .isLessThan(scan / 3);
    }

    /** In nanoseconds, of calls spread over all tokens. */
    private static long median(IntConsumer call) {
        return IntStream.range(0, CALLS)
                .mapToLong(i -> {
                    long start = System.nanoTime();
                    call.accept(i * (TOKENS / CALLS));
                    return System.nanoTime() - start;
                })
                .sorted()
                .toArray()[CALLS / 2];
    }
}
