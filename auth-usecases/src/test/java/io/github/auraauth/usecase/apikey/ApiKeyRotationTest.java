package io.github.auraauth.usecase.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.apikey.ApiKeyFormat;
import io.github.auraauth.domain.apikey.ApiKeyModel;
import io.github.auraauth.domain.apikey.ApiKeyPolicy;
import io.github.auraauth.domain.apikey.ApiKeyRequest;
import io.github.auraauth.domain.apikey.RegisteredApiKey;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.in.Admission;
import io.github.auraauth.port.in.ApiKeySelector;
import io.github.auraauth.port.in.RevokeApiKey;
import io.github.auraauth.port.in.RotateApiKey.Absent;
import io.github.auraauth.port.in.RotateApiKey.Ended;
import io.github.auraauth.port.in.RotateApiKey.Outcome;
import io.github.auraauth.port.in.RotateApiKey.Rotated;
import io.github.auraauth.port.in.RotateApiKey.Rotation;
import io.github.auraauth.port.out.Outage;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApiKeyRotationTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final KeyHouse house = new KeyHouse(ApiKeyPolicy.COMPAT, 0);

    @ParameterizedTest
    @EnumSource(ApiKeyFormat.class)
    void rotate_goodKey_givesOneWithTheSameRightsAndEndsTheOldAfterTheGrace(ApiKeyFormat format) {
        String old = KeyHouse.text(
                house.issuing.issue(KeyHouse.request("webchat", "/token/**"), format, "test", house.soon()));
        ApiKeyModel model = house.keys.read(old).orElseThrow().model();

        Rotated rotated = rotate(old, DAY);
        ApiKeyModel young = rotated.key().model();
        assertThat(young.grants()).isEqualTo(model.grants());
        assertThat(young.version()).isEqualTo(model.version());
        assertThat(young.stamp().name()).contains("a name");
        assertThat(young.stamp().expiresAt()).isEmpty();
        assertThat(rotated.oldEndsAt()).isEqualTo(house.clock.instant().plus(DAY));
        assertThat(rotated.advisory()).isEqualTo(format == ApiKeyFormat.V1);
        RegisteredApiKey entry = entry(KeyHouse.text(rotated.key()));
        assertThat(entry.origin().successorOf()).contains(house.fingerprint(old));
        assertThat(entry(old).revokedAt()).isPresent();
        assertRefusedFrom(old, DAY);
    }

    @Test
    void rotate_keyWithAnEnd_livesAsLongAsTheOldOneWasMadeFor() {
        var request = new ApiKeyRequest(
                "9.5.0",
                KeyHouse.request("webchat").grants(),
                Optional.of(house.clock.instant().plus(DAY)),
                Optional.empty());
        String old = KeyHouse.text(house.issuing.issue(request, ApiKeyFormat.V2, "test", house.soon()));
        house.clock.advance(Duration.ofHours(23));
        ApiKeyModel.Stamp stamp = rotate(old, Duration.ZERO).key().model().stamp();
        assertThat(Duration.between(
                        stamp.issuedAt().orElseThrow(), stamp.expiresAt().orElseThrow()))
                .isBetween(DAY.minusSeconds(1), DAY.plusSeconds(1));
    }

    @Test
    void rotate_withinTheGraceOfAnother_doesNotLengthenIt() {
        String old = house.issued(ApiKeyFormat.V2);
        Rotated first = rotate(old, Duration.ofHours(1));
        assertThat(rotate(old, DAY).oldEndsAt()).isEqualTo(first.oldEndsAt().truncatedTo(ChronoUnit.MILLIS));
        assertRefusedFrom(old, Duration.ofHours(1));
    }

    @Test
    void rotate_endedKey_givesNone() {
        String revoked = house.issued(ApiKeyFormat.V2);
        house.revocation.revoke(text(revoked), house.soon());
        assertThat(outcome(text(revoked))).isInstanceOf(Ended.class);
        String ofConsumer = house.issued(ApiKeyFormat.V2);
        house.revocation.revokeConsumer("webchat", house.soon());
        assertThat(outcome(text(ofConsumer))).isInstanceOf(Ended.class);
        assertThat(house.stored.all(house.soon())).hasSize(2);
    }

    @Test
    void rotate_unknownKey_isAbsent() {
        assertThat(outcome(text("nothing"))).isInstanceOf(Absent.class);
        assertThat(outcome(new ApiKeySelector.ById("00000000-0000-4000-8000-000000000001")))
                .isInstanceOf(Absent.class);
        assertThat(outcome(new ApiKeySelector.ByFingerprint(house.fingerprint("x"))))
                .isInstanceOf(Absent.class);
    }

    @Test
    void rotate_pathsThatAreNoPatterns_neverWidensTheRights() {
        for (List<String> paths : List.of(List.of("token"), List.of("token", "/users/*"))) {
            var grants = new ApiKeyModel.Grants(Set.of("aura-services"), Set.of("a"), AccessMode.READ, paths);
            String id = "00000000-0000-4000-8000-00000000000" + paths.size();
            var stamp = new ApiKeyModel.Stamp(
                    Optional.of(id), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
            var origin = new RegisteredApiKey.Origin(Optional.empty(), house.clock.instant(), "test", Optional.empty());
            house.stored.register(
                    new RegisteredApiKey(
                            house.fingerprint(id),
                            ApiKeyFormat.V2,
                            new ApiKeyModel("9.5.0", grants, stamp),
                            origin,
                            Optional.empty(),
                            Optional.empty()),
                    house.soon());
            Outcome outcome = outcome(new ApiKeySelector.ById(id));
            if (paths.size() == 1) {
                assertThat(outcome).isInstanceOf(Ended.class);
            } else {
                assertThat(((Rotated) outcome).key().model().grants().paths()).containsExactly("/users/*");
            }
        }
    }

    @Test
    void rotate_registryAway_handsOutNothingAndEndsNothing() {
        String old = house.issued(ApiKeyFormat.V2);
        house.registryAway = true;
        assertThatThrownBy(() -> outcome(text(old))).isInstanceOf(Outage.class);
        house.registryAway = false;
        house.watch.poll(house.soon());
        assertThat(house.call(old)).isInstanceOf(Admission.Granted.class);
        assertThat(house.stored.all(house.soon())).hasSize(1);
    }

    @Test
    void revoke_byTextFingerprintOrId_isRefusedAndShown() {
        for (ApiKeyFormat format : ApiKeyFormat.values()) {
            String key = house.issued(format);
            for (ApiKeySelector selector :
                    List.of(text(key), new ApiKeySelector.ByFingerprint(house.fingerprint(key)))) {
                assertThat(house.revocation.revoke(selector, house.soon()))
                        .isEqualTo(new RevokeApiKey.Revoked(format == ApiKeyFormat.V1));
            }
            house.watch.poll(house.soon());
            assertThat(house.call(key)).isInstanceOf(Admission.Unauthenticated.class);
            assertThat(entry(key).revokedAt()).isPresent();
        }
        String unregistered = house.made(ApiKeyFormat.V2);
        house.revocation.revoke(text(unregistered), house.soon());
        house.watch.poll(house.soon());
        assertThat(house.call(unregistered)).isInstanceOf(Admission.Unauthenticated.class);
        assertThat(house.revocation.revoke(text("nothing"), house.soon())).isInstanceOf(RevokeApiKey.Absent.class);
    }

    @Test
    void revokeConsumer_noConsumersName_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> house.revocation.revokeConsumer("Some", house.soon()));
        assertThat(house.log.after(0, 1, house.soon())).isEmpty();
    }

    private void assertRefusedFrom(String key, Duration grace) {
        house.clock.advance(grace.minusMillis(1));
        house.watch.poll(house.soon());
        assertThat(house.keys.read(key)).isPresent();
        assertThat(verdict(key)).isInstanceOfAny(Admission.Granted.class, Admission.Forbidden.class);
        house.clock.advance(Duration.ofMillis(1));
        house.watch.poll(house.soon());
        assertThat(verdict(key)).isInstanceOf(Admission.Unauthenticated.class);
    }

    private Admission verdict(String key) {
        return house.call(key);
    }

    private Rotated rotate(String old, Duration grace) {
        return (Rotated) house.rotation.rotate(text(old), rotation(grace), house.soon());
    }

    private Outcome outcome(ApiKeySelector old) {
        return house.rotation.rotate(old, rotation(DAY), house.soon());
    }

    private static Rotation rotation(Duration grace) {
        return new Rotation(grace, Optional.empty(), ApiKeyFormat.V2, "test");
    }

    private RegisteredApiKey entry(String key) {
        return house.stored.find(house.fingerprint(key), house.soon()).orElseThrow();
    }

    private static ApiKeySelector text(String key) {
        return new ApiKeySelector.ByText(Secret.ofText(key));
    }
}
