package io.github.auraauth.domain.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.JsonWebKey;
import io.github.auraauth.domain.token.PrivateSigningKey;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SigningKeyRingTest {
    private static final Instant BEGUN = Instant.parse("2030-01-02T12:00:00Z");
    private static final Duration LEAD = Duration.ofMinutes(20);

    private final List<StoredSigningKey> stored = new ArrayList<>();

    @Test
    void ring_withoutKeys_hasNone() {
        assertThat(ring().current(SignatureAlgorithm.RS256, BEGUN)).isEmpty();
        assertThat(ring().has(SignatureAlgorithm.RS256)).isFalse();
        assertThat(ring().published(BEGUN)).isEmpty();
        assertThat(ring().known()).isEmpty();
        assertThat(ring().removable(BEGUN)).isEmpty();
    }

    @Test
    void signsFrom_firstOfAll_isNowAndOfOthersAfterTheLead() {
        assertThat(ring().signsFrom(LEAD, BEGUN)).isEqualTo(BEGUN);
        rotate("a", SignatureAlgorithm.RS256, BEGUN);
        assertThat(ring().signsFrom(LEAD, BEGUN)).isEqualTo(BEGUN.plus(LEAD));
    }

    /** The whole life of a key: next, current, previous, known, gone. */
    @Test
    void key_overTwoRotations_isPublishedBeforeItSignsAndUntilItsLastTokenIsOver() {
        rotate("a", SignatureAlgorithm.RS256, BEGUN);
        assertCurrent("a", BEGUN);

        Instant second = BEGUN.plus(Duration.ofDays(90));
        rotate("b", SignatureAlgorithm.RS256, second);
        assertThat(ring().has(SignatureAlgorithm.RS256)).isTrue();
        assertThat(ring().has(SignatureAlgorithm.ES256)).isFalse();
        assertThat(published(second)).containsExactly("a", "b");
        assertCurrent("a", second);
        assertCurrent("a", second.plus(LEAD).minusMillis(1));
        assertCurrent("b", second.plus(LEAD));
        assertThat(published(second.plus(LEAD))).containsExactly("b", "a");

        Instant withdrawn = second.plus(LEAD).plus(SigningKeyRing.WITHDRAWN_AFTER);
        assertThat(published(withdrawn.minusMillis(1))).containsExactly("b", "a");
        assertThat(published(withdrawn)).containsExactly("b");
        assertThat(ring().known()).extracting(JsonWebKey::id).containsExactly("b", "a");

        Instant removed = second.plus(LEAD).plus(SigningKeyRing.REMOVED_AFTER);
        assertThat(removable(removed.minusMillis(1))).isEmpty();
        assertThat(removable(removed)).containsExactly("a");

        Instant third = removed.plus(Duration.ofDays(1));
        rotate("c", SignatureAlgorithm.RS256, third);
        assertThat(published(third)).containsExactly("b", "c");
        assertThat(published(third.plus(LEAD))).containsExactly("c", "b");
        assertThat(removable(third.plus(LEAD))).containsExactly("a");
    }

    @Test
    void published_keyThatSignsNoMore_outlivesItsLastToken() {
        assertThat(SigningKeyRing.WITHDRAWN_AFTER).isGreaterThan(IdTokens.LIFETIME);
        assertThat(SigningKeyRing.REMOVED_AFTER).isGreaterThan(SigningKeyRing.WITHDRAWN_AFTER);
    }

    @Test
    void key_ofAnotherAlgorithm_livesByItself() {
        rotate("rsa", SignatureAlgorithm.RS256, BEGUN);
        rotate("ec", SignatureAlgorithm.ES256, BEGUN);
        Instant later = BEGUN.plus(Duration.ofDays(90));
        rotate("ec-2", SignatureAlgorithm.ES256, later);
        Instant end = later.plus(Duration.ofDays(90));
        assertThat(published(end)).containsExactly("ec-2", "rsa");
        assertThat(removable(end)).containsExactly("ec");
        assertThat(ring().current(SignatureAlgorithm.RS256, end)
                        .orElseThrow()
                        .publicKey()
                        .id())
                .isEqualTo("rsa");
        assertThat(ring().current(SignatureAlgorithm.PS256, end)).isEmpty();
    }

    @Test
    void published_currentOfEachAlgorithm_areFirst() {
        rotate("rsa", SignatureAlgorithm.RS256, BEGUN);
        rotate("ec", SignatureAlgorithm.ES256, BEGUN);
        Instant later = BEGUN.plus(Duration.ofDays(90));
        rotate("rsa-2", SignatureAlgorithm.RS256, later);
        rotate("ec-2", SignatureAlgorithm.ES256, later);
        assertThat(published(later)).startsWith("ec", "rsa").containsExactly("ec", "rsa", "ec-2", "rsa-2");
        assertThat(published(later.plus(LEAD))).containsExactly("ec-2", "rsa-2", "ec", "rsa");
    }

    @Test
    void rotation_whileOneWaits_leavesTheOneThatSigns() {
        rotate("a", SignatureAlgorithm.RS256, BEGUN);
        Instant later = BEGUN.plus(Duration.ofDays(1));
        rotate("b", SignatureAlgorithm.RS256, later);
        rotate("c", SignatureAlgorithm.RS256, later.plusSeconds(60));
        assertCurrent("a", later.plusSeconds(60));
        assertCurrent("b", later.plus(LEAD));
        assertCurrent("c", later.plus(LEAD).plusSeconds(60));
        assertThat(published(later.plusSeconds(60))).startsWith("a").containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void keys_thatBeginAtOnce_areInTheSameOrderForAll() {
        store("b", SignatureAlgorithm.RS256, BEGUN, BEGUN);
        store("a", SignatureAlgorithm.RS256, BEGUN, BEGUN);
        List<String> one = published(BEGUN);
        Collections.reverse(stored);
        assertThat(published(BEGUN)).isEqualTo(one).containsExactly("a", "b");
        assertCurrent("a", BEGUN);
    }

    @Test
    void key_thatSignsBeforeItIsMade_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store("a", SignatureAlgorithm.RS256, BEGUN, BEGUN.minusMillis(1)));
        store("b", SignatureAlgorithm.RS256, BEGUN.plusNanos(999_999), BEGUN.plusNanos(1));
        assertThat(stored.get(0).signsFrom()).isEqualTo(BEGUN);
        assertThat(stored.get(0).createdAt()).isEqualTo(BEGUN);
    }

    private void assertCurrent(String id, Instant now) {
        assertThat(ring().current(SignatureAlgorithm.RS256, now)
                        .map(key -> key.publicKey().id()))
                .contains(id);
        assertThat(published(now)).contains(id);
    }

    private List<String> published(Instant now) {
        return ring().published(now).stream().map(JsonWebKey::id).toList();
    }

    private List<String> removable(Instant now) {
        return ring().removable(now).stream()
                .map(key -> key.key().publicKey().id())
                .toList();
    }

    private void rotate(String id, SignatureAlgorithm algorithm, Instant now) {
        store(id, algorithm, now, ring().signsFrom(LEAD, now));
    }

    private void store(String id, SignatureAlgorithm algorithm, Instant now, Instant signsFrom) {
        Map<String, String> parameters = algorithm == SignatureAlgorithm.ES256
                ? Map.of("crv", "P-256", "x", "AQ", "y", "AQ")
                : Map.of("n", "AQ", "e", "AQAB");
        stored.add(new StoredSigningKey(
                new PrivateSigningKey(new JsonWebKey(id, algorithm, parameters), Secret.ofText("made up")),
                now,
                signsFrom));
    }

    private SigningKeyRing ring() {
        return new SigningKeyRing(stored);
    }
}
