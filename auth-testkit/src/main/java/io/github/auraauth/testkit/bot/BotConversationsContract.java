package io.github.auraauth.testkit.bot;

import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.bot.BotConversations;
import io.github.auraauth.testkit.OutageContract;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.internal.OutageCheck;
import io.github.auraauth.testkit.internal.PortCalls;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link BotConversations}. An adapter's test implements it: {@code conversations()} speaks with a service
 * that is well when a test begins, and the other methods do something to that service, or give an adapter without one.
 */
public interface BotConversationsContract extends OutageContract {
    /** How long the kit waits for a service that is silent. */
    Duration PATIENCE = Duration.ofMillis(400);

    /** What a loaded machine may need beyond that. */
    Duration SLACK = Duration.ofMillis(2500);

    /** The conversations under test. */
    BotConversations conversations();

    /** The same with nothing to ask with. */
    BotConversations withoutSecret();

    /** From now on the service fails. */
    void fail();

    /** From now on the service says nothing. */
    void fallSilent();

    /** From now on the service takes none of the secrets. */
    void refuseSecrets();

    /** From now on the service asks for a pause of a minute. */
    void askForPause();

    @Test
    default void generateToken_goodService_relaysOneObjectWithAToken() {
        String said = conversations().generateToken(soon()).revealText();
        assertThat(said).startsWith("{").endsWith("}").containsPattern("\"token\"\\s*:\\s*\"[^\"]+\"");
    }

    @Test
    default void openConversation_goodService_relaysIdTokenAndStream() {
        String said = conversations().openConversation(soon()).revealText();
        assertThat(said).startsWith("{").endsWith("}").contains("\"conversationId\"", "\"token\"", "\"streamUrl\"");
    }

    @Test
    default void anyCall_again_givesAnotherToken() {
        for (Function<Deadline, Secret> call : calls()) {
            assertThat(call.apply(soon())).isNotEqualTo(call.apply(soon()));
        }
    }

    @Test
    default void anyCall_concurrently_givesEachItsOwnToken() {
        Set<String> said = Race.of(
                        20, number -> conversations().generateToken(soon()).revealText())
                .stream()
                .collect(Collectors.toSet());
        assertThat(said).hasSize(20);
    }

    @Test
    default void anyCall_nullDeadline_isRefusedByName() {
        assertNullIsRefused("deadline", () -> conversations().generateToken(nothing()));
        assertNullIsRefused("deadline", () -> conversations().openConversation(nothing()));
    }

    @Test
    default void anyCall_deadlinePassed_timesOut() {
        assertEach(Outage.UpstreamTimedOut.class, PortCalls::passed);
    }

    @Test
    default void anyCall_silentService_timesOutAtTheDeadline() {
        fallSilent();
        long began = System.nanoTime();
        assertEach(Outage.UpstreamTimedOut.class, () -> Deadline.in(PATIENCE, InstantSource.system()));
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isBetween(PATIENCE, PATIENCE.plus(SLACK).multipliedBy(2));
    }

    @Test
    default void anyCall_failingService_isAFailureUpstream() {
        fail();
        assertEach(Outage.UpstreamFailed.class, PortCalls::soon);
    }

    @Test
    default void anyCall_serviceAway_isAnOutageInTime() {
        OutageCheck.ofService(BotConversations.class, this::conversations)
                .fails(BotConversations::generateToken)
                .fails(BotConversations::openConversation)
                .whenAway(this);
    }

    @Test
    default void anyCall_noSecretTaken_isAFailureUpstream() {
        refuseSecrets();
        assertEach(Outage.UpstreamFailed.class, PortCalls::soon);
    }

    @Test
    default void anyCall_pauseTooLongToWait_isHandedOn() {
        askForPause();
        for (Function<Deadline, Secret> call : calls()) {
            assertThatThrownBy(() -> call.apply(soon()))
                    .isInstanceOfSatisfying(
                            Outage.Paused.class,
                            paused -> assertThat(paused.pause()).isEqualTo(Duration.ofMinutes(1)));
        }
    }

    @Test
    default void anyCall_nothingToAskWith_isUnavailable() {
        assertThatThrownBy(() -> withoutSecret().generateToken(soon())).isInstanceOf(Outage.Unavailable.class);
        assertThatThrownBy(() -> withoutSecret().openConversation(soon())).isInstanceOf(Outage.Unavailable.class);
    }

    private List<Function<Deadline, Secret>> calls() {
        return List.of(conversations()::generateToken, conversations()::openConversation);
    }

    private void assertEach(Class<? extends Outage> kind, Supplier<Deadline> deadline) {
        for (Function<Deadline, Secret> call : calls()) {
            assertThatThrownBy(() -> call.apply(deadline.get())).isInstanceOf(kind);
        }
    }
}
