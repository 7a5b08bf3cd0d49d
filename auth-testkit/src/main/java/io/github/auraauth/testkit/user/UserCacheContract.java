package io.github.auraauth.testkit.user;

import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.domain.invalidation.Epoch;
import io.github.auraauth.domain.invalidation.HashedAuraId;
import io.github.auraauth.domain.invalidation.LogPosition;
import io.github.auraauth.domain.invalidation.Provenance;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.Authentication;
import io.github.auraauth.domain.user.AuthenticationType;
import io.github.auraauth.domain.user.AuthorizationId;
import io.github.auraauth.domain.user.User;
import io.github.auraauth.domain.user.UserId;
import io.github.auraauth.port.out.user.UserCache;
import io.github.auraauth.port.out.user.UserCache.CachedUser;
import io.github.auraauth.testkit.Eventually;
import io.github.auraauth.testkit.OutageContract;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.internal.EdgeCaseTexts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link UserCache}. An adapter's test implements it: {@code cache()} gives a cache that holds nothing
 * when a test begins. The kit expects that a cache which is there and idle keeps what it is given.
 */
public interface UserCacheContract extends OutageContract {
    /** Longer than any test. */
    Duration LONG = Duration.ofHours(1);

    /** The cache under test, the same one during a test. */
    UserCache cache();

    /** Moves the clock that the cache was constructed with; does nothing where a server's own clock counts. */
    default void letPass(Duration time) {}

    @Test
    default void get_nothingPut_isEmpty() {
        assertThat(get("a")).isEmpty();
    }

    @Test
    default void put_user_isGivenBackUnderItsNameOnly() {
        CachedUser value = kept("a", cached(user("a"), 7));
        assertThat(held("a")).isEqualTo(value);
        assertThat(get("b")).isEmpty();
    }

    @Test
    default void put_absence_isAKnownAbsence() {
        kept("a", new CachedUser(Optional.empty(), SampleUsers.provenance(7)));
        assertThat(held("a")).isEqualTo(new CachedUser(Optional.empty(), SampleUsers.provenance(7)));
    }

    @Test
    default void put_userWithHint_isGivenBackWithout() {
        User user = user("a");
        assertThat(user.registration().idTokenHint()).isPresent();
        cache().put(SampleUsers.pseudonym("a"), cached(user, 1), LONG);
        assertThat(held("a").user()).contains(user.withoutIdTokenHint());
    }

    @Test
    default void put_again_replacesTheValue() {
        kept("a", cached(user("a"), 1));
        kept("a", new CachedUser(Optional.empty(), SampleUsers.provenance(2)));
        kept("a", cached(SampleUsers.expiringAt(user("a"), Instant.parse("2099-01-01T00:00:00Z")), 3));
    }

    @Test
    default void put_noneAndManyChangesKnown_areKept() {
        kept("a", cached(user("a"), 0));
        kept("b", cached(user("b"), 100));
        Provenance first = new Provenance(
                Set.of(new LogPosition("w", Long.MAX_VALUE)), Epoch.NONE, Instant.parse("1970-01-01T00:00:00Z"));
        kept("c", new CachedUser(Optional.of(user("c")), first));
    }

    @Test
    default void put_timesBetweenMilliseconds_areKeptToTheMillisecond() {
        User user = SampleUsers.user("a", Instant.parse("2031-02-03T04:05:06.789987654Z"));
        kept("a", cached(SampleUsers.expiringAt(user, Instant.parse("9999-12-31T23:59:59.999999Z")), 1));
        User got = held("a").user().orElseThrow();
        assertThat(got.registeredAt()).isEqualTo(Instant.parse("2031-02-03T04:05:06.789Z"));
        assertThat(got.registration().expiresAt()).contains(Instant.parse("9999-12-31T23:59:59.999Z"));
    }

    @Test
    default void put_oddTexts_areGivenBackAsGiven() {
        for (String text : EdgeCaseTexts.all()) {
            kept("odd", cached(of(text, text, text, new Authentication(AuthenticationType.UID, text)), 1));
        }
    }

    @Test
    default void put_longestTexts_areGivenBackAsGiven() {
        User longest = of(
                EdgeCaseTexts.ofLength(AuraId.LONGEST),
                EdgeCaseTexts.ofLength(AuthorizationId.LONGEST),
                EdgeCaseTexts.ofLength(UserId.LONGEST),
                new Authentication(AuthenticationType.NETWORK, EdgeCaseTexts.ofLength(Authentication.LONGEST)));
        kept("longest", cached(longest, 1));
    }

    @Test
    default void get_afterTheTimeToLive_isEmptyForThatNameOnly() {
        CachedUser staying = kept("staying", cached(user("staying"), 1));
        Duration shortly = Duration.ofSeconds(2);
        cache().put(SampleUsers.pseudonym("going"), cached(user("going"), 1), shortly);
        Eventually.holds("the value is kept", () -> get("going").isPresent());
        letPass(shortly);
        assertStaysGone("going");
        assertThat(held("staying")).isEqualTo(staying);
    }

    @Test
    default void put_againWithAnotherTimeToLive_countsFromTheLastPut() {
        cache().put(SampleUsers.pseudonym("a"), cached(user("a"), 1), LONG);
        Eventually.holds("the value is kept", () -> get("a").isPresent());
        Duration shortly = Duration.ofSeconds(2);
        cache().put(SampleUsers.pseudonym("a"), cached(user("a"), 2), shortly);
        Eventually.holds(
                "the second value is kept",
                () -> get("a").filter(value -> value.provenance().finished().size() == 2)
                        .isPresent());
        letPass(shortly);
        assertStaysGone("a");
    }

    @Test
    default void put_timeToLiveNotPositive_isRefusedByName() {
        for (Duration wrong : List.of(Duration.ZERO, Duration.ofMillis(-1))) {
            assertThatThrownBy(() -> cache().put(SampleUsers.pseudonym("a"), cached(user("a"), 1), wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("timeToLive");
        }
        assertThat(get("a")).isEmpty();
    }

    @Test
    default void evict_twiceOrUnknown_isGoneAndNoOther() {
        CachedUser other = kept("b", cached(user("b"), 1));
        kept("a", cached(user("a"), 1));
        cache().evict(SampleUsers.pseudonym("a"));
        assertStaysGone("a");
        cache().evict(SampleUsers.pseudonym("a"));
        cache().evict(SampleUsers.pseudonym("never"));
        assertStaysGone("a");
        assertThat(held("b")).isEqualTo(other);
        kept("a", cached(user("a"), 2));
    }

    @Test
    default void put_concurrentlyUnderOneName_keepsOneOfThemWhole() {
        List<CachedUser> values = IntStream.range(0, Race.THREADS)
                .mapToObj(i -> cached(user("racer-" + i), i))
                .toList();
        Race.of(i -> {
            cache().put(SampleUsers.pseudonym("a"), values.get(i), LONG);
            return get("a");
        });
        assertThat(values).contains(held("a"));
    }

    @Test
    default void anyCall_nullArgument_isRefusedByName() {
        HashedAuraId name = SampleUsers.pseudonym("a");
        CachedUser value = cached(user("a"), 1);
        assertNullIsRefused("name", () -> cache().get(nothing(), soon()));
        assertNullIsRefused("deadline", () -> cache().get(name, nothing()));
        assertNullIsRefused("name", () -> cache().put(nothing(), value, LONG));
        assertNullIsRefused("value", () -> cache().put(name, nothing(), LONG));
        assertNullIsRefused("timeToLive", () -> cache().put(name, value, nothing()));
        assertNullIsRefused("name", () -> cache().evict(nothing()));
    }

    @Test
    default void get_deadlinePassed_isNoOutage() {
        CachedUser value = kept("a", cached(user("a"), 1));
        assertThat(cache().get(SampleUsers.pseudonym("a"), passed())).isIn(Optional.empty(), Optional.of(value));
    }

    @Test
    default void anyCall_backendAway_isAnsweredSoonAndWithoutOutage() {
        CachedUser value = kept("a", cached(user("a"), 1));
        takeBackendAway();
        long start = System.nanoTime();
        Optional<CachedUser> got = get("a");
        cache().put(SampleUsers.pseudonym("b"), cached(user("b"), 1), LONG);
        cache().evict(SampleUsers.pseudonym("c"));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertThat(got).isIn(Optional.empty(), Optional.of(value));
        assertThat(took).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    default void get_kept_printsNothingPersonal() {
        kept("a", cached(user("a"), 1));
        assertThat(held("a").toString()).doesNotContain("example.com", "hint", "authorization");
        assertThat(cache().toString()).doesNotContain("fake-", "example.com");
    }

    /** The cached value; a cache may miss a read that would take it too long. */
    private CachedUser held(String name) {
        List<CachedUser> held = new ArrayList<>();
        Eventually.holds("a value is there", () -> {
            get(name).ifPresent(held::add);
            return !held.isEmpty();
        });
        return held.get(0);
    }

    /**
     * Shows that the value does not come back, also while another one is put and evicted: a single empty read proves
     * nothing, since a cache may miss a read.
     */
    private void assertStaysGone(String name) {
        HashedAuraId other = SampleUsers.pseudonym("beside-" + name);
        Eventually.holdsRepeatedly("the value stays gone", () -> {
            cache().put(other, cached(user("beside-" + name), 1), LONG);
            cache().evict(other);
            return get(name).isEmpty();
        });
    }

    private Optional<CachedUser> get(String name) {
        return cache().get(SampleUsers.pseudonym(name), soon());
    }

    private CachedUser kept(String name, CachedUser value) {
        Eventually.holds("the value is kept", () -> {
            cache().put(SampleUsers.pseudonym(name), value, LONG);
            return get(name).equals(Optional.of(value));
        });
        return value;
    }

    private static CachedUser cached(User user, long changes) {
        return new CachedUser(Optional.of(user), SampleUsers.provenance(changes));
    }

    private static User user(String name) {
        return SampleUsers.user(name, Instant.parse("2030-01-02T03:04:05.678Z"));
    }

    private static User of(String auraId, String authorizationId, String userId, Authentication authentication) {
        User user = SampleUsers.withAuthorization(SampleUsers.withAuraId(user("odd"), auraId), authorizationId);
        return SampleUsers.withAuthentication(SampleUsers.withUserId(user, userId), authentication);
    }
}
