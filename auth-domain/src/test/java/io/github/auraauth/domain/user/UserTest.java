package io.github.auraauth.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auraauth.domain.secret.Secret;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UserTest {
    private static final Instant FINE = Instant.parse("2026-11-22T10:00:00.123456789Z");
    private static final Instant COARSE = Instant.parse("2026-11-22T10:00:00.123Z");

    @Test
    void times_finerThanAMillisecond_areCut() {
        User user = People.user();
        User fine = new User(user.auraId(), user.auraGlobalId(), user.registration(), FINE, FINE, FINE);

        assertThat(fine.created()).isEqualTo(COARSE);
        assertThat(fine.registeredAt()).isEqualTo(COARSE);
        assertThat(fine.lastAccess()).isEqualTo(COARSE);
        assertThat(People.with(Optional.empty(), Optional.of(FINE)).expiresAt()).contains(COARSE);
    }

    @Test
    void registered_now_hasOneTime() {
        User user = User.registered(new AuraId("a"), People.user().auraGlobalId(), People.registration(), COARSE);
        assertThat(user.created())
                .isEqualTo(COARSE)
                .isEqualTo(user.registeredAt())
                .isEqualTo(user.lastAccess());
    }

    @Test
    void isExpiredAt_itsEnd_isExpired() {
        User user = People.user();
        Instant end = user.registration().expiresAt().orElseThrow();

        assertThat(user.isExpiredAt(end.minusMillis(1))).isFalse();
        assertThat(user.isExpiredAt(end)).isTrue();
        assertThat(user.repeated(People.with(Optional.empty(), Optional.empty()))
                        .isExpiredAt(Instant.MAX))
                .isFalse();
    }

    @Test
    void withoutIdTokenHint_user_losesTheTokenOnly() {
        User user = People.user();
        User without = user.withoutIdTokenHint();

        assertThat(without.registration().idTokenHint()).isEmpty();
        assertThat(without.repeated(user.registration())).isEqualTo(user);
    }

    @Test
    void idTokenHint_outOfBounds_isRefused() {
        for (int length : new int[] {0, Registration.LONGEST_HINT + 1}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> People.with(Optional.of(Secret.of(new byte[length])), Optional.empty()))
                    .withMessageContaining("idTokenHint");
        }
        assertThatCode(() -> People.with(Optional.of(Secret.of(new byte[8192])), Optional.empty()))
                .doesNotThrowAnyException();
    }

    @Test
    void isOfSamePersonAs_otherSessionTokenAndEnd_isTheSamePerson() {
        Registration one = People.registration();
        assertThat(one.isOfSamePersonAs(People.with(new AuthorizationId("another"))))
                .isTrue();
        assertThat(one.isOfSamePersonAs(People.with(Optional.empty(), Optional.empty())))
                .isTrue();
        assertThat(one.isOfSamePersonAs(People.with(new UserId("another")))).isFalse();
    }

    @Test
    void blockMode_everyMode_blocksWhatItSays() {
        assertThat(BlockMode.UNBLOCKED.blocksRegistering()).isFalse();
        assertThat(BlockMode.UNBLOCKED.blocksReading()).isFalse();
        assertThat(BlockMode.WRITE.blocksRegistering()).isTrue();
        assertThat(BlockMode.WRITE.blocksReading()).isFalse();
        assertThat(BlockMode.WRITE_READ.blocksRegistering()).isTrue();
        assertThat(BlockMode.WRITE_READ.blocksReading()).isTrue();
        for (BlockMode mode : BlockMode.values()) {
            assertThat(BlockMode.parse(mode.text())).contains(mode);
        }
        assertThat(BlockMode.parse("read")).isEmpty();
    }
}
