package io.github.auraauth.testkit.behaviour;

import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.assertOutage;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auraauth.domain.file.FileName;
import io.github.auraauth.port.out.behaviour.BehaviourCache;
import io.github.auraauth.port.out.behaviour.BehaviourCache.CachedText;
import io.github.auraauth.testkit.OutageContract;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.internal.EdgeCaseTexts;
import io.github.auraauth.testkit.internal.OutageCheck;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link BehaviourCache}. An adapter's test implements it: {@code cache()} gives one that holds nothing when a
 * test begins, always over the same texts.
 */
public interface BehaviourCacheContract extends OutageContract {
    /** What the kit's file is called. */
    FileName NAME = new FileName("folder/behaviours.json");

    /** Longer than any test. */
    Duration LONG = Duration.ofHours(1);

    /** The port under test. */
    BehaviourCache cache();

    /** Moves the clock that the cache was constructed with. */
    void letPass(Duration time);

    @Test
    default void find_nothingPut_isEmpty() {
        assertThat(cache().find(NAME, soon())).isEmpty();
    }

    @Test
    default void put_thenFind_givesTheSameUnderItsNameOnly() {
        put("[]", LONG);
        assertThat(cache().find(NAME, soon())).contains(text("[]"));
        assertThat(cache().find(new FileName("behaviours.json"), soon())).isEmpty();
    }

    @Test
    default void put_again_replacesTheText() {
        put("[1]", LONG);
        put("[2]", LONG);
        assertThat(cache().find(NAME, soon())).contains(text("[2]"));
    }

    @Test
    default void put_timeBetweenMilliseconds_isKeptToTheMillisecond() {
        Instant readAt = Instant.parse("2031-02-03T04:05:06.789987654Z");
        cache().put(NAME, new CachedText("[]", readAt), LONG, soon());
        assertThat(cache().find(NAME, soon()))
                .contains(new CachedText("[]", Instant.parse("2031-02-03T04:05:06.789Z")));
    }

    @Test
    default void put_oddAndLongestTexts_areGivenBackAsGiven() {
        for (String odd : EdgeCaseTexts.all()) {
            put(odd, LONG);
            assertThat(cache().find(NAME, soon())).contains(text(odd));
        }
        put("x".repeat(64 * 1024), LONG);
        assertThat(cache().find(NAME, soon())).contains(text("x".repeat(64 * 1024)));
    }

    @Test
    default void find_afterTheTimeToLive_isEmptyUntilItIsPutAgain() {
        put("[]", Duration.ofSeconds(2));
        letPass(Duration.ofSeconds(1));
        assertThat(cache().find(NAME, soon())).isPresent();
        letPass(Duration.ofSeconds(1));
        assertThat(cache().find(NAME, soon())).isEmpty();
        put("[]", LONG);
        assertThat(cache().find(NAME, soon())).isPresent();
    }

    @Test
    default void put_concurrently_keepsOneOfThemWhole() {
        List<CachedText> texts = IntStream.range(0, Race.THREADS)
                .mapToObj(number -> text("[" + number + "]"))
                .toList();
        Race.of(number -> {
            cache().put(NAME, texts.get(number), LONG, soon());
            return number;
        });
        assertThat(cache().find(NAME, soon()))
                .hasValueSatisfying(found -> assertThat(texts).contains(found));
    }

    @Test
    default void put_timeToLiveNotPositive_isRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> put("[]", Duration.ZERO))
                .withMessageContaining("timeToLive");
        assertThat(cache().find(NAME, soon())).isEmpty();
    }

    @Test
    default void anyCall_deadlinePassed_isOutage() {
        assertOutage(() -> cache().find(NAME, passed()));
        assertOutage(() -> cache().put(NAME, text("[]"), LONG, passed()));
    }

    @Test
    default void anyCall_storeAway_isAnOutageInTime() {
        OutageCheck.ofStore(BehaviourCache.class, this::cache)
                .fails((cache, deadline) -> cache.find(NAME, deadline))
                .fails((cache, deadline) -> cache.put(NAME, text("[]"), LONG, deadline))
                .whenAway(this);
    }

    @Test
    default void anyCall_nullArgument_isRefused() {
        assertNullIsRefused("name", () -> cache().find(nothing(), soon()));
        assertNullIsRefused("deadline", () -> cache().find(NAME, nothing()));
        assertNullIsRefused("name", () -> cache().put(nothing(), text("[]"), LONG, soon()));
        assertNullIsRefused("text", () -> cache().put(NAME, nothing(), LONG, soon()));
        assertNullIsRefused("timeToLive", () -> cache().put(NAME, text("[]"), nothing(), soon()));
        assertNullIsRefused("deadline", () -> cache().put(NAME, text("[]"), LONG, nothing()));
    }

    private void put(String text, Duration timeToLive) {
        cache().put(NAME, text(text), timeToLive, soon());
    }

    private static CachedText text(String text) {
        return new CachedText(text, Instant.parse("2031-02-03T04:05:06.789Z"));
    }
}
