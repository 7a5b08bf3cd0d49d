package io.github.auraauth.usecase.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.domain.kpi.KpiRow;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.state.StateRefusal;
import io.github.auraauth.domain.user.AnonymousUser;
import io.github.auraauth.domain.user.AuraGlobalId;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.AuthenticationType;
import io.github.auraauth.domain.user.RemoveOutcome;
import io.github.auraauth.domain.user.UserId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.bot.Bot;
import io.github.auraauth.port.in.login.BrowserCookie;
import io.github.auraauth.port.in.login.LoginAnswer;
import io.github.auraauth.port.in.login.LoginCall;
import io.github.auraauth.port.in.login.LoginOutcome;
import io.github.auraauth.port.in.login.Logins;
import io.github.auraauth.port.in.user.OwnUsers;
import io.github.auraauth.port.in.user.RegistrationOutcome;
import io.github.auraauth.port.in.user.Users;
import io.github.auraauth.testkit.SettableClock;
import io.github.auraauth.testkit.user.SampleUsers;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class KpiRecorderTest {
    private static final AuraId AURA_ID = new AuraId("an-aura-id");
    private static final LoginCall CALL = new LoginCall("a-state", "a-source");

    private final SettableClock clock = SettableClock.startingNow();
    private final List<KpiRow> rows = new ArrayList<>();
    private final KpiRecorder recorder = new KpiRecorder(rows::add, clock, clock);
    private Supplier<Object> outcome = Optional::empty;

    @Test
    void registration_ofEachOutcome_isARowWithItsChannelAndType() {
        var user = SampleUsers.user("a", clock.instant());
        for (RegistrationOutcome each : List.of(
                new RegistrationOutcome.Created(user),
                new RegistrationOutcome.Found(user),
                new RegistrationOutcome.Renewed(user),
                new RegistrationOutcome.UserConflict(),
                new RegistrationOutcome.AuthorizationInUse())) {
            outcome = () -> each;
            assertThat(users().registerWithAuraId(AURA_ID, SampleUsers.registration("a"), soon()))
                    .isSameAs(each);
        }
        String place = SampleUsers.CHANNEL.text() + " email";
        assertThat(texts())
                .containsExactly(
                        "register " + place + " created",
                        "register " + place + " found",
                        "renew " + place + " renewed",
                        "register " + place + " conflict",
                        "register " + place + " conflict");
    }

    @Test
    void registration_ofOnesOwn_isARowToo() {
        outcome = () -> new RegistrationOutcome.Found(SampleUsers.user("a", clock.instant()));
        ownUsers().register(SampleUsers.registration("a"), soon());
        outcome = () -> RemoveOutcome.ABSENT;
        ownUsers().remove(AURA_ID, new UserId("a-user"), soon());
        assertThat(texts())
                .containsExactly("register " + SampleUsers.CHANNEL.text() + " email found", "remove - - absent");
    }

    @Test
    void removalAnonymousIdentityAndToken_areRows_readingIsNone() {
        outcome = () -> RemoveOutcome.REMOVED;
        users().remove(AURA_ID, soon());
        outcome = () -> new AnonymousUser(
                AURA_ID, new UUID(0x4000, 1), new AuraGlobalId(new UUID(0x4000, 2)), SampleUsers.OTHER_CHANNEL);
        users().identifyAnonymous(AURA_ID, SampleUsers.OTHER_CHANNEL);
        outcome = () -> Secret.ofText("a token");
        bot().issueToken(soon());
        bot().openConversation(soon());
        outcome = Optional::empty;
        users().read(AURA_ID, soon());
        assertThat(texts())
                .containsExactly(
                        "remove - - removed",
                        "anonymous " + SampleUsers.OTHER_CHANNEL.text() + " - done",
                        "token - - done",
                        "token - - done");
    }

    @Test
    void login_stepThatEndsIt_isARow() {
        answer(new LoginOutcome.Ended(Optional.empty(), Optional.of(AuthenticationType.UID)));
        logins().receive(CALL, new LoginCall.Reply(Optional.empty(), Optional.empty(), Optional.empty()), soon());
        answer(new LoginOutcome.Ended(Optional.empty()));
        logins().end(CALL, soon());
        answer(new LoginOutcome.Started(
                URI.create("https://kernel.example"), new BrowserCookie(Secret.ofText("c"), Duration.ofMinutes(1))));
        logins().start(CALL, Optional.empty(), soon());
        outcome = () -> LoginAnswer.of(new LoginOutcome.RefusedState(StateRefusal.OLD));
        logins().start(CALL, Optional.empty(), soon());
        answer(new LoginOutcome.ProviderAway(new Outage.Unavailable("kernel")));
        logins().start(CALL, Optional.empty(), soon());
        String channel = SampleUsers.CHANNEL.text();
        assertThat(texts())
                .containsExactly(
                        "login " + channel + " uid done",
                        "logout " + channel + " - done",
                        "login - - refused",
                        "login " + channel + " - unavailable");
    }

    @Test
    void operation_endedByAnOutageOrAFault_isARowAndStillFails() {
        outcome = () -> {
            clock.advance(Duration.ofMillis(120));
            throw new Outage.Unavailable("mongo");
        };
        assertThatThrownBy(() -> users().remove(AURA_ID, soon())).isInstanceOf(Outage.Unavailable.class);
        outcome = () -> {
            throw new IllegalStateException("a fault");
        };
        assertThatThrownBy(() -> users().register(SampleUsers.registration("a"), soon()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(texts())
                .containsExactly("remove - - unavailable", "register " + SampleUsers.CHANNEL.text() + " email failed");
        assertThat(rows.get(0).took()).isEqualTo(Duration.ofMillis(120));
        assertThat(rows.get(0).time()).isEqualTo(clock.instant());
    }

    private void answer(LoginOutcome ended) {
        outcome = () -> new LoginAnswer(ended, Optional.empty(), Optional.of(SampleUsers.CHANNEL));
    }

    private List<String> texts() {
        return rows.stream()
                .map(row -> row.kind().text()
                        + ' '
                        + row.channelId().map(id -> id.text()).orElse("-")
                        + ' '
                        + row.authenticationType().map(AuthenticationType::text).orElse("-")
                        + ' '
                        + row.result().text())
                .toList();
    }

    private Users users() {
        return recorder.record(played(Users.class));
    }

    private OwnUsers ownUsers() {
        return recorder.record(played(OwnUsers.class));
    }

    private Logins logins() {
        return recorder.record(played(Logins.class));
    }

    private Bot bot() {
        return recorder.record(played(Bot.class));
    }

    /** A port whose every method comes to the outcome that is set. */
    private <T> T played(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> outcome.get()));
    }

    private Deadline soon() {
        return Deadline.in(Duration.ofSeconds(5), clock);
    }
}
