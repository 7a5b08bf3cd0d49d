package io.github.auraauth.app.run;

import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.config.ServiceAddress;
import io.github.auraauth.app.process.ClockAndRandom;
import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.state.LoginState;
import io.github.auraauth.domain.state.StatePurpose;
import io.github.auraauth.domain.state.StateRequest;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.ChannelId;
import java.io.PrintStream;
import java.net.URI;

/** The sample for where Kernel and Direct Line are played: a login, a conversation, a logout. */
public final class FakesSample {
    private static final String AURA_ID = "my-first-login";
    private static final String CHANNEL = "8c2e8a5e-5c0f-4c1e-9d3b-2f6a1e0b7c44";

    private final Configuration configuration;
    private final ServiceAddress address;
    private final ClockAndRandom clockAndRandom;

    private FakesSample(Configuration configuration, ClockAndRandom clockAndRandom) {
        this.configuration = configuration;
        this.address = ServiceAddress.of(configuration);
        this.clockAndRandom = clockAndRandom;
    }

    public static void print(Configuration configuration, Fakes fakes, ClockAndRandom clockAndRandom, PrintStream out) {
        FakesSample sample = new FakesSample(configuration, clockAndRandom);
        String key = Sample.key(configuration, clockAndRandom, "aura-bot", AccessMode.READ);
        if (fakes.hasKernel()) {
            sample.printLogin(key, out);
        }
        fakes.chatPage().ifPresent(page -> sample.printConversation(key, page, out));
        out.flush();
    }

    /** The address of a login, good for one use. */
    static URI loginLink(Configuration configuration, ClockAndRandom clockAndRandom) {
        return new FakesSample(configuration, clockAndRandom).link(StatePurpose.LOGIN);
    }

    private void printLogin(String key, PrintStream out) {
        out.printf(
                """
                Kernel is played. The first page asks whether it was you who asked for the link; then log in with any
                phone number or e-mail address. Each link is good for one use within %d minutes:

                %s

                Then this shows who logged in:

                curl -s %s -H 'Authorization: APIKEY %s'

                And this logs out again:

                %s

                More links: ./aura state issue --aura-id %s --channel-id %s --link

                """,
                configuration.login().states().validity().toMinutes(),
                link(StatePurpose.LOGIN),
                address.at("/users/" + AURA_ID),
                key,
                link(StatePurpose.LOGOUT),
                AURA_ID,
                CHANNEL);
    }

    private void printConversation(String key, URI page, PrintStream out) {
        out.printf("""
                Direct Line is played. A token for the bot, and a conversation with it:

                curl -s %s -H 'Authorization: APIKEY %s'
                curl -s %s -H 'Authorization: APIKEY %s'

                A page on which to speak with the bot: %s

                """, address.at("/token"), key, address.at("/token/wss"), key, page);
    }

    private URI link(StatePurpose purpose) {
        StateRequest request = new StateRequest(
                new AuraId(AURA_ID), ChannelId.parse(CHANNEL).orElseThrow(), purpose, LoginState.Extras.NONE);
        var state = configuration
                .loginStates(clockAndRandom.random())
                .issue(request, clockAndRandom.clock().instant());
        return address.link(purpose, state.revealText());
    }
}
