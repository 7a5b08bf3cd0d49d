package io.github.auraauth.adapter.mongo.secret;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.ReplaceOptions;
import io.github.auraauth.adapter.mongo.TestDatabase;
import io.github.auraauth.port.out.secret.SealedValues;
import io.github.auraauth.port.out.secret.SealedValues.SealedValue;
import io.github.auraauth.testkit.secret.SealedValuesContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoSealedValuesTest implements SealedValuesContract {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final String ID = "8c2e8a5e-5c0f-4c1e-9d3b-2f6a1e0b7c44";

    @Override
    public SealedValues values() {
        return new MongoSealedValues(DATABASE.connection());
    }

    @Override
    public SealedValue put(String id, String text) {
        DATABASE.collection("passkeys")
                .replaceOne(
                        eq("_id", id),
                        new Document("_id", id).append("name", text).append("more", 1),
                        new ReplaceOptions().upsert(true));
        return new SealedValue(
                "passkeys", "{\"_id\": \"" + id + "\"}", "(its _id is not shown)", "name", "passkeys/name/" + id, text);
    }

    @Override
    public void remove(String id) {
        DATABASE.collection("passkeys").deleteOne(eq("_id", id));
    }

    @Override
    public Backend takeBackendAway() {
        return DATABASE.takeAway();
    }

    @Test
    void visit_partsListsAndRowsOfUsers_givesEachValueWithItsPlace() {
        DATABASE.collection("accounts")
                .insertOne(new Document("_id", ID)
                        .append("email", "aux1_mail")
                        .append("username", "aux1_is_a_name")
                        .append("totp", new Document("secret", "aux1_code").append("lastStep", 7L)));
        DATABASE.collection("erasures")
                .insertOne(new Document("_id", ID)
                        .append("phoneNumber", "aux1_number")
                        .append("auraIds", List.of("aux1_one", "plain", "aux1_two")));
        ObjectId row = new ObjectId();
        DATABASE.users().insertOne(user(row, "somebody", "aux1_hint"));
        DATABASE.users().insertOne(user(34600000001L, "b", "aux1_b"));
        DATABASE.users().insertOne(user("c", "c", "a plain one"));

        List<SealedValue> found = visited();

        assertThat(found)
                .extracting(SealedValue::place)
                .containsExactlyInAnyOrder(
                        "accounts/email/" + ID,
                        "accounts/totp/" + ID,
                        "erasures/phoneNumber/" + ID,
                        "erasures/auraIds/" + ID,
                        "erasures/auraIds/" + ID,
                        "users/idTokenHint/somebody",
                        "users/idTokenHint/b");
        assertThat(found)
                .extracting(SealedValue::toString)
                .contains(
                        "accounts " + ID + " totp.secret",
                        "erasures " + ID + " auraIds.2",
                        "users " + row.toHexString() + " idTokenHint",
                        "users (its _id is not shown) idTokenHint");
        assertThat(found).allMatch(value -> values().replace(value, "aux1_next_" + value.text(), TestDatabase.soon()));
        assertThat(DATABASE.stored("accounts").get(0))
                .isEqualTo(new Document("_id", ID)
                        .append("email", "aux1_next_aux1_mail")
                        .append("username", "aux1_is_a_name")
                        .append("totp", new Document("secret", "aux1_next_aux1_code").append("lastStep", 7L)));
        assertThat(DATABASE.stored("erasures").get(0).getList("auraIds", String.class))
                .containsExactly("aux1_next_aux1_one", "plain", "aux1_next_aux1_two");
    }

    /** Who enciphers something new adds it to {@link SealedCollection}, and then here. */
    @Test
    void classes_thatEncipher_areThoseWhoseCollectionsAreKnown() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java") && enciphers(file))
                            .map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "SealedFields.java",
                            "AccountDocumentMapper.java",
                            "SecondFactorsMapper.java",
                            "ErasureDocumentMapper.java",
                            "GrantDocumentMapper.java",
                            "KeptRequestDocumentMapper.java",
                            "MongoLogoutNotices.java",
                            "MongoPasskeyStore.java",
                            "MongoSigningKeyStore.java",
                            "UserDocumentMapper.java");
        }
    }

    private static Document user(Object id, String auraId, String hint) {
        return new Document("_id", id)
                .append("auraId", auraId)
                .append("authorizationId", "session of " + auraId)
                .append("idTokenHint", hint);
    }

    private static boolean enciphers(Path file) {
        try {
            String text = Files.readString(file);
            return text.contains("cipher.seal(") || text.contains("sealed.seal(");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<SealedValue> visited() {
        List<SealedValue> visited = new ArrayList<>();
        values().collections().forEach(each -> values().visit(each, visited::addAll, TestDatabase.soon()));
        return visited;
    }
}
