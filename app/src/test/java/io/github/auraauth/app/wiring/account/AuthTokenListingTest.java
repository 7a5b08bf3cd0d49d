package io.github.auraauth.app.wiring.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.process.StartRefused;
import io.github.auraauth.app.wiring.Arrived;
import io.github.auraauth.app.wiring.VariableRows;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.authtoken.ListedAuthTokens.Applied;
import io.github.auraauth.port.in.authtoken.ListedAuthTokens.ListResult;
import io.github.auraauth.port.in.authtoken.ListedAuthTokens.Outdated;
import io.github.auraauth.port.in.authtoken.ListedAuthTokens.Reason;
import io.github.auraauth.port.in.authtoken.ListedAuthTokens.Rejected;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class AuthTokenListingTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(AuthTokenListing.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @TempDir
    private Path home;

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
    }

    @Test
    void apply_allIsWell_saysNothing() {
        assertThatCode(() -> apply(new Applied(Set.of(), Set.of()))).doesNotThrowAnyException();
        assertThat(said()).isEmpty();
    }

    @Test
    void apply_withdrawnAndInactive_areSaidByTheirLines() throws Exception {
        apply(new Applied(Set.of(7, 2), Set.of(3)));

        assertThat(said())
                .containsExactly(
                        "AUTH_TOKENS: the tokens of lines 2, 7 were taken back by hand and stay so",
                        "AUTH_TOKENS: the accounts of lines 3 are not active and stay so");
    }

    @Test
    void apply_outdated_isAWarningAndNoRefusal() throws Exception {
        apply(new Outdated());

        assertThat(said()).singleElement().asString().contains("later AURA_VERSION");
    }

    @Test
    void apply_rejected_refusesTheStartByTheLine() {
        for (Reason reason : Reason.values()) {
            assertThatThrownBy(() -> apply(new Rejected(4, reason)))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("AUTH_TOKENS: line 4 has ")
                    .hasMessageNotContainingAny("media_store", "made-up");
        }
    }

    private List<String> said() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private void apply(ListResult result) throws Exception {
        Map<String, String> environment = new HashMap<>(VariableRows.BASE);
        environment.put("AUTH_TOKENS", "media_store:a-made-up-secret:");
        environment.put("AURA_VERSION", "7.7.7");
        Configuration configuration = Arrived.from(environment, home).configuration();
        AuthTokenListing.apply(
                (list, version, deadline) -> {
                    assertThat(list.tokens()).hasSize(1);
                    assertThat(version).isEqualTo("7.7.7");
                    return result;
                },
                configuration,
                Deadline.in(Duration.ofSeconds(5), Clock.systemUTC()));
    }
}
