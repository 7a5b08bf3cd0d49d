package io.github.auraauth.domain.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.apikey.ApiKeyFingerprint;
import io.github.auraauth.domain.apikey.ApiKeyModel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RevocationsTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
    private static final ApiKeyFingerprint FINGERPRINT = new ApiKeyFingerprint("0".repeat(64));
    private static final ApiKeyFingerprint OTHER = new ApiKeyFingerprint("1".repeat(64));
    private static final String ID = "00000000-0000-4000-8000-000000000001";
    private static final ApiKeyModel PLAIN = model(ApiKeyModel.Stamp.NONE);
    private static final ApiKeyModel STAMPED = issued(AT);

    @Test
    void revokes_nothingRevoked_isFalse() {
        assertThat(Revocations.NONE.revokes(FINGERPRINT, STAMPED, Instant.MAX)).isFalse();
        assertThat(Revocations.NONE.version()).isZero();
        assertThat(Revocations.NONE.all()).isEmpty();
    }

    @Test
    void revokes_fingerprint_fromItsMomentOn() {
        Revocations revocations = of(Revocation.ofKey(FINGERPRINT, AT));
        assertThat(revocations.revokes(FINGERPRINT, PLAIN, AT.minusNanos(1))).isFalse();
        assertThat(revocations.revokes(FINGERPRINT, PLAIN, AT)).isTrue();
        assertThat(revocations.revokes(OTHER, PLAIN, AT)).isFalse();
    }

    @Test
    void revokes_keyId_fromItsMomentOnWhateverTheFingerprint() {
        Revocations revocations = of(Revocation.ofKeyId(ID, AT));
        assertThat(revocations.revokes(OTHER, STAMPED, AT.minusNanos(1))).isFalse();
        assertThat(revocations.revokes(OTHER, STAMPED, AT)).isTrue();
        assertThat(revocations.revokes(OTHER, PLAIN, AT)).as("without jti").isFalse();
    }

    @Test
    void revokes_consumer_keysIssuedUpToThen() {
        Revocations revocations = of(Revocation.ofConsumer("kernel", AT));
        assertThat(revocations.revokes(OTHER, issued(AT.minusSeconds(1)), AT)).isTrue();
        assertThat(revocations.revokes(OTHER, issued(AT), AT)).isTrue();
        assertThat(revocations.revokes(OTHER, issued(AT.plusSeconds(1)), Instant.MAX))
                .isFalse();
        assertThat(revocations.revokes(OTHER, PLAIN, Instant.MAX))
                .as("issued at the epoch")
                .isTrue();
        assertThat(of(Revocation.ofConsumer("another", AT)).revokes(OTHER, PLAIN, AT))
                .isFalse();
    }

    @Test
    void revokes_anyConsumerOfTheKey_isEnough() {
        assertThat(of(Revocation.ofConsumer("aura-bot", AT)).revokes(OTHER, PLAIN, AT))
                .isTrue();
    }

    @Test
    void revokes_namesOfOtherKinds_doNotCount() {
        Revocations revocations = of(
                new Revocation(Revocation.Target.KEY_ID, FINGERPRINT.hex(), AT),
                new Revocation(Revocation.Target.FINGERPRINT, ID, AT),
                new Revocation(Revocation.Target.KEY_ID, "kernel", AT));
        assertThat(revocations.revokes(FINGERPRINT, STAMPED, Instant.MAX)).isFalse();
    }

    @Test
    void with_severalForOneKey_theEarliestCounts() {
        for (List<Instant> order : List.of(List.of(AT, AT.plusSeconds(9)), List.of(AT.plusSeconds(9), AT))) {
            Revocations revocations =
                    of(Revocation.ofKey(FINGERPRINT, order.get(0)), Revocation.ofKey(FINGERPRINT, order.get(1)));
            assertThat(revocations.revokes(FINGERPRINT, PLAIN, AT)).isTrue();
            assertThat(revocations.all()).containsExactly(Revocation.ofKey(FINGERPRINT, AT));
        }
    }

    @Test
    void with_severalForOneConsumer_theLatestCounts() {
        for (List<Instant> order : List.of(List.of(AT, AT.plusSeconds(9)), List.of(AT.plusSeconds(9), AT))) {
            Revocations revocations =
                    of(Revocation.ofConsumer("kernel", order.get(0)), Revocation.ofConsumer("kernel", order.get(1)));
            assertThat(revocations.revokes(OTHER, issued(AT.plusSeconds(9)), AT))
                    .isTrue();
        }
    }

    @Test
    void with_more_addsThemAndLeavesTheOldSetAsItWas() {
        Revocations first = Revocations.NONE.with(1, List.of(Revocation.ofKey(FINGERPRINT, AT)));
        Revocations second = first.with(2, List.of(Revocation.ofKey(OTHER, AT)));
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.revokes(FINGERPRINT, PLAIN, AT)).isTrue();
        assertThat(second.revokes(OTHER, PLAIN, AT)).isTrue();
        assertThat(first.version()).isOne();
        assertThat(first.revokes(OTHER, PLAIN, AT)).isFalse();
        assertThat(Revocations.NONE.all()).isEmpty();
    }

    @Test
    void with_lowerVersion_keepsWhatItHas() {
        Revocations held = Revocations.of(2, List.of(Revocation.ofKey(FINGERPRINT, AT)));
        Revocations next = held.with(1, List.of());
        assertThat(next.version()).isOne();
        assertThat(next.revokes(FINGERPRINT, PLAIN, AT)).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> held.with(-1, List.of()))
                .withMessageContaining("version");
    }

    @Test
    void all_setOfEveryKind_makesTheSameSetAgain() {
        List<Revocation> given = List.of(
                Revocation.ofKey(FINGERPRINT, AT), Revocation.ofKeyId(ID, AT), Revocation.ofConsumer("kernel", AT));
        Revocations again = Revocations.of(9, Revocations.of(9, given).all());
        assertThat(again.all()).containsExactlyInAnyOrderElementsOf(given);
        assertThat(again.version()).isEqualTo(9);
    }

    @Test
    void endOf_key_isTheEarlierOfItsTwoNames() {
        Instant later = AT.plusSeconds(9);
        assertThat(Revocations.NONE.endOf(FINGERPRINT, STAMPED)).isEmpty();
        assertThat(of(Revocation.ofKey(FINGERPRINT, later)).endOf(FINGERPRINT, STAMPED))
                .contains(later);
        assertThat(of(Revocation.ofKey(FINGERPRINT, later), Revocation.ofKeyId(ID, AT))
                        .endOf(FINGERPRINT, STAMPED))
                .contains(AT);
        assertThat(of(Revocation.ofConsumer("kernel", AT)).endOf(FINGERPRINT, STAMPED))
                .isEmpty();
    }

    @Test
    void revokesLegacy_consumerRevokedEver_isTrue() {
        Revocations revocations = of(Revocation.ofConsumer("kernel", AT), Revocation.ofKeyId("aura-groot", AT));
        assertThat(revocations.revokesLegacy(Set.of("kernel", "aura-bot"))).isTrue();
        assertThat(revocations.revokesLegacy(Set.of("aura-bot", "aura-groot"))).isFalse();
        assertThat(revocations.revokesLegacy(Set.of())).isFalse();
    }

    @Test
    void of_negativeVersion_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Revocations.of(-1, List.of()))
                .withMessageContaining("version");
    }

    @Test
    void toString_set_namesNobody() {
        assertThat(of(Revocation.ofConsumer("kernel", AT))).hasToString("Revocations[version=1]");
    }

    private static Revocations of(Revocation... revocations) {
        return Revocations.of(revocations.length, List.of(revocations));
    }

    private static ApiKeyModel issued(Instant at) {
        return model(new ApiKeyModel.Stamp(
                Optional.of(ID), Optional.of(at), Optional.empty(), Optional.of("local"), Optional.empty()));
    }

    private static ApiKeyModel model(ApiKeyModel.Stamp stamp) {
        return new ApiKeyModel(
                "9.5.0",
                ApiKeyModel.Grants.of(Set.of("aura-services"), Set.of("kernel", "aura-bot"), AccessMode.READ),
                stamp);
    }
}
