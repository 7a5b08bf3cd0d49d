package io.github.auraauth.testkit.provider;

import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.provider.BackChannel;
import io.github.auraauth.port.out.provider.BackChannel.Delivery;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract of {@link BackChannel}. An adapter's test implements it: {@code received()} is empty when a test begins. */
public interface BackChannelContract {
    /** A token as they are signed. */
    Secret TOKEN = Secret.ofText("bWFkZQ.dXA-.X18_");

    /** The channel under test, which may send to the clients below. */
    BackChannel channel();

    /** The address of a client that answers so. */
    URI clientAnswering(int status);

    /** The address of a client that takes what it is sent and never answers. */
    URI silentClient();

    /** The address of a client that is not there. */
    URI absentClient();

    /** The bodies that the clients have been sent. */
    List<String> received();

    @Test
    default void send_clientThatTakesIt_isDelivered() {
        for (int status : List.of(200, 204)) {
            assertThat(send(status)).as("%d", status).isEqualTo(Delivery.DELIVERED);
        }
        assertThat(received()).hasSize(2).containsOnly("logout_token=bWFkZQ.dXA-.X18_");
    }

    @Test
    default void send_clientThatDoesNotWantIt_isRefused() {
        assertThat(send(400)).isEqualTo(Delivery.REFUSED);
    }

    @Test
    default void send_clientThatMayTakeItLater_hasFailed() {
        for (int status : List.of(401, 403, 404, 405, 408, 410, 415, 422, 429, 499, 500, 501, 502, 503, 504)) {
            assertThat(send(status)).as("%d", status).isEqualTo(Delivery.FAILED);
        }
    }

    @Test
    default void send_clientThatAnswersSomethingElse_hasFailedAndIsAskedOnce() {
        List<Integer> odd = List.of(201, 202, 206, 301, 302, 303, 307, 308, 399);
        for (int status : odd) {
            assertThat(send(status)).as("%d", status).isEqualTo(Delivery.FAILED);
        }
        assertThat(received()).hasSize(odd.size());
    }

    @Test
    default void send_clientAway_hasFailed() {
        assertThat(channel().send(absentClient(), TOKEN, soon())).isEqualTo(Delivery.FAILED);
    }

    @Test
    default void send_clientThatNeverAnswers_hasFailedInTime() {
        long began = System.nanoTime();
        Deadline deadline = Deadline.in(Duration.ofMillis(500), InstantSource.system());
        assertThat(channel().send(silentClient(), TOKEN, deadline)).isEqualTo(Delivery.FAILED);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    default void send_deadlinePassed_hasFailedAndNothingIsSent() {
        URI client = clientAnswering(200);
        assertThat(channel().send(client, TOKEN, passed())).isEqualTo(Delivery.FAILED);
        assertThat(received()).isEmpty();
    }

    @Test
    default void send_clientThatFailsAgainAndAgain_throwsNothing() {
        URI client = clientAnswering(503);
        for (int i = 0; i < 30; i++) {
            assertThat(channel().send(client, TOKEN, soon())).isEqualTo(Delivery.FAILED);
        }
    }

    @Test
    default void send_null_isRefusedByName() {
        URI client = absentClient();
        assertNullIsRefused("address", () -> channel().send(nothing(), TOKEN, soon()));
        assertNullIsRefused("logoutToken", () -> channel().send(client, nothing(), soon()));
        assertNullIsRefused("deadline", () -> channel().send(client, TOKEN, nothing()));
    }

    private Delivery send(int status) {
        return channel().send(clientAnswering(status), TOKEN, soon());
    }
}
