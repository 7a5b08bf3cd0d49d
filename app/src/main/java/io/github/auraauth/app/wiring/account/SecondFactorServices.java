package io.github.auraauth.app.wiring.account;

import io.github.auraauth.adapter.credentials.NayukiQrCodeEncoder;
import io.github.auraauth.adapter.credentials.RelyingPartyConfig;
import io.github.auraauth.adapter.credentials.WebAuthnPasskeyVerifier;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.process.ClockAndRandom;
import io.github.auraauth.domain.secondfactor.RecoveryCodes;
import io.github.auraauth.domain.session.SecondFactorPolicy;
import io.github.auraauth.port.in.account.Accounts;
import io.github.auraauth.port.in.secondfactor.OwnSecondFactors;
import io.github.auraauth.port.in.secondfactor.PasskeyLogins;
import io.github.auraauth.port.in.secondfactor.SecondFactorAdministration;
import io.github.auraauth.port.in.secondfactor.SecondFactorLogins;
import io.github.auraauth.port.in.secondfactor.SecondFactorSetup;
import io.github.auraauth.port.in.session.AccountSessions;
import io.github.auraauth.usecase.account.AccountReader;
import io.github.auraauth.usecase.account.AccountWriter;
import io.github.auraauth.usecase.account.GuessingGuard;
import io.github.auraauth.usecase.account.PasswordVerifier;
import io.github.auraauth.usecase.activity.ActivityRecorder;
import io.github.auraauth.usecase.secondfactor.OwnSecondFactorService;
import io.github.auraauth.usecase.secondfactor.PasskeyAuthenticator;
import io.github.auraauth.usecase.secondfactor.PasskeyCeremonies;
import io.github.auraauth.usecase.secondfactor.PasskeyLoginService;
import io.github.auraauth.usecase.secondfactor.SecondFactorAdder;
import io.github.auraauth.usecase.secondfactor.SecondFactorAdministrationService;
import io.github.auraauth.usecase.secondfactor.SecondFactorLoginService;
import io.github.auraauth.usecase.secondfactor.SecondFactorSetupService;
import io.github.auraauth.usecase.secondfactor.TotpProvisioner;
import io.github.auraauth.usecase.session.AccountSessionService;
import io.github.auraauth.usecase.session.OneTimeCodeVerifier;
import io.github.auraauth.usecase.session.PendingLogins;
import io.github.auraauth.usecase.session.RecentSessions;
import io.github.auraauth.usecase.session.SecondFactorStep;
import io.github.auraauth.usecase.session.SessionStarter;
import io.github.auraauth.usecase.throttle.SourceThrottle;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The use cases of logging in and of second factors, over their stores. */
public final class SecondFactorServices {
    public final OwnSecondFactors own;
    public final SecondFactorSetup setup;
    public final SecondFactorLogins logins;
    public final PasskeyLogins passkeyLogins;
    public final SecondFactorAdministration administration;

    final AccountSessions sessions;

    SecondFactorServices(
            Configuration configuration,
            AccountStores stores,
            AccountReader reader,
            AccountWriter writer,
            Accounts accounts,
            LoginParts parts,
            ActivityRecorder recorder,
            ClockAndRandom sources) {
        var clock = sources.clock();
        var random = sources.random();
        var seed = configuration.keys().seed();
        var policy = policy(configuration);
        var relyingParty = relyingParty(configuration.deployment().publicUrl());
        var verifier = new WebAuthnPasskeyVerifier(relyingParty);
        var recovery = new RecoveryCodes(seed, random);
        var starter = new SessionStarter(parts.sessions(), stores.accounts(), reader, policy, recorder, clock, random);
        var step = new SecondFactorStep(
                new OneTimeCodeVerifier(stores.codes(), recovery, reader, recorder, clock), parts.guard());
        var pending = new PendingLogins(stores.pendingLogins(), stores.accounts(), seed, clock, random);
        var ceremonies = new PasskeyCeremonies(stores.challenges(), seed, clock, random);
        var passkeys = new PasskeyAuthenticator(ceremonies, stores.passkeys(), verifier, stores.accounts(), clock);
        sessions = new AccountSessionService(parts.passwords(), starter, pending, step, parts.sessions(), recorder);
        own = new OwnSecondFactorService(
                stores.accounts(), writer, stores.passkeys(), recovery, policy, recorder, clock);
        setup = new SecondFactorSetupService(
                writer,
                new SecondFactorAdder(writer, recovery, stores.sessions(), starter, recorder),
                ceremonies,
                stores.passkeys(),
                verifier,
                new TotpProvisioner(new NayukiQrCodeEncoder(), relyingParty.id(), random),
                clock);
        logins = new SecondFactorLoginService(pending, step, passkeys, starter);
        passkeyLogins = new PasskeyLoginService(passkeys, starter, parts.guard(), parts.throttle());
        administration = new SecondFactorAdministrationService(
                accounts, writer, stores.passkeys(), stores.sessions(), recorder, clock);
    }

    /** Of whom a second factor is asked. */
    public static SecondFactorPolicy policy(Configuration configuration) {
        boolean development = configuration.deployment().kind().isDevelopment();
        return new SecondFactorPolicy(!development && configuration.accounts().secondFactor(), development);
    }

    /**
     * Who we are to authenticators: the host of our address; without one, which only development does, this machine at any port.
     *
     * @param address {@code AURA_PUBLIC_URL}
     */
    static RelyingPartyConfig relyingParty(Optional<URI> address) {
        return address.map(url -> of(url.getScheme().toLowerCase(Locale.ROOT), url))
                .orElseGet(() -> new RelyingPartyConfig("localhost", "localhost", Set.of("http://localhost"), true));
    }

    /** With the origin as browsers write it: without a port that is the scheme's own. */
    private static RelyingPartyConfig of(String scheme, URI url) {
        String host = url.getHost().toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        String port = url.getPort() < 0 || url.getPort() == usual ? "" : ":" + url.getPort();
        return new RelyingPartyConfig(host, host, Set.of(scheme + "://" + host + port), false);
    }

    /** What the steps of a login are made of. */
    record LoginParts(
            PasswordVerifier passwords, GuessingGuard guard, RecentSessions sessions, SourceThrottle throttle) {}
}
