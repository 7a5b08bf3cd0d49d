package io.github.auraauth.app.docs;

// example: kit
import io.github.auraauth.port.out.user.UserCache;
import io.github.auraauth.testkit.NoBackend;
import io.github.auraauth.testkit.SettableClock;
import io.github.auraauth.testkit.user.UserCacheContract;
import java.time.Duration;

class MapUserCacheTest implements UserCacheContract, NoBackend {
    private final SettableClock clock = SettableClock.startingNow();
    private final UserCache cache = new MapUserCache(clock);

    @Override
    public UserCache cache() {
        return cache;
    }

    @Override
    public void letPass(Duration time) {
        clock.advance(time);
    }
}
// end
