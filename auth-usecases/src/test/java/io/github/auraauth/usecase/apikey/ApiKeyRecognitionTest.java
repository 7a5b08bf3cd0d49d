package io.github.auraauth.usecase.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.access.AuthenticationResult;
import io.github.auraauth.domain.apikey.ApiKeyDigest;
import io.github.auraauth.domain.apikey.ApiKeyModel;
import io.github.auraauth.domain.apikey.ApiKeyPolicy;
import io.github.auraauth.testkit.apikey.SampleApiKeys;
import io.github.auraauth.usecase.KeyEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keys that were good lately: they are let in without being deciphered again, and by nothing else than they were. */
class ApiKeyRecognitionTest {
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final KeyEnvironment environment = new KeyEnvironment();
    private final Operator operator = new Operator(environment, ApiKeyPolicy.COMPAT);
    private final AuthenticatingInstance door = new AuthenticatingInstance(environment, ApiKeyPolicy.COMPAT);

    @Test
    void recognize_keyOfEitherVersion_isOnceItWasGood_forTenMinutes() {
        for (String key : new String[] {environment.v1(), environment.v2()}) {
            assertThat(door.recognizes(key)).isFalse();
            door.admit(key);
            assertThat(door.recognizes(key)).isTrue();
            environment.clock.advance(REMEMBERED.minusMillis(1));
            door.poll();
            assertThat(door.recognizes(key)).isTrue();
            environment.clock.advance(Duration.ofMillis(1));
            door.poll();
            assertThat(door.recognizes(key)).isFalse();
        }
    }

    @Test
    void recognize_withoutTheRight_isNot() {
        String key = environment.v2();
        door.admit(key);
        assertThat(door.recognizesToWrite(key)).isFalse();
        assertThat(door.admitToWrite(key)).isEqualTo(AuthenticatingInstance.FORBIDDEN);
    }

    @Test
    void recognize_anyOtherText_isNot() {
        String v1 = environment.v1();
        String v2 = environment.v2();
        door.admit(v1);
        door.admit(v2);
        for (String key : new String[] {v1, v2}) {
            for (int i = 0; i < key.length(); i++) {
                assertThat(door.recognizes(KeyEnvironment.changed(key, i)))
                        .as("another digit at %s", i)
                        .isFalse();
            }
        }
    }

    @Test
    void recognize_longKey_isNot_thoughItIsGood() {
        List<String> paths =
                IntStream.range(0, 80).mapToObj(i -> "/users/a-long-path-" + i).toList();
        var grants = new ApiKeyModel.Grants(
                Set.of("aura-services"),
                Set.of("kernel"),
                AccessMode.READ,
                Stream.concat(Stream.of("/users/**"), paths.stream()).toList());
        String key = environment.v2(KeyEnvironment.request(grants));
        assertThat(door.admit(key)).isInstanceOf(AuthenticationResult.Granted.class);
        assertThat(door.recognizes(key)).isFalse();
    }

    @Test
    void recognize_revokedKey_isNot() {
        for (String key : new String[] {environment.registered(environment.v1()), environment.v2()}) {
            door.admit(key);
            operator.keys.revoke(Operator.byText(key), environment.soon());
            door.poll();
            assertThat(door.recognizes(key)).isFalse();
            assertThat(door.admit(key)).isEqualTo(AuthenticatingInstance.UNAUTHENTICATED);
        }
    }

    @Test
    void recognize_expiredKey_isNot() {
        String key = environment.v2(environment.endingIn(Duration.ofSeconds(60)));
        door.admit(key);
        assertThat(door.recognizes(key)).isTrue();
        environment.clock.advance(Duration.ofSeconds(60));
        door.poll();
        assertThat(door.recognizes(key)).isFalse();
    }

    @Test
    void recognize_revocationsUnread_isNot() {
        String key = environment.v2();
        door.admit(key);
        environment.clock.advance(Duration.ofMinutes(2));
        assertThat(door.recognizes(key)).isFalse();
        assertThat(door.admit(key)).isEqualTo(AuthenticatingInstance.UNDECIDED);
    }

    @Test
    void recognize_moreKeysThanAreRemembered_recognizesTheLast() {
        VerifiedApiKeys verified = new VerifiedApiKeys();
        Instant now = environment.clock.instant();
        var key = new VerifiedApiKeys.Verified(KeyEnvironment.read(environment.v2()), SampleApiKeys.fingerprint("key"));
        for (int i = 0; i <= VerifiedApiKeys.MOST; i++) {
            verified.note(new ApiKeyDigest(i, 0, 0, 0), key, now);
        }
        assertThat(verified.find(new ApiKeyDigest(VerifiedApiKeys.MOST, 0, 0, 0), now))
                .contains(key);
        assertThat(verified.size()).isEqualTo(VerifiedApiKeys.MOST);
    }
}
