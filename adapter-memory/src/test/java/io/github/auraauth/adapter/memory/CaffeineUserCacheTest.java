package io.github.auraauth.adapter.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auraauth.domain.invalidation.HashedAuraId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.user.UserCache;
import io.github.auraauth.port.out.user.UserCache.CachedUser;
import io.github.auraauth.testkit.NoBackend;
import io.github.auraauth.testkit.SettableClock;
import io.github.auraauth.testkit.user.SampleUsers;
import io.github.auraauth.testkit.user.UserCacheContract;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CaffeineUserCacheTest implements UserCacheContract, NoBackend {
    private final SettableClock clock = SettableClock.startingNow();
    private final UserCache cache = new CaffeineUserCache(1_000_000, clock);

    @Override
    public UserCache cache() {
        return cache;
    }

    @Override
    public void letPass(Duration time) {
        clock.advance(time);
    }

    @Test
    void put_moreThanItHolds_staysWithinItsBound() {
        UserCache small = new CaffeineUserCache(6_000, clock);
        IntStream.range(0, 1000).forEach(i -> small.put(name(i), absent(), LONG));
        long held = IntStream.range(0, 1000)
                .filter(i -> small.get(name(i), soon()).isPresent())
                .count();
        assertThat(held).isBetween(1L, 10L);
    }

    @Test
    void get_oneNanosecondBeforeTheTimeToLive_isThereAndThenGone() {
        cache.put(name(1), absent(), Duration.ofMillis(5));
        clock.advance(Duration.ofMillis(5).minusNanos(1));
        assertThat(cache.get(name(1), soon())).isPresent();
        clock.advance(Duration.ofNanos(1));
        assertThat(cache.get(name(1), soon())).isEmpty();
    }

    @Test
    void get_timeToLiveWithoutEnd_isKept() {
        cache.put(name(1), absent(), Duration.ofSeconds(Long.MAX_VALUE));
        clock.advance(Duration.ofDays(3650));
        assertThat(cache.get(name(1), soon())).contains(absent());
    }

    @Test
    void construct_withoutRoom_isRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CaffeineUserCache(0, clock))
                .withMessageContaining("mostBytes");
    }

    private static HashedAuraId name(int i) {
        return SampleUsers.pseudonym("name-" + i);
    }

    private static CachedUser absent() {
        return new CachedUser(Optional.empty(), SampleUsers.provenance(1));
    }

    private Deadline soon() {
        return Deadline.in(Duration.ofSeconds(10), clock);
    }
}
