package io.github.auraauth.usecase.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.adapter.memory.secret.InMemorySealedValues;
import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.domain.crypto.EncryptionKeys;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.secret.StoredSecrets.Reencryption;
import io.github.auraauth.port.out.secret.SealedValues;
import io.github.auraauth.port.out.secret.SealedValues.SealedValue;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class StoredSecretsServiceTest {
    private static final String OLD = "the-old-encryption-key-of-tests!";
    private static final String NEW = "the-new-encryption-key-of-tests!";

    private final InMemorySealedValues values = new InMemorySealedValues();
    private final AtRestCipher old = cipher(OLD);
    private final AtRestCipher both = cipher(NEW + "," + OLD);
    private final AtRestCipher young = cipher(NEW);

    @Test
    void reencrypt_valuesOfTwoKeys_leavesThemUnderTheWritingOneAndASecondRunNothingToDo() {
        put("a", old, "one");
        put("b", both, "two");
        SealedValue current = stored("b");
        List<String> told = new ArrayList<>();

        Reencryption done = new StoredSecretsService(values, both)
                .reencrypt((collection, at, about) -> told.add(collection + " " + at + "/" + about), soon());

        assertThat(done).isEqualTo(new Reencryption(1, 1, 0, 0, List.of()));
        assertThat(plain("a")).contains("one");
        assertThat(stored("b")).isEqualTo(current);
        assertThat(told).containsExactly("documents 1/2", "documents 2/2");
        assertThat(reencrypt(values, both)).isEqualTo(new Reencryption(0, 2, 0, 0, List.of()));
        assertThat(reencrypt(values, young)).isEqualTo(new Reencryption(0, 2, 0, 0, List.of()));
    }

    @Test
    void reencrypt_whatNoKeyDeciphers_leavesItAndTellsWhereItIs() {
        String broken = put("a", old, "one").text().replaceAll(".$", "") + "x";
        values.put("a", broken);
        put("b", cipher("another-encryption-key-of-tests!"), "two");
        String elsewhere = both.seal(Secret.ofText("three"), "documents/secret/z");
        values.put("c", elsewhere);
        put("d", old, "four");

        Reencryption done = reencrypt(values, both);

        assertThat(done)
                .isEqualTo(new Reencryption(
                        1, 0, 0, 3, List.of("documents a secret", "documents b secret", "documents c secret")));
        assertThat(stored("a").text()).isEqualTo(broken);
        assertThat(stored("c").text()).isEqualTo(elsewhere);
        assertThat(plain("d")).contains("four");
    }

    @Test
    void reencrypt_valueChangedMeanwhile_leavesTheChange() {
        put("a", old, "one");
        SealedValues raced = new Raced(() -> put("a", both, "a newer one"));

        assertThat(reencrypt(raced, both)).isEqualTo(new Reencryption(0, 0, 1, 0, List.of()));
        assertThat(plain("a")).contains("a newer one");
    }

    @Test
    void reencrypt_storeAwayInTheMiddle_goesOnFromThereTheNextTime() {
        put("a", old, "one");
        put("b", old, "two");
        List<String> replaced = new ArrayList<>();
        SealedValues failing = new Raced(() -> {
            replaced.add("once");
            if (replaced.size() == 2) {
                throw new Outage.TimedOut("a store");
            }
        });

        assertThatThrownBy(() -> reencrypt(failing, both)).isInstanceOf(Outage.class);
        assertThat(reencrypt(values, both)).isEqualTo(new Reencryption(1, 1, 0, 0, List.of()));
    }

    private static Reencryption reencrypt(SealedValues values, AtRestCipher cipher) {
        return new StoredSecretsService(values, cipher).reencrypt((collection, done, about) -> {}, soon());
    }

    private SealedValue put(String id, AtRestCipher cipher, String text) {
        return values.put(id, cipher.seal(Secret.ofText(text), "documents/secret/" + id));
    }

    private SealedValue stored(String id) {
        List<SealedValue> all = new ArrayList<>();
        values.visit("documents", all::addAll, soon());
        return all.stream().filter(each -> each.key().equals(id)).findFirst().orElseThrow();
    }

    private Optional<String> plain(String id) {
        return young.open(stored(id).text(), stored(id).place())
                .map(secret -> new String(secret.reveal(), StandardCharsets.UTF_8));
    }

    private static AtRestCipher cipher(String keys) {
        return new AtRestCipher(EncryptionKeys.parse("aes-256-cbc", keys), new SecureRandom());
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(10), InstantSource.system());
    }

    /** Something happens before each replacement. */
    private final class Raced implements SealedValues {
        private final Runnable before;

        Raced(Runnable before) {
            this.before = before;
        }

        @Override
        public List<String> collections() {
            return values.collections();
        }

        @Override
        public long estimate(String collection, Deadline deadline) {
            return values.estimate(collection, deadline);
        }

        @Override
        public void visit(String collection, Consumer<List<SealedValue>> each, Deadline deadline) {
            values.visit(collection, each, deadline);
        }

        @Override
        public boolean replace(SealedValue present, String text, Deadline deadline) {
            before.run();
            return values.replace(present, text, deadline);
        }
    }
}
