package io.github.auraauth.domain.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.apikey.ApiKeyFingerprint;
import io.github.auraauth.domain.apikey.ApiKeyModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevocationsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final ApiKeyFingerprint KEY = new ApiKeyFingerprint("a".repeat(64));
    private static final ApiKeyFingerprint OTHER = new ApiKeyFingerprint("b".repeat(64));
    private static final String ID = "00000000-0000-4000-8000-000000000001";

    @Test
    void revokes_nothingRevoked_isFalse() {
        assertThat(Revocations.NONE.revokes(KEY, model(Optional.empty(), "kernel"), NOW))
                .isFalse();
        assertThat(Revocations.NONE.version()).isZero();
    }

    @Test
    void revokes_fingerprint_fromItsMomentOn() {
        Revocations set = of(Revocation.ofKey(KEY, NOW));
        ApiKeyModel model = model(Optional.of(NOW), "kernel");
        assertThat(set.revokes(KEY, model, NOW.minusMillis(1))).isFalse();
        assertThat(set.revokes(KEY, model, NOW)).isTrue();
        assertThat(set.revokes(OTHER, model, NOW)).isFalse();
    }

    @Test
    void revokes_id_whateverTheFingerprint() {
        Revocations set = of(Revocation.ofKeyId(ID, NOW));
        assertThat(set.revokes(OTHER, model(Optional.of(NOW), "kernel"), NOW)).isTrue();
        assertThat(set.revokes(OTHER, model(Optional.of(NOW), "kernel"), NOW.minusMillis(1)))
                .isFalse();
    }

    @Test
    void revokes_consumer_keysIssuedUpToItsMoment() {
        Revocations set = of(Revocation.ofConsumer("kernel", NOW));
        assertThat(set.revokes(KEY, model(Optional.of(NOW), "kernel"), NOW)).isTrue();
        assertThat(set.revokes(KEY, model(Optional.of(NOW.plusSeconds(1)), "kernel"), NOW.plusSeconds(9)))
                .isFalse();
        assertThat(set.revokes(KEY, model(Optional.of(NOW), "webchat"), NOW)).isFalse();
        assertThat(set.revokes(KEY, model(Optional.of(NOW), "webchat", "kernel"), NOW))
                .as("any of its consumers")
                .isTrue();
    }

    @Test
    void revokes_keyWithoutIssueTime_countsAsIssuedAtTheEpoch() {
        assertThat(of(Revocation.ofConsumer("kernel", Instant.EPOCH))
                        .revokes(KEY, model(Optional.empty(), "kernel"), NOW))
                .isTrue();
    }

    @Test
    void with_severalForOneSubject_neverMakesAKeyGoodAgain() {
        Revocations set = of(
                Revocation.ofKey(KEY, NOW),
                Revocation.ofKey(KEY, NOW.plusSeconds(60)),
                Revocation.ofConsumer("kernel", NOW),
                Revocation.ofConsumer("kernel", NOW.minusSeconds(60)));
        assertThat(set.revokes(KEY, model(Optional.empty(), "webchat"), NOW)).isTrue();
        assertThat(set.revokes(OTHER, model(Optional.of(NOW), "kernel"), NOW)).isTrue();
    }

    @Test
    void with_linesKnownAlready_changesNothing() {
        Revocations set = Revocations.NONE.with(
                List.of(entry(1, Revocation.ofConsumer("a", NOW)), entry(2, Revocation.ofConsumer("b", NOW))));
        assertThat(set.version()).isEqualTo(2);
        assertThat(set.with(List.of(entry(2, Revocation.ofConsumer("c", NOW))))).isSameAs(set);
        assertThat(set.with(List.of())).isSameAs(set);
        assertThat(set.all()).hasSize(2);
    }

    @Test
    void of_allOfAnother_isTheSameSet() {
        List<Revocation> all =
                List.of(Revocation.ofKey(KEY, NOW), Revocation.ofKeyId(ID, NOW), Revocation.ofConsumer("kernel", NOW));
        List<Revocation> given = new ArrayList<>(all);
        Revocations set = Revocations.of(9, given);
        given.clear();
        assertThat(set.all()).containsExactlyInAnyOrderElementsOf(all);
        assertThat(Revocations.of(set.version(), set.all()).all()).containsExactlyInAnyOrderElementsOf(all);
        assertThat(set).hasToString("Revocations[version=9]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "with space", "\u00e9", "12345678901234567890123456789012345678901234567890123456789012345"})
    void revocation_subjectOfAnotherForm_isRefused(String subject) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Revocation(Revocation.Kind.CONSUMER, subject, NOW))
                .withMessageContaining("subject");
    }

    @Test
    void entryOrVersion_belowTheFirst_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> entry(0, Revocation.ofConsumer("a", NOW)));
        assertThatIllegalArgumentException().isThrownBy(() -> Revocations.of(-1, List.of()));
    }

    private static Revocations of(Revocation... all) {
        return Revocations.of(all.length, List.of(all));
    }

    private static RevocationEntry entry(long seq, Revocation revocation) {
        return new RevocationEntry(seq, revocation);
    }

    private static ApiKeyModel model(Optional<Instant> issued, String... apps) {
        var grants = ApiKeyModel.Grants.of(Set.of("aura-services"), Set.of(apps), AccessMode.READ);
        var stamp =
                new ApiKeyModel.Stamp(Optional.of(ID), issued, Optional.empty(), Optional.empty(), Optional.empty());
        return new ApiKeyModel("9.5.0", grants, stamp);
    }
}
