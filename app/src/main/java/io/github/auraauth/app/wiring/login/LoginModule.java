package io.github.auraauth.app.wiring.login;

import io.github.auraauth.adapter.http.Definitions;
import io.github.auraauth.adapter.kernel.KernelConfig;
import io.github.auraauth.adapter.pages.PageConfig;
import io.github.auraauth.adapter.pages.login.LoginPages;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.config.login.LoginSettings;
import io.github.auraauth.app.config.upstream.KernelSettings;
import io.github.auraauth.app.process.ClockAndRandom;
import io.github.auraauth.app.wiring.FeatureModule;
import io.github.auraauth.app.wiring.apikey.ApiKeysModule;
import io.github.auraauth.app.wiring.user.UsersModule;
import io.github.auraauth.domain.state.LoginCookieCodec;
import io.github.auraauth.domain.token.IdTokenRules;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.ErrorPages;
import io.github.auraauth.port.in.login.Logins;
import io.github.auraauth.usecase.kpi.KpiRecorder;
import io.github.auraauth.usecase.login.BrowserBinding;
import io.github.auraauth.usecase.login.IdTokenVerifier;
import io.github.auraauth.usecase.login.KernelLogin;
import io.github.auraauth.usecase.login.LoginPolicy;
import io.github.auraauth.usecase.login.LoginService;
import io.github.auraauth.usecase.login.LoginStateVerifier;
import io.github.auraauth.usecase.login.UserLinker;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;

/** Logging in and out through Kernel: use cases over the users' stores, and pages. */
public final class LoginModule implements FeatureModule {
    /** Without a client nobody gets as far as an id_token. */
    private static final String NO_CLIENT = "";

    private final Logins logins;
    private final LoginPages pages;

    /** @param keys has the throttle that bad states count for too */
    public LoginModule(
            Configuration configuration,
            UsersModule userModule,
            ApiKeysModule keys,
            KernelModule kernel,
            PageConfig pages,
            MeterRegistry metrics,
            KpiRecorder kpis,
            ClockAndRandom clockAndRandom) {
        InstantSource clock = clockAndRandom.clock();
        SecureRandom random = clockAndRandom.random();
        LoginSettings settings = configuration.login();
        KernelSettings provider = configuration.upstream().kernel();
        String client = provider.adapter().client().map(KernelConfig.Client::id).orElse(NO_CLIENT);
        var verifier = new LoginStateVerifier(
                configuration.loginStates(random), settings.trustedHosts(), keys.throttle, clock);
        var browser = new BrowserBinding(
                new LoginCookieCodec(configuration.keys().encryptionKeys(), random),
                userModule.channels,
                random,
                clock);
        var login = new KernelLogin(
                userModule.loginReplays,
                kernel.provider,
                new IdTokenVerifier(kernel.provider, kernel.tokens, new IdTokenRules(client), clock),
                new UserLinker(userModule.users, userModule.loginReplays, userModule.activity));
        var policy = new LoginPolicy(provider.refusals(), settings.confirmLinks());

        this.pages = new LoginPages(pages, Definitions.authentication().basePath(), metrics, random);
        logins = kpis.record(new LoginService(
                verifier,
                userModule.loginReplays,
                kernel.provider,
                browser,
                login,
                userModule.users,
                policy,
                userModule.activity));
    }

    @Override
    public Map<String, Endpoint> endpoints() {
        return pages.endpoints(logins);
    }

    /** What people see where something is refused. */
    public ErrorPages errors() {
        return pages.errors();
    }
}
