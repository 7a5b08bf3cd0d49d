package io.github.auraauth.app.wiring;

import io.github.auraauth.adapter.kernel.KernelConfig;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.config.KernelSettings;
import io.github.auraauth.app.config.LoginSettings;
import io.github.auraauth.domain.state.LoginBindings;
import io.github.auraauth.domain.token.IdTokenRules;
import io.github.auraauth.port.in.login.ConfirmLogin;
import io.github.auraauth.port.in.login.EndLogin;
import io.github.auraauth.port.in.login.ReceiveLogin;
import io.github.auraauth.port.in.login.StartLogin;
import io.github.auraauth.usecase.login.BrowserBinding;
import io.github.auraauth.usecase.login.IdTokens;
import io.github.auraauth.usecase.login.KernelLogin;
import io.github.auraauth.usecase.login.LinkedUsers;
import io.github.auraauth.usecase.login.LoginConfirmation;
import io.github.auraauth.usecase.login.LoginEnd;
import io.github.auraauth.usecase.login.LoginManner;
import io.github.auraauth.usecase.login.LoginReception;
import io.github.auraauth.usecase.login.LoginStart;
import io.github.auraauth.usecase.login.StateDesk;
import java.security.SecureRandom;
import java.time.InstantSource;

/** The use cases of login and logout over the users' stores and Kernel. */
final class LoginCore {
    /** Without a client nobody gets as far as an id_token. */
    private static final String NO_CLIENT = "";

    final StartLogin start;
    final ReceiveLogin receive;
    final ConfirmLogin confirm;
    final EndLogin end;

    /** @param keys has the throttle that bad states count for too */
    LoginCore(Configuration configuration, Core core, ApiKeyCore keys, KernelCore kernel, Sources sources) {
        InstantSource clock = sources.clock();
        SecureRandom random = sources.random();
        LoginSettings settings = configuration.login();
        KernelSettings provider = configuration.upstream().kernel();
        String client = provider.adapter().client().map(KernelConfig.Client::id).orElse(NO_CLIENT);
        var desk = new StateDesk(configuration.loginStates(random), settings.trustedHosts(), keys.throttle, clock);
        var browser =
                new BrowserBinding(new LoginBindings(configuration.keys().encryptionKeys(), random), random, clock);
        var login = new KernelLogin(
                core.loginStates,
                kernel.provider,
                new IdTokens(kernel.provider, kernel.tokens, new IdTokenRules(client), clock),
                new LinkedUsers(core.registerUserWithAuraId, core.removeUser, core.loginStates));
        var manner = new LoginManner(provider.refusals(), settings.confirmLinks());

        start = new LoginStart(desk, core.loginStates, kernel.provider, browser, manner);
        receive = new LoginReception(desk, browser, core.loginStates, login, manner);
        confirm = new LoginConfirmation(desk, browser, login);
        end = new LoginEnd(desk, core.loginStates, core.removeUser);
    }
}
