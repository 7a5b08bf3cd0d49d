package io.github.auraauth.usecase.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.apikey.ApiKeyFormat;
import io.github.auraauth.domain.apikey.ApiKeyPolicy;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.in.Admission;
import io.github.auraauth.port.in.ApiKeySelector;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApiKeyAuthenticationTest {
    private static final String SOURCE = "192.0.2.1";

    private final KeyHouse strict = new KeyHouse(ApiKeyPolicy.STRICT, 60);
    private final KeyHouse compat = new KeyHouse(ApiKeyPolicy.COMPAT, 60);

    @Test
    void authenticate_versionOne_strictTakesRegisteredOnesOnly() {
        assertGranted(strict.call(strict.issued(ApiKeyFormat.V1)));
        assertThat(strict.call(strict.made(ApiKeyFormat.V1))).isInstanceOf(Admission.Unauthenticated.class);
        assertGranted(compat.call(compat.made(ApiKeyFormat.V1)));
        assertGranted(strict.call(strict.made(ApiKeyFormat.V2)));
    }

    @Test
    void authenticate_everyRefusal_asksTheStrictRegistryOnceAndTheCompatOneNever() {
        for (KeyHouse house : List.of(strict, compat)) {
            String revoked = house.issued(ApiKeyFormat.V1);
            house.call(revoked);
            revoke(house, revoked);
            for (String key : List.of(
                    "", "x", "00".repeat(64), "aur2_00000000_00_000000", house.made(ApiKeyFormat.V2) + "0", revoked)) {
                house.lookUps = 0;
                assertThat(house.call(key)).as(key).isInstanceOf(Admission.Unauthenticated.class);
                assertThat(house.lookUps).as(key).isEqualTo(house == strict ? 1 : 0);
            }
        }
    }

    @Test
    void authenticate_foundFingerprint_isRememberedForTenMinutesAndAMissingOneNever() {
        String key = strict.issued(ApiKeyFormat.V1);
        strict.lookUps = 0;
        strict.call(key);
        strict.clock.advance(Duration.ofMinutes(10).minusMillis(1));
        strict.watch.poll(strict.soon());
        strict.call(key);
        assertThat(strict.lookUps).isEqualTo(1);
        strict.clock.advance(Duration.ofMillis(1));
        assertGranted(strict.call(key));
        assertThat(strict.lookUps).isEqualTo(2);

        String late = strict.made(ApiKeyFormat.V1);
        assertThat(strict.call(late)).isInstanceOf(Admission.Unauthenticated.class);
        strict.registration.register(Secret.ofText(late), Optional.empty(), "test", strict.soon());
        assertGranted(strict.call(late));
    }

    @Test
    void authenticate_registryAway_isUndecidedForOtherwiseGoodKeysOnly() {
        String good = strict.issued(ApiKeyFormat.V1);
        String remembered = strict.issued(ApiKeyFormat.V1);
        strict.call(remembered);
        strict.registryAway = true;
        assertThat(strict.call(good)).isInstanceOf(Admission.Undecided.class);
        assertThat(strict.call("00".repeat(64))).isInstanceOf(Admission.Unauthenticated.class);
        assertThat(strict.call("aur2_x")).isInstanceOf(Admission.Unauthenticated.class);
        assertGranted(strict.call(remembered));
        assertGranted(strict.call(strict.made(ApiKeyFormat.V2)));
        strict.registryAway = false;
        assertGranted(strict.call(good));
    }

    @ParameterizedTest
    @EnumSource(ApiKeyFormat.class)
    void authenticate_revocationsUnknown_isUndecidedForOtherwiseGoodKeysOnly(ApiKeyFormat format) {
        String good = strict.issued(format);
        String revoked = strict.issued(format);
        revoke(strict, revoked);
        strict.clock.advance(KeyHouse.STALENESS.plusMillis(1));
        assertThat(strict.call(good)).isInstanceOf(Admission.Undecided.class);
        assertThat(strict.call(good, AccessMode.WRITE, SOURCE))
                .as("before the right is looked at")
                .isInstanceOf(Admission.Undecided.class);
        assertThat(strict.call(revoked)).isInstanceOf(Admission.Unauthenticated.class);
        assertThat(strict.call("x")).isInstanceOf(Admission.Unauthenticated.class);
        strict.watch.poll(strict.soon());
        assertGranted(strict.call(good));
    }

    @Test
    void authenticate_sourceThatFailed_isTurnedAwayBeforeAnythingIsLookedAtSaveWithProvenKeys() {
        KeyHouse house = new KeyHouse(ApiKeyPolicy.STRICT, 3);
        String proven = house.issued(ApiKeyFormat.V1);
        String unproven = house.issued(ApiKeyFormat.V2);
        assertGranted(house.call(proven));
        for (int i = 0; i < 3; i++) {
            assertThat(house.call("x")).isInstanceOf(Admission.Unauthenticated.class);
        }
        house.lookUps = 0;
        for (String key : List.of("x", "", unproven, house.made(ApiKeyFormat.V1))) {
            assertThat(house.call(key)).isEqualTo(new Admission.Throttled());
        }
        assertThat(house.lookUps).isZero();
        assertGranted(house.call(proven));
        assertGranted(house.call(unproven, AccessMode.READ, "192.0.2.2"));
        assertGranted(house.call(unproven));
        house.clock.advance(Duration.ofMinutes(1));
        house.watch.poll(house.soon());
        assertThat(house.call("x")).isInstanceOf(Admission.Unauthenticated.class);
    }

    @Test
    void authenticate_provenKey_isProvenForTenMinutesAndNoMoreOnceRefused() {
        KeyHouse house = new KeyHouse(ApiKeyPolicy.COMPAT, 1);
        String key = house.issued(ApiKeyFormat.V2);
        house.call(key);
        house.clock.advance(Duration.ofMinutes(10).minusMillis(1));
        house.watch.poll(house.soon());
        house.call("x");
        assertGranted(house.call(key));
        house.clock.advance(Duration.ofMinutes(10));
        house.watch.poll(house.soon());
        house.call("x");
        assertThat(house.call(key)).isInstanceOf(Admission.Throttled.class);

        house.clock.advance(Duration.ofMinutes(1));
        assertGranted(house.call(key));
        house.call("x");
        revoke(house, key);
        assertThat(house.call(key)).isInstanceOf(Admission.Unauthenticated.class);
        assertThat(house.call(key)).isInstanceOf(Admission.Throttled.class);
    }

    @Test
    void authenticate_withoutTheRight_countsForVersionOneOnly() {
        KeyHouse house = new KeyHouse(ApiKeyPolicy.COMPAT, 1);
        String v1 = house.made(ApiKeyFormat.V1);
        String v2 = house.made(ApiKeyFormat.V2);
        assertThat(house.call(v2, AccessMode.WRITE, SOURCE)).isInstanceOf(Admission.Forbidden.class);
        assertThat(house.call("x", AccessMode.WRITE, SOURCE)).isInstanceOf(Admission.Unauthenticated.class);
        assertThat(house.call(v1, AccessMode.WRITE, "192.0.2.2")).isInstanceOf(Admission.Forbidden.class);
        assertThat(house.call("x", AccessMode.READ, "192.0.2.2")).isInstanceOf(Admission.Throttled.class);
    }

    @Test
    void authenticate_oneKeyOften_isNotedOnceAMinute() {
        String key = compat.issued(ApiKeyFormat.V2);
        for (int i = 0; i < 5; i++) {
            compat.call(key);
        }
        assertThat(compat.notedUses).isEqualTo(1);
        compat.clock.advance(Duration.ofMinutes(1));
        compat.call(key);
        assertThat(compat.notedUses).isEqualTo(2);
        compat.call("x");
        assertThat(compat.notedUses).isEqualTo(2);
        assertThat(compat.stored
                        .find(compat.fingerprint(key), compat.soon())
                        .orElseThrow()
                        .lastUsedAt())
                .isPresent();
    }

    private static void revoke(KeyHouse house, String key) {
        house.revocation.revoke(new ApiKeySelector.ByText(Secret.ofText(key)), house.soon());
        house.watch.poll(house.soon());
    }

    private static void assertGranted(Admission admission) {
        assertThat(admission).isInstanceOf(Admission.Granted.class);
    }
}
