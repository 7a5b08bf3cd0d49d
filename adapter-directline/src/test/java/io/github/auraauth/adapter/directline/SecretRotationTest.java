package io.github.auraauth.adapter.directline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.auraauth.fakes.directline.DirectLineMisbehaviour;
import io.github.auraauth.port.Outage;
import io.github.auraauth.testkit.Race;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class SecretRotationTest {
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    private final DirectLineFixture fixture = new DirectLineFixture(0, "first", "second", "third");

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void generateToken_goodSecrets_usesEachInItsTurn() {
        ask(6);
        assertThat(fixture.bearersSince(0)).containsExactly("first", "second", "third", "first", "second", "third");
    }

    @Test
    void generateToken_oneRefused_triesTheNextAndLeavesItForFiveMinutes() {
        fixture.fake.refuse("first", 403, "BadArgument");
        ask(4);
        assertThat(fixture.bearersSince(0)).containsExactly("first", "second", "third", "second", "third");
        fixture.fake.behave();
        fixture.clock.advance(FIVE_MINUTES.minusMillis(1));
        int asked = fixture.fake.asked().size();
        ask(3);
        assertThat(fixture.bearersSince(asked)).doesNotContain("first");
        fixture.clock.advance(Duration.ofMillis(1));
        asked = fixture.fake.asked().size();
        ask(3);
        assertThat(fixture.bearersSince(asked)).contains("first");
    }

    @Test
    void generateToken_allRefused_triesOneEachTenSeconds() {
        refuseAll();
        assertFails();
        assertThat(fixture.bearersSince(0)).containsExactly("first", "second", "third");
        assertFails();
        fixture.clock.advance(TEN_SECONDS.minusMillis(1));
        assertFails();
        assertThat(fixture.fake.asked()).hasSize(3);
        for (int trial = 1; trial <= 3; trial++) {
            fixture.clock.advance(TEN_SECONDS);
            assertFails();
            assertFails();
            assertThat(fixture.fake.asked()).hasSize(3 + trial);
        }
    }

    @Test
    void generateToken_trialThatSucceeds_takesTheSecretBack() {
        refuseAll();
        assertFails();
        fixture.fake.behave();
        fixture.clock.advance(TEN_SECONDS);
        ask(5);
        assertThat(fixture.bearersSince(3)).hasSize(5).containsOnly("first");
    }

    @Test
    void generateToken_trialWithoutAnAnswer_doesNotTakeTheSecretBack() {
        refuseAll();
        assertFails();
        fixture.fake.misbehave(DirectLineMisbehaviour.INTERNAL_ERROR);
        fixture.clock.advance(TEN_SECONDS);
        assertFails();
        assertFails();
        assertThat(fixture.fake.asked()).hasSize(4);
    }

    @Test
    void generateToken_refusalOfSomethingElse_keepsTheSecret() {
        fixture.fake.refuse("first", 403, "RegionNotAllowed");
        assertFails();
        fixture.fake.behave();
        ask(3);
        assertThat(fixture.bearersSince(0)).containsExactly("first", "second", "third", "first");
    }

    @Test
    void generateToken_concurrentlyWhileOneIsRefused_givesEachCallerAToken() {
        fixture.fake.refuse("second", 401, "Unauthorized");
        assertThat(Race.of(
                        30,
                        number -> fixture.conversations
                                .generateToken(DirectLineFixture.in(10_000))
                                .length()))
                .hasSize(30)
                .allMatch(length -> length > 0);
        assertThat(Collections.frequency(fixture.bearersSince(0), "first")).isPositive();
        assertThat(Collections.frequency(fixture.bearersSince(0), "third")).isPositive();
    }

    @Test
    void generateToken_refusedSecret_isLoggedByItsNumberOnly() {
        Logger logger = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(DirectLineConversations.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.addAppender(lines);
        fixture.fake.refuse("first", 403, "BadArgument");
        ask(1);
        logger.detachAppender(lines);
        assertThat(lines.list).singleElement().satisfies(line -> {
            assertThat(line.getKeyValuePairs()).hasToString("[secret=\"1\"]");
            assertThat(line.getFormattedMessage()).doesNotContain("first");
        });
    }

    private void ask(int times) {
        for (int i = 0; i < times; i++) {
            fixture.conversations.generateToken(DirectLineFixture.in(6_000));
        }
    }

    private void refuseAll() {
        for (String secret : new String[] {"first", "second", "third"}) {
            fixture.fake.refuse(secret, 401, "Unauthorized");
        }
    }

    private void assertFails() {
        assertThatThrownBy(() -> fixture.conversations.generateToken(DirectLineFixture.in(6_000)))
                .isInstanceOf(Outage.UpstreamFailed.class);
    }
}
