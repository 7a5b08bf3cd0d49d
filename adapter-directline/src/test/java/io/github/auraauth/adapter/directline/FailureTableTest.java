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
    private final DirectLineFixture fixture = new DirectLineFixture(2, "first", "second");

    @AfterEach
    void close() {
        fixture.close();
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
        fixture.fake.misbehave(how);
        assertThatThrownBy(() -> fixture.conversations.generateToken(DirectLineFixture.in(6_000)))
                .isInstanceOf(Outage.UpstreamFailed.class)
                .hasMessage("direct-line failed");
        assertThat(fixture.fake.asked()).hasSize(requests);
        assertThat(fixture.bearersSince(0)).containsOnly("first");
    }

    @ParameterizedTest
    @CsvSource({"SILENCE", "DRIPPING"})
    void openConversation_noWholeAnswer_timesOutWithTheDeadline(DirectLineMisbehaviour how) {
        fixture.fake.misbehave(how);
        long began = System.nanoTime();
        assertThatThrownBy(() -> fixture.conversations.openConversation(DirectLineFixture.in(700)))
                .isInstanceOf(Outage.UpstreamTimedOut.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void generateToken_failuresThatPass_areRepeatedUnseen() {
        fixture.fake.misbehaveOnce(INTERNAL_ERROR, DirectLineMisbehaviour.HALF_A_BODY);
        assertThat(fixture.conversations
                        .generateToken(DirectLineFixture.in(6_000))
                        .length())
                .isPositive();
        assertThat(fixture.fake.asked()).hasSize(3);
    }

    @Test
    void generateToken_shortPause_isWaitedForOnce() {
        fixture.fake.askForPauses("1");
        fixture.fake.misbehaveOnce(TOO_MANY_REQUESTS);
        long began = System.nanoTime();
        assertThat(fixture.conversations
                        .generateToken(DirectLineFixture.in(6_000))
                        .length())
                .isPositive();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(fixture.bearersSince(0)).containsExactly("first", "first");
    }

    @Test
    void generateToken_askedForPausesTwice_handsTheSecondOn() {
        fixture.fake.askForPauses("0");
        fixture.fake.misbehaveOnce(TOO_MANY_REQUESTS, TOO_MANY_REQUESTS);
        assertPaused(Duration.ZERO, 6_000);
        assertThat(fixture.fake.asked()).hasSize(2);
    }

    @Test
    void generateToken_pauseOverThreeSecondsOrTheDeadline_isHandedOnAtOnce() {
        fixture.fake.misbehave(TOO_MANY_REQUESTS);
        fixture.fake.askForPauses("4");
        assertPaused(Duration.ofSeconds(4), 6_000);
        fixture.fake.askForPauses("2");
        assertPaused(Duration.ofSeconds(2), 1_500);
        assertThat(fixture.fake.asked()).hasSize(2);
    }

    @Test
    void generateToken_breakerOpen_isPausedAtOnceAndRecoversByItself() {
        fixture.fake.misbehave(INTERNAL_ERROR);
        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() -> fixture.conversations.generateToken(DirectLineFixture.in(6_000)))
                    .isInstanceOf(Outage.class);
        }
        fixture.fake.behave();
        int asked = fixture.fake.asked().size();
        assertThat(LongStream.range(0, 10).map(i -> nanosOfARefusal()).min().orElseThrow())
                .isLessThan(Duration.ofMillis(50).toNanos());
        assertThat(fixture.fake.asked()).hasSize(asked);
        Eventually.holds("the breaker closes by itself", this::isAnswered);
    }

    @Test
    void generateToken_manyRefusals_doNotOpenTheBreaker() {
        fixture.fake.misbehave(DirectLineMisbehaviour.BAD_REQUEST);
        for (int i = 0; i < 30; i++) {
            assertThatThrownBy(() -> fixture.conversations.generateToken(DirectLineFixture.in(6_000)))
                    .isInstanceOf(Outage.UpstreamFailed.class);
        }
        fixture.fake.behave();
        assertThat(fixture.conversations
                        .generateToken(DirectLineFixture.in(6_000))
                        .length())
                .isPositive();
    }

    @Test
    void anyOutage_withItsCauses_holdsNoSecret() {
        for (DirectLineMisbehaviour how : DirectLineMisbehaviour.values()) {
            fixture.fake.misbehave(how);
            assertThatThrownBy(() ->
                            fixture.conversations.openConversation(DirectLineFixture.in(how == SILENCE ? 200 : 900)))
                    .isInstanceOfSatisfying(
                            Outage.class,
                            outage -> assertThat(outage).asString().doesNotContain("first", "second", "token"))
                    .satisfies(outage -> assertThat(String.valueOf(outage.getCause()))
                            .doesNotContain("first", "second", "token", "127.0.0.1"));
        }
    }

    private void assertPaused(Duration pause, long millis) {
        assertThatThrownBy(() -> fixture.conversations.generateToken(DirectLineFixture.in(millis)))
                .isInstanceOfSatisfying(
                        Outage.Paused.class,
                        paused -> assertThat(paused.pause()).isEqualTo(pause));
    }

    private long nanosOfARefusal() {
        long began = System.nanoTime();
        assertThatThrownBy(() -> fixture.conversations.generateToken(DirectLineFixture.in(6_000)))
                .isInstanceOf(Outage.Paused.class);
        return System.nanoTime() - began;
    }

    private boolean isAnswered() {
        try {
            return fixture.conversations
                            .generateToken(DirectLineFixture.in(6_000))
                            .length()
                    > 0;
        } catch (Outage.Paused stillOpen) {
            return false;
        }
    }
}
