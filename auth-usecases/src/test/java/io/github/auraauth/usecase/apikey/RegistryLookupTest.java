package io.github.auraauth.usecase.apikey;

import static io.github.auraauth.usecase.KeyEnvironment.changed;
import static io.github.auraauth.usecase.apikey.AuthenticatingInstance.FORBIDDEN;
import static io.github.auraauth.usecase.apikey.AuthenticatingInstance.UNAUTHENTICATED;
import static io.github.auraauth.usecase.apikey.AuthenticatingInstance.UNDECIDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.access.AuthenticationResult;
import io.github.auraauth.domain.apikey.ApiKeyPolicy;
import io.github.auraauth.usecase.KeyEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When the registry is asked, and what becomes of a call when it does not answer. */
class RegistryLookupTest {
    private final KeyEnvironment environment = new KeyEnvironment();

    @Test
    void authenticate_everyKindOfRefusalUnderStrict_asksTheRegistryOnce() {
        Map<String, Optional<String>> refused = RefusedHeaders.of(environment);
        refused.put("not registered", Optional.of("APIKEY " + environment.v1()));
        var door = new AuthenticatingInstance(environment, ApiKeyPolicy.STRICT);
        for (String time : new String[] {"first time", "remembered"}) {
            refused.forEach((fault, header) -> {
                environment.dependencies.forget();
                assertThat(door.admit(header)).as(fault).isEqualTo(UNAUTHENTICATED);
                assertThat(environment.dependencies.asked())
                        .as(fault + ", " + time)
                        .containsExactly("find");
            });
        }
    }

    @Test
    void authenticate_anythingUnderCompat_asksNoRegistry() {
        Map<String, Optional<String>> refused = RefusedHeaders.of(environment);
        var door = new AuthenticatingInstance(environment, ApiKeyPolicy.COMPAT);
        environment.dependencies.away("find", "findById", "all");
        environment.dependencies.forget();

        refused.values().forEach(door::admit);
        door.admitToWrite(environment.v1());

        assertThat(door.admit(environment.v1())).isInstanceOf(AuthenticationResult.Granted.class);
        assertThat(environment.dependencies.times("find", "findById", "all")).isZero();
    }

    @Test
    void authenticate_version2UnderStrict_needsNoRegistry() {
        var door = new AuthenticatingInstance(environment, ApiKeyPolicy.STRICT);
        environment.dependencies.away("find");
        assertThat(door.admit(environment.v2())).isInstanceOf(AuthenticationResult.Granted.class);
        assertThat(environment.dependencies.times("find")).isZero();
    }

    @Test
    void authenticate_foundKey_isRememberedForTenMinutesFromThatOn() {
        String key = environment.registered(environment.v1());
        var door = new AuthenticatingInstance(environment, ApiKeyPolicy.STRICT);
        assertThat(door.admit(key)).isInstanceOf(AuthenticationResult.Granted.class);
        environment.dependencies.away("find");

        environment.clock.advance(Duration.ofMinutes(6));
        door.poll();
        assertThat(door.admit(key)).isInstanceOf(AuthenticationResult.Granted.class);
        environment.clock.advance(Duration.ofMinutes(4).minusMillis(1));
        door.poll();
        assertThat(door.admit(key)).isInstanceOf(AuthenticationResult.Granted.class);
        assertThat(environment.dependencies.times("find")).isOne();

        environment.clock.advance(Duration.ofMillis(1));
        assertThat(door.admit(key)).as("its use does not lengthen it").isEqualTo(UNDECIDED);
        environment.dependencies.allBack();
        assertThat(door.admit(key)).isInstanceOf(AuthenticationResult.Granted.class);
    }

    @Test
    void authenticate_missingKey_isNeverRemembered() {
        String key = environment.v1();
        var door = new AuthenticatingInstance(environment, ApiKeyPolicy.STRICT);
        assertThat(door.admit(key)).isEqualTo(UNAUTHENTICATED);

        environment.registered(key);

        assertThat(door.admit(key)).isInstanceOf(AuthenticationResult.Granted.class);
    }

    @Test
    void authenticate_registryAwayUnderStrict_isUndecidedForOtherwiseGoodVersion1Only() {
        Map<String, Optional<String>> refused = RefusedHeaders.of(environment);
        String key = environment.registered(environment.v1());
        var door = new AuthenticatingInstance(environment, ApiKeyPolicy.STRICT);
        environment.dependencies.away("find");

        assertThat(door.admit(key)).isEqualTo(UNDECIDED);
        assertThat(door.admit(environment.v1()))
                .as("not registered, but who knows")
                .isEqualTo(UNDECIDED);
        assertThat(door.admitToWrite(key)).isEqualTo(UNDECIDED);
        assertThat(door.admitToWrite(environment.v2())).isEqualTo(FORBIDDEN);
        refused.forEach((fault, header) -> {
            environment.dependencies.forget();
            assertThat(door.admit(header)).as(fault).isEqualTo(UNAUTHENTICATED);
            assertThat(environment.dependencies.asked()).as(fault).containsExactly("find");
        });

        environment.dependencies.allBack();
        assertThat(door.admit(key)).isInstanceOf(AuthenticationResult.Granted.class);
    }

    @Test
    void authenticate_registrySlow_leavesTheCallHalfItsTime() {
        var door = new AuthenticatingInstance(environment, ApiKeyPolicy.STRICT);
        Instant before = environment.clock.instant();
        environment.dependencies.slow(Duration.ofHours(1));

        assertThat(door.admit(environment.v1())).isEqualTo(UNDECIDED);

        assertThat(Duration.between(before, environment.clock.instant())).isEqualTo(Duration.ofMillis(750));
    }

    @Test
    void authenticate_registrySlowForAKeyThatIsRefusedAnyway_takesAQuarterOfASecondAtMost() {
        var door = new AuthenticatingInstance(environment, ApiKeyPolicy.STRICT);
        Instant before = environment.clock.instant();
        environment.dependencies.slow(Duration.ofHours(1));

        assertThat(door.admit(changed(environment.v2(), 60))).isEqualTo(UNAUTHENTICATED);

        assertThat(Duration.between(before, environment.clock.instant())).isEqualTo(Duration.ofMillis(250));
    }
}
