package io.github.auraauth.usecase.provider;

import static io.github.auraauth.usecase.ProviderEnvironment.SIGNED_OUT;
import static io.github.auraauth.usecase.ProviderInstance.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.in.provider.ProviderLogouts.LogoutRequest;
import io.github.auraauth.port.in.provider.ProviderLogouts.LogoutStep;
import io.github.auraauth.usecase.ProviderEnvironment;
import io.github.auraauth.usecase.ProviderInstance;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProviderLogoutServiceTest {
    private static final String DONE = "done";
    private static final String ONWARD = "done " + SIGNED_OUT + "?state=s+1";

    private final ProviderEnvironment all = new ProviderEnvironment();
    private final ProviderInstance here = all.instance();
    private final Client client = all.trusted("client");
    private Optional<Secret> session = Optional.empty();
    private Optional<Secret> hint = Optional.empty();

    @BeforeEach
    void logIn() {
        all.accounts.account("ana");
        all.accounts.account("ben");
        session = Optional.of(here.logIn("ana"));
        hint = Optional.of(given(here.exchange(client, here.code(client, session.orElseThrow())))
                .idToken());
    }

    @Test
    void begin_withAHintOfThePerson_endsTheSessionAndGoesOn() {
        assertThat(begin(request(hint, Optional.empty(), SIGNED_OUT), session)).isEqualTo(ONWARD);
        assertThat(here.accounts.authenticator.find(session.orElseThrow(), all.accounts.soon()))
                .isEmpty();
    }

    @Test
    void begin_withAnExpiredHint_isTheSame() {
        all.accounts.clock.advance(Duration.ofMinutes(100));
        session = Optional.of(here.logIn("ana"));
        assertThat(begin(request(hint, Optional.empty(), SIGNED_OUT), session)).isEqualTo(ONWARD);
    }

    @Test
    void begin_withoutAHintOrWithABadOne_asks_andGoesOnOnceConfirmed() {
        LogoutRequest named = request(Optional.empty(), Optional.of("client"), SIGNED_OUT);
        assertThat(begin(named, session)).isEqualTo("ask");
        LogoutRequest bad = request(Optional.of(Secret.ofText("nonsense")), Optional.of("client"), SIGNED_OUT);
        assertThat(begin(bad, session)).isEqualTo("ask");
        assertThat(text(here.logouts.confirm(named, session, all.accounts.soon())))
                .isEqualTo(ONWARD);
        assertThat(here.accounts.authenticator.find(session.orElseThrow(), all.accounts.soon()))
                .isEmpty();
    }

    @Test
    void begin_hintOfSomebodyElse_asks() {
        Optional<Secret> bens = Optional.of(here.logIn("ben"));
        assertThat(begin(request(hint, Optional.empty(), SIGNED_OUT), bens)).isEqualTo("ask");
        assertThat(here.accounts.authenticator.find(bens.orElseThrow(), all.accounts.soon()))
                .isPresent();
    }

    @Test
    void begin_addressThatIsNotRegistered_isRefused() {
        for (String address : List.of(
                "https://evil.example/", SIGNED_OUT + "/", ProviderEnvironment.CALLBACK, "javascript:alert(1)")) {
            assertThat(begin(request(hint, Optional.empty(), address), session)).isEqualTo("refused");
            assertThat(text(here.logouts.confirm(
                            request(hint, Optional.empty(), address), session, all.accounts.soon())))
                    .isEqualTo("refused");
        }
        assertThat(begin(request(Optional.empty(), Optional.empty(), SIGNED_OUT), session))
                .as("nobody says whose address it is")
                .isEqualTo("refused");
        assertThat(here.accounts.authenticator.find(session.orElseThrow(), all.accounts.soon()))
                .isPresent();
    }

    @Test
    void begin_clientIdThatTheHintIsNotFor_isRefused() {
        all.trusted("other");
        assertThat(begin(request(hint, Optional.of("other"), SIGNED_OUT), session))
                .isEqualTo("refused");
    }

    @Test
    void begin_withoutASession_isDone_andGoesOnWithAHintOnly() {
        assertThat(begin(request(hint, Optional.empty(), SIGNED_OUT), Optional.empty()))
                .isEqualTo(ONWARD);
        assertThat(begin(request(Optional.empty(), Optional.of("client"), SIGNED_OUT), Optional.empty()))
                .isEqualTo(DONE);
        LogoutRequest bare = new LogoutRequest(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(begin(bare, Optional.empty())).isEqualTo(DONE);
    }

    private String begin(LogoutRequest request, Optional<Secret> of) {
        return text(here.logouts.begin(request, of, all.accounts.soon()));
    }

    private static LogoutRequest request(Optional<Secret> hint, Optional<String> client, String address) {
        return new LogoutRequest(hint, client, Optional.of(address), Optional.of("s 1"));
    }

    private static String text(LogoutStep step) {
        return step.fold(onward -> (DONE + ' ' + onward.orElse("")).strip(), () -> "ask", () -> "refused");
    }
}
