package io.github.auraauth.adapter.directline;

import static io.github.auraauth.fakes.directline.DirectLineMisbehaviour.INTERNAL_ERROR;
import static io.github.auraauth.fakes.directline.DirectLineMisbehaviour.SILENCE;
import static io.github.auraauth.fakes.directline.DirectLineMisbehaviour.TOO_MANY_REQUESTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.fakes.directline.DirectLineMisbehaviour;
import io.github.auraauth.port.Outage;
import io.github.auraauth.testkit.Eventually;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of what Direct Line does and what we say, line by line. */
class FailureTableTest {
    private final Played played = new Played(2, "first", "second");

    @AfterEach
    void close() {
        played.close();
    }

    @ParameterizedTest
    @CsvSource({
        "INTERNAL_ERROR, 3",
        "BAD_GATEWAY, 3",
        "HALF_A_BODY, 3",
        "FIVE_MEBIBYTES, 3",
        "REDIRECT, 1",
        "HTML, 1",
        "NO_TOKEN, 1",
        "REGION_NOT_ALLOWED, 1",
        "BAD_REQUEST, 1"
    })
    void generateToken_badAnswer_isAFailureAfterSoManyRequests(DirectLineMisbehaviour how, int requests) {
        played.fake.misbehave(how);
        assertThatThrownBy(() -> played.conversations.generateToken(Played.in(6_000)))
                .isInstanceOf(Outage.UpstreamFailed.class)
                .hasMessage("direct-line failed");
        assertThat(played.fake.asked()).hasSize(requests);
        assertThat(played.bearersSince(0)).containsOnly("first");
    }

    @ParameterizedTest
    @CsvSource({"SILENCE", "DRIPPING"})
    void openConversation_noWholeAnswer_timesOutWithTheDeadline(DirectLineMisbehaviour how) {
        played.fake.misbehave(how);
        long began = System.nanoTime();
        assertThatThrownBy(() -> played.conversations.openConversation(Played.in(700)))
                .isInstanceOf(Outage.UpstreamTimedOut.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void generateToken_failuresThatPass_areRepeatedUnseen() {
        played.fake.misbehaveOnce(INTERNAL_ERROR, DirectLineMisbehaviour.HALF_A_BODY);
        assertThat(played.conversations.generateToken(Played.in(6_000)).length())
                .isPositive();
        assertThat(played.fake.asked()).hasSize(3);
    }

    @Test
    void generateToken_shortPause_isWaitedForOnce() {
        played.fake.askForPauses("1");
        played.fake.misbehaveOnce(TOO_MANY_REQUESTS);
        long began = System.nanoTime();
        assertThat(played.conversations.generateToken(Played.in(6_000)).length())
                .isPositive();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(played.bearersSince(0)).containsExactly("first", "first");
    }

    @Test
    void generateToken_askedForPausesTwice_handsTheSecondOn() {
        played.fake.askForPauses("0");
        played.fake.misbehaveOnce(TOO_MANY_REQUESTS, TOO_MANY_REQUESTS);
        assertPaused(Duration.ZERO, 6_000);
        assertThat(played.fake.asked()).hasSize(2);
    }

    @Test
    void generateToken_pauseOverThreeSecondsOrTheDeadline_isHandedOnAtOnce() {
        played.fake.misbehave(TOO_MANY_REQUESTS);
        played.fake.askForPauses("4");
        assertPaused(Duration.ofSeconds(4), 6_000);
        played.fake.askForPauses("2");
        assertPaused(Duration.ofSeconds(2), 1_500);
        assertThat(played.fake.asked()).hasSize(2);
    }

    @Test
    void generateToken_breakerOpen_isPausedAtOnceAndRecoversByItself() {
        played.fake.misbehave(INTERNAL_ERROR);
        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() -> played.conversations.generateToken(Played.in(6_000)))
                    .isInstanceOf(Outage.class);
        }
        played.fake.behave();
        int asked = played.fake.asked().size();
        assertThat(LongStream.range(0, 10).map(i -> nanosOfARefusal()).min().orElseThrow())
                .isLessThan(Duration.ofMillis(50).toNanos());
        assertThat(played.fake.asked()).hasSize(asked);
        Eventually.holds("the breaker closes by itself", this::isAnswered);
    }

    @Test
    void generateToken_manyRefusals_doNotOpenTheBreaker() {
        played.fake.misbehave(DirectLineMisbehaviour.BAD_REQUEST);
        for (int i = 0; i < 30; i++) {
            assertThatThrownBy(() -> played.conversations.generateToken(Played.in(6_000)))
                    .isInstanceOf(Outage.UpstreamFailed.class);
        }
        played.fake.behave();
        assertThat(played.conversations.generateToken(Played.in(6_000)).length())
                .isPositive();
    }

    @Test
    void anyOutage_withItsCauses_holdsNoSecret() {
        for (DirectLineMisbehaviour how : DirectLineMisbehaviour.values()) {
            played.fake.misbehave(how);
            assertThatThrownBy(() -> played.conversations.openConversation(Played.in(how == SILENCE ? 200 : 900)))
                    .isInstanceOfSatisfying(
                            Outage.class,
                            outage -> assertThat(outage).asString().doesNotContain("first", "second", "token"))
                    .satisfies(outage -> assertThat(String.valueOf(outage.getCause()))
                            .doesNotContain("first", "second", "token", "127.0.0.1"));
        }
    }

    private void assertPaused(Duration pause, long millis) {
        assertThatThrownBy(() -> played.conversations.generateToken(Played.in(millis)))
                .isInstanceOfSatisfying(
                        Outage.Paused.class,
                        paused -> assertThat(paused.pause()).isEqualTo(pause));
    }

    private long nanosOfARefusal() {
        long began = System.nanoTime();
        assertThatThrownBy(() -> played.conversations.generateToken(Played.in(6_000)))
                .isInstanceOf(Outage.Paused.class);
        return System.nanoTime() - began;
    }

    private boolean isAnswered() {
        try {
            return played.conversations.generateToken(Played.in(6_000)).length() > 0;
        } catch (Outage.Paused stillOpen) {
            return false;
        }
    }
}
