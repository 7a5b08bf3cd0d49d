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

class SecretsInTurnTest {
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    private final Played played = new Played(0, "first", "second", "third");

    @AfterEach
    void close() {
        played.close();
    }

    @Test
    void generateToken_goodSecrets_usesEachInItsTurn() {
        ask(6);
        assertThat(played.bearersSince(0)).containsExactly("first", "second", "third", "first", "second", "third");
    }

    @Test
    void generateToken_oneRefused_triesTheNextAndLeavesItForFiveMinutes() {
        played.fake.refuse("first", 403, "BadArgument");
        ask(4);
        assertThat(played.bearersSince(0)).containsExactly("first", "second", "third", "second", "third");
        played.fake.behave();
        played.clock.advance(FIVE_MINUTES.minusMillis(1));
        int asked = played.fake.asked().size();
        ask(3);
        assertThat(played.bearersSince(asked)).doesNotContain("first");
        played.clock.advance(Duration.ofMillis(1));
        asked = played.fake.asked().size();
        ask(3);
        assertThat(played.bearersSince(asked)).contains("first");
    }

    @Test
    void generateToken_allRefused_triesOneEachTenSeconds() {
        refuseAll();
        assertFails();
        assertThat(played.bearersSince(0)).containsExactly("first", "second", "third");
        assertFails();
        played.clock.advance(TEN_SECONDS.minusMillis(1));
        assertFails();
        assertThat(played.fake.asked()).hasSize(3);
        for (int trial = 1; trial <= 3; trial++) {
            played.clock.advance(TEN_SECONDS);
            assertFails();
            assertFails();
            assertThat(played.fake.asked()).hasSize(3 + trial);
        }
    }

    @Test
    void generateToken_trialThatSucceeds_takesTheSecretBack() {
        refuseAll();
        assertFails();
        played.fake.behave();
        played.clock.advance(TEN_SECONDS);
        ask(5);
        assertThat(played.bearersSince(3)).hasSize(5).containsOnly("first");
    }

    @Test
    void generateToken_trialWithoutAnAnswer_doesNotTakeTheSecretBack() {
        refuseAll();
        assertFails();
        played.fake.misbehave(DirectLineMisbehaviour.INTERNAL_ERROR);
        played.clock.advance(TEN_SECONDS);
        assertFails();
        assertFails();
        assertThat(played.fake.asked()).hasSize(4);
    }

    @Test
    void generateToken_refusalOfSomethingElse_keepsTheSecret() {
        played.fake.refuse("first", 403, "RegionNotAllowed");
        assertFails();
        played.fake.behave();
        ask(3);
        assertThat(played.bearersSince(0)).containsExactly("first", "second", "third", "first");
    }

    @Test
    void generateToken_concurrentlyWhileOneIsRefused_givesEachCallerAToken() {
        played.fake.refuse("second", 401, "Unauthorized");
        assertThat(Race.of(
                        30,
                        number -> played.conversations
                                .generateToken(Played.in(10_000))
                                .length()))
                .hasSize(30)
                .allMatch(length -> length > 0);
        assertThat(Collections.frequency(played.bearersSince(0), "first")).isPositive();
        assertThat(Collections.frequency(played.bearersSince(0), "third")).isPositive();
    }

    @Test
    void generateToken_refusedSecret_isLoggedByItsNumberOnly() {
        Logger logger = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(DirectLineConversations.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.addAppender(lines);
        played.fake.refuse("first", 403, "BadArgument");
        ask(1);
        logger.detachAppender(lines);
        assertThat(lines.list).singleElement().satisfies(line -> {
            assertThat(line.getKeyValuePairs()).hasToString("[secret=\"1\"]");
            assertThat(line.getFormattedMessage()).doesNotContain("first");
        });
    }

    private void ask(int times) {
        for (int i = 0; i < times; i++) {
            played.conversations.generateToken(Played.in(6_000));
        }
    }

    private void refuseAll() {
        for (String secret : new String[] {"first", "second", "third"}) {
            played.fake.refuse(secret, 401, "Unauthorized");
        }
    }

    private void assertFails() {
        assertThatThrownBy(() -> played.conversations.generateToken(Played.in(6_000)))
                .isInstanceOf(Outage.UpstreamFailed.class);
    }
}
