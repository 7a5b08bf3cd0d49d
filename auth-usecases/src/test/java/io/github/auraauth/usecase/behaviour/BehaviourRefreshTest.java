package io.github.auraauth.usecase.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.adapter.memory.InMemoryBehaviourCache;
import io.github.auraauth.adapter.memory.InMemoryStoredFiles;
import io.github.auraauth.domain.behaviour.Behaviour;
import io.github.auraauth.domain.behaviour.BehaviourRule;
import io.github.auraauth.domain.behaviour.BehaviourRules;
import io.github.auraauth.domain.behaviour.BehaviourTarget;
import io.github.auraauth.domain.file.FileName;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.behaviour.BehaviourCache;
import io.github.auraauth.port.out.file.StoredFiles;
import io.github.auraauth.testkit.SettableClock;
import io.github.auraauth.usecase.behaviour.BehaviourRefresh.SharedFile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BehaviourRefreshTest {
    private static final FileName NAME = new FileName("behaviours.json");
    private static final Duration TIME_TO_LIVE = Duration.ofHours(1);

    private final SettableClock clock = SettableClock.startingNow();
    private final StoredFiles stored = new InMemoryStoredFiles();
    private final BehaviourCache cache = new InMemoryBehaviourCache(clock);
    private final TestInstance one = new TestInstance(cache);
    private final TestInstance other = new TestInstance(cache);
    private boolean away;
    private boolean gone;
    private int reads;

    @Test
    void refresh_file_isTakenAndToldOnce() {
        put("kernel");
        one.refresh();
        one.refresh();
        assertThat(one.behaves("kernel")).isTrue();
        assertThat(one.judged).containsExactly("kernel");
    }

    @Test
    void refresh_brokenFile_leavesTheLastGoodOne_andIsToldOnce() {
        put("kernel");
        one.refresh();
        put("!broken");
        one.refresh();
        one.refresh();
        assertThat(one.behaves("kernel")).isTrue();
        assertThat(one.judged).containsExactly("kernel", "!broken");
        put("direct-line");
        one.refresh();
        assertThat(one.behaves("kernel")).isFalse();
        assertThat(one.behaves("direct-line")).isTrue();
    }

    @Test
    void refresh_fileTakenAway_endsItsRules() {
        put("kernel");
        one.refresh();
        gone = true;
        one.refresh();
        assertThat(one.behaves("kernel")).isFalse();
    }

    @Test
    void refresh_anotherHasReadSince_asksNoStorage() {
        put("kernel");
        one.refresh();
        Instant since = clock.instant().minusMillis(1);
        reads = 0;
        other.refresh(since);
        assertThat(other.behaves("kernel")).isTrue();
        assertThat(reads).isZero();
        clock.advance(Duration.ofMinutes(5));
        other.refresh(clock.instant());
        assertThat(reads).isEqualTo(1);
    }

    @Test
    void refresh_storageAwayOrFileBrokenAtTheStart_takesWhatAnotherKnew() {
        put("kernel");
        one.refresh();
        clock.advance(Duration.ofMinutes(5));
        away = true;
        assertThatThrownBy(other::refresh).isInstanceOf(Outage.class);
        assertThat(other.behaves("kernel")).isTrue();

        away = false;
        put("!broken");
        TestInstance third = new TestInstance(cache);
        third.refresh();
        assertThat(third.behaves("kernel")).isTrue();
    }

    @Test
    void refresh_storageAwayLater_leavesTheRules() {
        put("kernel");
        one.refresh();
        clock.advance(TIME_TO_LIVE);
        away = true;
        assertThatThrownBy(one::refresh).isInstanceOf(Outage.class);
        assertThat(one.behaves("kernel")).isTrue();
        assertThatThrownBy(other::refresh).isInstanceOf(Outage.class);
        assertThat(other.behaves("kernel")).isFalse();
    }

    @Test
    void refresh_cacheAway_readsTheFile() {
        put("kernel");
        TestInstance alone = new TestInstance(new CacheThatIsAway());
        alone.refresh();
        assertThat(alone.behaves("kernel")).isTrue();
    }

    private void put(String text) {
        stored.write(NAME, "application/json", text.getBytes(StandardCharsets.UTF_8), soon());
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(10), InstantSource.system());
    }

    /** Reads texts that name a dependency, and are broken where they begin with {@code !}. */
    private class TestInstance {
        final List<String> judged = new ArrayList<>();
        final ActiveBehaviours active = new ActiveBehaviours(clock, new Random(1));
        private final BehaviourRefresh refresh;

        TestInstance(BehaviourCache cache) {
            refresh = new BehaviourRefresh(
                    new Counting(), new SharedFile(NAME, cache, TIME_TO_LIVE), this::judge, active, clock);
        }

        void refresh() {
            refresh(Instant.MAX);
        }

        void refresh(Instant since) {
            refresh.refresh(since, soon());
        }

        boolean behaves(String dependency) {
            return active.of(BehaviourTarget.dependency(dependency)).isPresent();
        }

        private Optional<BehaviourRules> judge(String text) {
            judged.add(text);
            if (text.startsWith("!")) {
                return Optional.empty();
            }
            return Optional.of(
                    text.equals("[]")
                            ? BehaviourRules.NONE
                            : new BehaviourRules(List.of(new BehaviourRule(
                                    BehaviourTarget.dependency(text),
                                    new Behaviour(Duration.ZERO, OptionalInt.of(503)),
                                    100,
                                    Optional.empty()))));
        }
    }

    private class Counting implements StoredFiles {
        @Override
        public List<Listed> list(Deadline deadline) {
            return stored.list(deadline);
        }

        @Override
        public Optional<byte[]> read(FileName name, int most, Deadline deadline) {
            reads++;
            if (away) {
                throw new Outage.UpstreamFailed("storage");
            }
            return gone ? Optional.empty() : stored.read(name, most, deadline);
        }

        @Override
        public void write(FileName name, String mediaType, byte[] bytes, Deadline deadline) {
            stored.write(name, mediaType, bytes, deadline);
        }
    }

    private static final class CacheThatIsAway implements BehaviourCache {
        @Override
        public Optional<CachedText> find(FileName name, Deadline deadline) {
            throw new Outage.Unavailable("mongo");
        }

        @Override
        public void put(FileName name, CachedText text, Duration timeToLive, Deadline deadline) {
            throw new Outage.Unavailable("mongo");
        }
    }
}
