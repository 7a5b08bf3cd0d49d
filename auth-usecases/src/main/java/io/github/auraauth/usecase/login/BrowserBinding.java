package io.github.auraauth.usecase.login;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.state.LoginBindings;
import io.github.auraauth.domain.state.LoginBindings.Kind;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.port.in.LoginCall;
import io.github.auraauth.port.in.LoginOutcome;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;

/** Ties a login to the browser that began it, or that was asked whether it did. */
public final class BrowserBinding {
    private static final int TOKEN_BYTES = 32;
    private static final int SHOWN = 4;
    private static final String HIDDEN = "••••";

    private final LoginBindings bindings;
    private final SecureRandom random;
    private final InstantSource clock;

    public BrowserBinding(LoginBindings bindings, SecureRandom random, InstantSource clock) {
        this.bindings = requireNonNull(bindings, "bindings");
        this.random = requireNonNull(random, "random");
        this.clock = requireNonNull(clock, "clock");
    }

    /** The cookie that brings the verifier back. */
    Secret keep(GoodState good, Secret verifier) {
        return bindings.bind(good.text(), Kind.VERIFIER, verifier, good.read().end());
    }

    /** The verifier that a cookie brings back; empty when it is of another login. */
    Optional<Secret> verifier(GoodState good, Secret cookie) {
        return bindings.read(cookie, good.text(), Kind.VERIFIER, clock.instant());
    }

    /** What a person is asked who came by a link that began elsewhere. */
    LoginOutcome question(GoodState good) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        Secret token = Secret.ofText(HexFormat.of().formatHex(bytes));
        return new LoginOutcome.Unconfirmed(new LoginOutcome.Confirmation(
                good.state().channelId(),
                masked(good.state().auraId()),
                good.state().issuedAt(),
                good.target(),
                token,
                bindings.bind(good.text(), Kind.CONFIRMATION, token, good.read().end())));
    }

    /** Whether this is the answer of the person who was asked, in the same browser. */
    boolean isAnswer(GoodState good, LoginCall.Consent consent) {
        return consent.cookie()
                .flatMap(cookie -> bindings.read(cookie, good.text(), Kind.CONFIRMATION, clock.instant()))
                .filter(consent.token()::equals)
                .isPresent();
    }

    /** Enough to know one's own by; of a short one, which a channel may have given, nothing. */
    private static String masked(AuraId auraId) {
        String text = auraId.value();
        int length = text.codePointCount(0, text.length());
        return length < 3 * SHOWN ? HIDDEN : HIDDEN + text.substring(text.offsetByCodePoints(0, length - SHOWN));
    }
}
