package io.github.auraauth.adapter.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.Authentication;
import io.github.auraauth.domain.user.AuthenticationType;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.port.out.user.UserCache.CachedUser;
import io.github.auraauth.testkit.user.SampleUsers;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CachedUserCodecTest {
    private static final Instant NOW = Instant.parse("2030-01-02T03:04:05.678Z");
    private static final Instant END = NOW.plusMillis(1);
    private static final User USER = SampleUsers.user("a", NOW).withoutIdTokenHint();
    private static final CachedUser VALUE = new CachedUser(Optional.of(USER), SampleUsers.provenance(42));
    private static final int VERSION_AND_END = 11;
    private static final int NUMBER_AND_FLAG = 9;

    @ParameterizedTest
    @CsvSource({"EMAIL,a@example.com", "UID,0", "NETWORK,::1", "PHONE_NUMBER,+34600000000"})
    void decode_encodedUserOfEachType_isTheSame(AuthenticationType type, String identifier) {
        User user = SampleUsers.withAuthentication(USER, new Authentication(type, identifier));
        assertRoundTrip(new CachedUser(Optional.of(user), SampleUsers.provenance(1)));
    }

    @Test
    void decode_encodedExtremes_areTheSame() {
        String longest = "\uD83D\uDE00".repeat(AuraId.LONGEST);
        User user = SampleUsers.withLastAccess(
                SampleUsers.withAuraId(SampleUsers.user("b", Instant.MIN), longest), Instant.MAX);
        assertRoundTrip(
                new CachedUser(Optional.of(SampleUsers.expiringAt(user, Instant.MAX)), SampleUsers.provenance(100)));
        assertRoundTrip(new CachedUser(
                Optional.of(SampleUsers.expiringAt(USER, Instant.EPOCH.minusMillis(1))), SampleUsers.provenance(0)));
        assertRoundTrip(new CachedUser(Optional.empty(), SampleUsers.provenance(0)));
    }

    @Test
    void decode_atItsEnd_isAMiss() {
        byte[] bytes = CachedUserCodec.encode(VALUE, END);
        assertThat(CachedUserCodec.decode(bytes, END.minusMillis(1))).contains(VALUE);
        assertThat(CachedUserCodec.decode(bytes, END)).isEmpty();
        assertThat(CachedUserCodec.decode(bytes, END.plusSeconds(1))).isEmpty();
    }

    @Test
    void decode_anotherVersion_isAMiss() {
        byte[] bytes = CachedUserCodec.encode(VALUE, END);
        for (int version : new int[] {0, 1, 3, 127, 255}) {
            bytes[0] = (byte) version;
            assertThat(CachedUserCodec.decode(bytes, NOW)).isEmpty();
        }
    }

    @Test
    void decode_anyPartOfAValueOrOneByteMore_isAMiss() {
        byte[] bytes = CachedUserCodec.encode(VALUE, END);
        for (int length = 0; length < bytes.length; length++) {
            assertThat(CachedUserCodec.decode(Arrays.copyOf(bytes, length), NOW))
                    .isEmpty();
        }
        assertThat(CachedUserCodec.decode(Arrays.copyOf(bytes, bytes.length + 1), NOW))
                .isEmpty();
    }

    @Test
    void decode_randomBytesAfterAGoodBeginning_isAMiss() {
        Random random = new Random(20_301);
        byte[] good = CachedUserCodec.encode(VALUE, END);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[VERSION_AND_END + NUMBER_AND_FLAG + 1 + random.nextInt(300)];
            random.nextBytes(bytes);
            System.arraycopy(good, 0, bytes, 0, VERSION_AND_END);
            assertThat(CachedUserCodec.decode(bytes, NOW)).isEmpty();
        }
    }

    @Test
    void decode_aByteChangedAnywhere_neverThrows() {
        byte[] good = CachedUserCodec.encode(VALUE, END);
        for (int at = 0; at < good.length; at++) {
            for (int value = 0; value < 256; value++) {
                byte[] bytes = good.clone();
                bytes[at] = (byte) value;
                assertThatCode(() -> CachedUserCodec.decode(bytes, NOW)).doesNotThrowAnyException();
            }
        }
    }

    private static void assertRoundTrip(CachedUser value) {
        assertThat(CachedUserCodec.decode(CachedUserCodec.encode(value, END), NOW))
                .contains(value);
    }
}
