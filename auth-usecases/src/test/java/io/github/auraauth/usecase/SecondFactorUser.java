package io.github.auraauth.usecase;

import static io.github.auraauth.usecase.AccountEnvironment.PASSWORD;
import static io.github.auraauth.usecase.AccountEnvironment.SOURCE;
import static io.github.auraauth.usecase.AccountEnvironment.done;

import io.github.auraauth.domain.passkey.PasskeyName;
import io.github.auraauth.domain.secondfactor.Totp;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.in.secondfactor.PasskeyCeremony;
import io.github.auraauth.port.in.secondfactor.SecondFactorSetup.FinishedSetup;
import io.github.auraauth.port.in.session.AccountSessions.BegunSession;
import io.github.auraauth.port.in.session.AccountSessions.Login;
import io.github.auraauth.port.in.session.Caller;
import io.github.auraauth.port.in.session.CredentialResult;
import io.github.auraauth.port.in.session.LoginResult;
import io.github.auraauth.port.in.session.LoginResult.PendingSecondFactor;
import io.github.auraauth.testkit.secondfactor.PasskeyVerifierContract;
import io.github.auraauth.testkit.secondfactor.SoftwareAuthenticator;
import java.util.Locale;
import java.util.Optional;

/** Somebody with the usual password, an authenticator app and an authenticator, at one browser. */
public final class SecondFactorUser {
    public final String name;
    public final SoftwareAuthenticator authenticator;
    public Secret session = Secret.ofText("none yet");

    private final AccountEnvironment all;
    private final AccountInstance here;

    public SecondFactorUser(String name, AccountEnvironment all, AccountInstance here) {
        this.name = name;
        this.all = all;
        this.here = here;
        this.authenticator = new SoftwareAuthenticator(
                PasskeyVerifierContract.RELYING_PARTY, PasskeyVerifierContract.ORIGIN, true, all.random);
    }

    /** The first step, from the browser. */
    public LoginResult logIn() {
        return logIn(Optional.empty());
    }

    /** All at once. */
    public LoginResult logIn(Optional<Secret> code) {
        return here.sessions.logIn(new Login(name, PASSWORD, code, SOURCE, Optional.of(session)), all.soon());
    }

    /** Without a second factor. */
    public SecondFactorUser loggedIn() {
        session = begun(logIn()).secret();
        return this;
    }

    public Caller caller() {
        return here.authentication
                .bySession(session, all.soon())
                .fold(
                        caller -> caller,
                        () -> {
                            throw new AssertionError("no session");
                        },
                        pause -> {
                            throw new AssertionError("later");
                        });
    }

    public boolean isLoggedIn() {
        return isGood(session);
    }

    public boolean isGood(Secret secret) {
        return here.authentication.bySession(secret, all.soon()).fold(caller -> true, () -> false, pause -> false);
    }

    /** Sets an app up. */
    public FinishedSetup addTotp() {
        done(here.secondFactors.setup().beginTotp(caller(), all.soon()));
        Secret pending = all.stored(name).secondFactors().pending().orElseThrow();
        FinishedSetup finished = done(
                here.secondFactors.setup().confirmTotp(caller(), session, Secret.ofText(codeOf(pending)), all.soon()));
        session = finished.session().secret();
        return finished;
    }

    /** What the app shows now. */
    public Secret code() {
        return Secret.ofText(
                codeOf(all.stored(name).secondFactors().totp().orElseThrow().secret()));
    }

    /** A code that the app does not show now, nor just before or after. */
    public Secret wrongCode() {
        Secret secret = all.stored(name).secondFactors().totp().orElseThrow().secret();
        for (int i = 0; ; i++) {
            Secret code = Secret.ofText(String.format(Locale.ROOT, "%06d", i));
            if (Totp.match(secret, code, all.clock.instant()).isEmpty()) {
                return code;
            }
        }
    }

    /** Sets the passkey up. */
    public FinishedSetup addPasskey() {
        PasskeyCeremony ceremony = done(here.secondFactors.setup().beginPasskey(caller(), all.soon()));
        FinishedSetup finished = done(here.secondFactors
                .setup()
                .finishPasskey(
                        caller(),
                        session,
                        ceremony.handle(),
                        new PasskeyName("a key"),
                        authenticator.create(ceremony.options()),
                        all.soon()));
        session = finished.session().secret();
        return finished;
    }

    public LoginResult continueByCode(Secret pending, Secret code) {
        return here.secondFactors.logins().continueByCode(pending, code, SOURCE, Optional.of(session), all.soon());
    }

    public LoginResult continueByPasskey(Secret pending, SoftwareAuthenticator used) {
        PasskeyCeremony ceremony =
                here.secondFactors.logins().beginPasskey(pending, all.soon()).orElseThrow();
        return here.secondFactors
                .logins()
                .continueByPasskey(
                        pending,
                        ceremony.handle(),
                        used.use(ceremony.options()),
                        SOURCE,
                        Optional.of(session),
                        all.soon());
    }

    /** With the passkey alone. */
    public CredentialResult<BegunSession> logInByPasskey(SoftwareAuthenticator used) {
        PasskeyCeremony ceremony = here.secondFactors.passkeys().begin(all.soon());
        return here.secondFactors
                .passkeys()
                .finish(ceremony.handle(), used.use(ceremony.options()), SOURCE, Optional.of(session), all.soon());
    }

    public static BegunSession begun(LoginResult result) {
        return result.fold(
                begun -> begun,
                pending -> {
                    throw new AssertionError("a second factor is needed");
                },
                () -> {
                    throw new AssertionError("refused");
                },
                pause -> {
                    throw new AssertionError("later");
                });
    }

    public static PendingSecondFactor pending(LoginResult result) {
        return result.fold(
                begun -> {
                    throw new AssertionError("begun");
                },
                pending -> pending,
                () -> {
                    throw new AssertionError("refused");
                },
                pause -> {
                    throw new AssertionError("later");
                });
    }

    /** Which of the cases it is. */
    public static String kind(LoginResult result) {
        return result.fold(
                begun -> "begun",
                pending -> "second factor",
                () -> "refused",
                pause -> "PT" + Math.round(pause.toMillis() / 1000.0) + "S");
    }

    private String codeOf(Secret secret) {
        return Totp.code(secret, Totp.step(all.clock.instant()));
    }
}
