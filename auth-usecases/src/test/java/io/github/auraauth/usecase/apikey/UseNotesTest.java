package io.github.auraauth.usecase.apikey;

import static io.github.auraauth.usecase.apikey.AuthenticatingInstance.UNAUTHENTICATED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.access.AuthenticationResult;
import io.github.auraauth.domain.apikey.ApiKeyPolicy;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.usecase.KeyEnvironment;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** What the registry is told of the use of keys. */
class UseNotesTest {
    private final KeyEnvironment environment = new KeyEnvironment();
    private final AuthenticatingInstance door = new AuthenticatingInstance(environment, ApiKeyPolicy.COMPAT);

    @Test
    void authenticate_goodKey_notesItsUse() {
        String key = environment.registered(environment.v2());
        door.admit(key);
        assertThat(environment.entry(key).lastUsedAt())
                .contains(environment.clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    @Test
    void authenticate_usedOften_notesItOnceAMinute() {
        String key = environment.v2();
        for (int second = 0; second < 120; second++) {
            door.admit(key);
            environment.clock.advance(Duration.ofSeconds(1));
            door.poll();
        }
        assertThat(notes()).isEqualTo(2);
    }

    @Test
    void authenticate_severalKeys_notesEach() {
        door.admit(environment.v2());
        door.admit(environment.v1());
        assertThat(notes()).isEqualTo(2);
    }

    @Test
    void authenticate_keyWithoutTheRight_wasUsedAllTheSame() {
        door.admitToWrite(environment.v2());
        assertThat(notes()).isOne();
    }

    @Test
    void authenticate_refusedOrUndecided_notesNothing() {
        var refused = RefusedHeaders.of(environment).values();
        door.poll();
        refused.forEach(door::admit);
        environment.clock.advance(KeyEnvironment.MAX_STALENESS.plusSeconds(1));
        door.admit(environment.v2());
        assertThat(notes()).isZero();
    }

    @Test
    void authenticate_changedAndGoodInTurn_notesItOnceAMinute() {
        String key = environment.v1();
        String sameCiphertext = KeyEnvironment.changed(key, 35);
        for (int i = 0; i < 10; i++) {
            assertThat(door.admit(key)).isInstanceOf(AuthenticationResult.Granted.class);
            assertThat(door.admit(sameCiphertext)).isEqualTo(UNAUTHENTICATED);
        }
        assertThat(notes()).isOne();
    }

    @Test
    void authenticate_manyAtOnce_notesItOnce() {
        for (int round = 0; round < 20; round++) {
            environment.dependencies.forget();
            String key = environment.v2();
            Race.of(8, number -> door.admit(key));
            assertThat(notes()).isOne();
        }
    }

    private long notes() {
        return environment.dependencies.times("noteUse");
    }
}
