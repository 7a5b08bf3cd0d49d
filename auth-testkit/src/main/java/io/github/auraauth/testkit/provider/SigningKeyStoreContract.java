package io.github.auraauth.testkit.provider;

import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.assertOutage;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static io.github.auraauth.testkit.internal.PortCalls.spoil;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.provider.StoredSigningKey;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.JsonWebKey;
import io.github.auraauth.domain.token.PrivateSigningKey;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import io.github.auraauth.port.out.provider.SigningKeyStore;
import io.github.auraauth.testkit.OutageContract;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.internal.OutageCheck;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link SigningKeyStore}. An adapter's test implements it: {@code keys()} gives one that holds nothing when a
 * test begins, always over the same keys.
 */
public interface SigningKeyStoreContract extends OutageContract {
    /** When the kit's keys were made. */
    Instant CREATED = Instant.parse("2030-01-02T12:00:00.123Z");

    /** The port under test. */
    SigningKeyStore keys();

    @Test
    default void all_neverStored_isEmpty() {
        assertThat(keys().all(soon())).isEmpty();
    }

    @Test
    default void all_inserted_givesAllOfThemToTheMillisecond() {
        var elliptic = new StoredSigningKey(
                key(
                        "$a.b \uD83D\uDE00",
                        SignatureAlgorithm.ES256,
                        Map.of("crv", "P-256", "x", "AQ", "y", "Ag"),
                        "\0\1\u00FF"),
                CREATED.plusNanos(999_999),
                CREATED.plusSeconds(3_600).plusNanos(999_999));
        StoredSigningKey rsa = rsa("fake-key", "A".repeat(2_000));
        assertThat(keys().insert(elliptic, soon())).isTrue();
        assertThat(keys().insert(rsa, soon())).isTrue();
        assertThat(keys().all(soon())).containsExactlyInAnyOrder(elliptic, rsa);
        assertThat(secretOf("$a.b \uD83D\uDE00")).isEqualTo(elliptic.key().pkcs8());
        assertThat(secretOf("fake-key")).isEqualTo(rsa.key().pkcs8());
    }

    @Test
    default void insert_identifierTaken_storesNothing() {
        StoredSigningKey first = rsa("fake-key", "first");
        keys().insert(first, soon());
        assertThat(keys().insert(rsa("fake-key", "second"), soon())).isFalse();
        assertThat(keys().all(soon())).containsExactly(first);
        assertThat(secretOf("fake-key")).isEqualTo(first.key().pkcs8());
    }

    @Test
    default void insert_manyAtOnce_hasOneWinner() {
        List<Boolean> outcomes = Race.of(i -> keys().insert(rsa("fake-key", "secret " + i), soon()));
        assertThat(outcomes).containsOnlyOnce(true);
        assertThat(secretOf("fake-key")).isEqualTo(Secret.ofText("secret " + outcomes.indexOf(true)));
    }

    @Test
    default void delete_twice_isTrueThenFalse() {
        keys().insert(rsa("a", "secret"), soon());
        keys().insert(rsa("b", "secret"), soon());
        assertThat(keys().delete("a", soon())).isTrue();
        assertThat(keys().delete("a", soon())).isFalse();
        assertThat(keys().all(soon())).containsExactly(rsa("b", "secret"));
    }

    @Test
    default void delete_manyAtOnce_isTrueOnce() {
        keys().insert(rsa("a", "secret"), soon());
        assertThat(Race.of(i -> keys().delete("a", soon()))).containsOnlyOnce(true);
    }

    @Test
    default void anyCall_givenOrReturnedChanged_changesNothing() {
        byte[] der = "secret".getBytes(StandardCharsets.US_ASCII);
        var key = new PrivateSigningKey(rsa("a", "").key().publicKey(), Secret.of(der));
        keys().insert(new StoredSigningKey(key, CREATED, CREATED), soon());
        Arrays.fill(der, (byte) 0);
        Arrays.fill(secretOf("a").reveal(), (byte) 0);
        spoil(keys().all(soon()));
        assertThat(secretOf("a")).isEqualTo(Secret.ofText("secret"));
    }

    @Test
    default void all_printed_saysNothingOfThePrivateHalves() {
        keys().insert(rsa("a", "secret-half"), soon());
        assertThat(keys().all(soon()).toString()).contains("a").doesNotContain("secret-half");
    }

    @Test
    default void anyCall_nullArgument_isRefusedByName() {
        assertNullIsRefused("key", () -> keys().insert(nothing(), soon()));
        assertNullIsRefused("deadline", () -> keys().insert(rsa("a", "secret"), nothing()));
        assertNullIsRefused("deadline", () -> keys().all(nothing()));
        assertNullIsRefused("keyId", () -> keys().delete(nothing(), soon()));
        assertNullIsRefused("deadline", () -> keys().delete("a", nothing()));
        assertThat(keys().all(soon())).isEmpty();
    }

    @Test
    default void anyCall_deadlinePassed_isAnOutage() {
        assertOutage(() -> keys().insert(rsa("a", "secret"), passed()));
        assertOutage(() -> keys().all(passed()));
        assertOutage(() -> keys().delete("a", passed()));
    }

    @Test
    default void anyCall_storeAway_isAnOutageInTime() {
        OutageCheck.ofStore(SigningKeyStore.class, this::keys)
                .fails((store, deadline) -> store.insert(rsa("a", "secret"), deadline))
                .fails((store, deadline) -> store.all(deadline))
                .fails((store, deadline) -> store.delete("a", deadline))
                .whenAway(this);
    }

    private Secret secretOf(String id) {
        return keys().all(soon()).stream()
                .filter(key -> key.key().publicKey().id().equals(id))
                .map(key -> key.key().pkcs8())
                .findAny()
                .orElseThrow();
    }

    private static StoredSigningKey rsa(String id, String secret) {
        return new StoredSigningKey(
                key(id, SignatureAlgorithm.RS256, Map.of("n", "fake-modulus", "e", "AQAB"), secret), CREATED, CREATED);
    }

    private static PrivateSigningKey key(
            String id, SignatureAlgorithm algorithm, Map<String, String> parameters, String secret) {
        return new PrivateSigningKey(
                new JsonWebKey(id, algorithm, parameters), Secret.of(secret.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
