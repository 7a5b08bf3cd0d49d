package io.github.auraauth.usecase.provider;

import static io.github.auraauth.usecase.AccountEnvironment.done;
import static io.github.auraauth.usecase.AccountEnvironment.name;
import static io.github.auraauth.usecase.ProviderInstance.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.account.AccountChange;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.provider.IdTokens;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.TokenClaims;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.provider.BackChannel;
import io.github.auraauth.usecase.ProviderEnvironment;
import io.github.auraauth.usecase.ProviderInstance;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogoutDeliveryTest {
    private final ProviderEnvironment all = new ProviderEnvironment();
    private final ProviderInstance here = all.instance();
    private final Client client = all.trusted("client");
    private final Receiver receiver = new Receiver();
    private Secret session = Secret.ofText("");

    @BeforeEach
    void logIn() {
        all.accounts.account("ana");
        session = here.logIn("ana");
        given(here.exchange(client, here.code(client, session)));
    }

    @Test
    void deliver_sessionThatEnded_tellsItsClientsOnce() {
        Secret other = here.logIn("ana");
        given(here.exchange(client, here.code(client, other)));
        String ended = sessionId(session);
        here.accounts.sessions.logOut(session, all.accounts.soon());
        delivery(Runnable::run).deliver(all.accounts.soon());
        delivery(Runnable::run).deliver(all.accounts.soon());
        assertThat(receiver.tokens).hasSize(1);
        TokenClaims claims = all.tokens.claims(receiver.tokens.get(0));
        assertThat(claims.text("sid")).contains(ended);
        assertThat(claims.text("sub")).contains(all.accounts.stored("ana").id().value());
        assertThat(claims.texts("aud")).containsExactly("client");
        assertThat(claims.asMap()).containsKeys("jti", "events", "exp").doesNotContainKey("nonce");
        assertThat(ProviderEnvironment.text(receiver.tokens.get(0))).contains("logout+jwt");
        assertThat(receiver.address).isEqualTo(ProviderEnvironment.LOGOUT_ADDRESS);
    }

    @Test
    void deliver_loggedInAnewInTheSameBrowser_tellsNobody_untilThatEnds() {
        String before = sessionId(session);
        Secret anew = here.logIn("ana", Optional.of(session));
        delivery(Runnable::run).deliver(all.accounts.soon());
        assertThat(receiver.tokens).isEmpty();
        assertThat(sessionId(anew)).isEqualTo(before);
        assertThat(here.accounts.authenticator.find(session, all.accounts.soon()))
                .isEmpty();
        here.accounts.sessions.logOut(anew, all.accounts.soon());
        delivery(Runnable::run).deliver(all.accounts.soon());
        assertThat(receiver.tokens).hasSize(1);
    }

    @Test
    void deliver_loggedInAsSomebodyElse_tellsOfTheEnd() {
        all.accounts.account("ben");
        here.logIn("ben", Optional.of(session));
        delivery(Runnable::run).deliver(all.accounts.soon());
        assertThat(receiver.tokens).hasSize(1);
    }

    @Test
    void deliver_signedOutEverywhere_tellsOfEverySession() {
        given(here.exchange(client, here.code(client, here.logIn("ana"))));
        all.accounts.sessions.deleteAll(all.accounts.stored("ana").id(), all.accounts.soon());
        delivery(Runnable::run).deliver(all.accounts.soon());
        assertThat(receiver.tokens).hasSize(2);
    }

    @Test
    void deliver_deactivated_tellsOfEverySession() {
        done(here.accounts.accounts.change(
                name("ana"), AccountChange.active(false), Actor.commandLine("root"), all.accounts.soon()));
        delivery(Runnable::run).deliver(all.accounts.soon());
        assertThat(receiver.tokens).hasSize(1);
    }

    @Test
    void deliver_passwordSetByAnInvitation_tellsOfEverySession() {
        Secret invitation =
                done(here.accounts.accounts.invite(name("ana"), Actor.commandLine("root"), all.accounts.soon()));
        done(here.accounts.invitations.accept(
                invitation, Secret.ofText("sixteen herons on the shore"), all.accounts.soon()));
        delivery(Runnable::run).deliver(all.accounts.soon());
        assertThat(receiver.tokens).hasSize(1);
    }

    @Test
    void deliver_endedLaterThanItWouldHaveWithoutALoginAnew_tellsTheClientsFromBefore() {
        all.accounts.staff("sam");
        Secret first = here.logIn("sam");
        given(here.exchange(client, here.code(client, first)));
        all.accounts.clock.advance(Duration.ofMinutes(30));
        Secret anew = here.logIn("sam", Optional.of(first));
        for (int halves = 0; halves < 47; halves++) {
            all.accounts.clock.advance(Duration.ofMinutes(30));
            assertThat(here.accounts.authenticator.find(anew, all.accounts.soon()))
                    .isPresent();
        }
        given(here.exchange(client, here.code(client, here.logIn("ana"))));
        here.accounts.sessions.logOut(anew, all.accounts.soon());
        delivery(Runnable::run).deliver(all.accounts.soon());
        assertThat(receiver.tokens).hasSize(1);
    }

    @Test
    void deliver_clientThatIsAway_isTriedAgainAfterLongerAndLonger_forAnHour() {
        here.accounts.sessions.logOut(session, all.accounts.soon());
        receiver.answer = BackChannel.Delivery.FAILED;
        List<Integer> attempts = new ArrayList<>();
        for (int seconds = 0; seconds < 3_700; seconds++) {
            int before = receiver.tokens.size();
            delivery(Runnable::run).deliver(all.accounts.soon());
            if (receiver.tokens.size() > before) {
                attempts.add(seconds);
            }
            all.accounts.clock.advance(Duration.ofSeconds(1));
        }
        assertThat(attempts).startsWith(0, 5, 15, 35, 75, 155).hasSizeLessThan(12);
        assertThat(all.notices.due(all.accounts.clock.instant().plusSeconds(9_999), 10, all.accounts.soon()))
                .isEmpty();
    }

    @Test
    void deliver_byTwoInstances_isOneAttempt_andWhatIsRefusedIsNotTriedAgain() {
        here.accounts.sessions.logOut(session, all.accounts.soon());
        receiver.answer = BackChannel.Delivery.REFUSED;
        List<Runnable> queued = new ArrayList<>();
        delivery(queued::add).deliver(all.accounts.soon());
        delivery(queued::add).deliver(all.accounts.soon());
        assertThat(queued).hasSize(1);
        queued.get(0).run();
        all.accounts.clock.advance(Duration.ofMinutes(5));
        delivery(Runnable::run).deliver(all.accounts.soon());
        assertThat(receiver.tokens).hasSize(1);
    }

    @Test
    void deliver_whereAllAreBusy_isTriedAgainLater() {
        here.accounts.sessions.logOut(session, all.accounts.soon());
        delivery(task -> {
                    throw new RejectedExecutionException("busy");
                })
                .deliver(all.accounts.soon());
        assertThat(receiver.tokens).isEmpty();
        all.accounts.clock.advance(Duration.ofSeconds(5));
        delivery(Runnable::run).deliver(all.accounts.soon());
        assertThat(receiver.tokens).hasSize(1);
    }

    private String sessionId(Secret of) {
        return here.accounts
                .authenticator
                .find(of, all.accounts.soon())
                .orElseThrow()
                .session()
                .id()
                .value();
    }

    private LogoutDelivery delivery(Executor executor) {
        return new LogoutDelivery(
                all.notices,
                here.clientReader,
                new IdTokens(ProviderEnvironment.ISSUER),
                new LogoutDelivery.Signing(all.tokens, here.keys),
                receiver,
                executor,
                all.accounts.clock,
                all.accounts.random);
    }

    private static final class Receiver implements BackChannel {
        private final List<Secret> tokens = new ArrayList<>();
        private Delivery answer = Delivery.DELIVERED;
        private URI address = URI.create("");

        @Override
        public Delivery send(URI to, Secret logoutToken, Deadline deadline) {
            tokens.add(logoutToken);
            address = to;
            return answer;
        }
    }
}
