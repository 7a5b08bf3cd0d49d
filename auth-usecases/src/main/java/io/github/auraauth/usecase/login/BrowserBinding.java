package io.github.auraauth.usecase.login;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.channel.Channel;
import io.github.auraauth.domain.crypto.Sha256;
import io.github.auraauth.domain.kernel.Pkce;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.state.LoginCookieCodec;
import io.github.auraauth.domain.state.LoginCookieCodec.BindingPurpose;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.channel.Channels;
import io.github.auraauth.port.in.login.BrowserCookie;
import io.github.auraauth.port.in.login.LoginCall;
import io.github.auraauth.port.in.login.LoginOutcome;
import io.github.auraauth.port.in.login.LoginQuestion;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Binds a login by cookies to the browser that began it, or in which the person was asked to confirm it. */
public final class BrowserBinding {
    private static final int TOKEN_BYTES = 32;
    private static final int SHOWN = 4;
    private static final String HIDDEN = "••••";
    private static final String START_TOKEN = "aura-auth/start-token/v1:";

    private final LoginCookieCodec codec;
    private final Channels channels;
    private final SecureRandom random;
    private final InstantSource clock;

    public BrowserBinding(LoginCookieCodec codec, Channels channels, SecureRandom random, InstantSource clock) {
        this.codec = requireNonNull(codec, "codec");
        this.channels = requireNonNull(channels, "channels");
        this.random = requireNonNull(random, "random");
        this.clock = requireNonNull(clock, "clock");
    }

    /** A new verifier of a PKCE challenge. */
    Secret verifier() {
        return Pkce.verifier(random);
    }

    /** The cookie that keeps the verifier of a login which needs no further confirmation. */
    BrowserCookie keep(VerifiedState verified, Secret verifier) {
        return cookie(verified, BindingPurpose.VERIFIER, verifier);
    }

    /** The verifier that a cookie keeps; empty when it is of another login, or the person has not confirmed. */
    Optional<Secret> verifier(VerifiedState verified, Secret cookie) {
        return read(verified, BindingPurpose.VERIFIER, cookie);
    }

    /** Whether the login was started in this browser and the person has not confirmed it yet. */
    boolean isUnanswered(VerifiedState verified, Secret cookie) {
        return read(verified, BindingPurpose.UNCONFIRMED, cookie).isPresent();
    }

    /**
     * The question to a person who opens a link.
     *
     * @param earlier the cookie of an earlier start of the same login, which stays good: the link may be open twice
     */
    LoginOutcome startQuestion(VerifiedState verified, Optional<Secret> earlier) {
        Optional<Secret> confirmed = earlier.flatMap(cookie -> read(verified, BindingPurpose.VERIFIER, cookie));
        Secret verifier = confirmed
                .or(() -> earlier.flatMap(cookie -> read(verified, BindingPurpose.UNCONFIRMED, cookie)))
                .orElseGet(this::verifier);
        BindingPurpose kind = confirmed.isPresent() ? BindingPurpose.VERIFIER : BindingPurpose.UNCONFIRMED;
        return question(verified, startToken(verifier), cookie(verified, kind, verifier));
    }

    /** The verifier of a started login, where this is the answer of the person who was asked, in the same browser. */
    Optional<Secret> confirmedStart(VerifiedState verified, LoginCall.Consent consent) {
        return consent.cookie()
                .flatMap(cookie -> read(verified, BindingPurpose.UNCONFIRMED, cookie)
                        .or(() -> read(verified, BindingPurpose.VERIFIER, cookie)))
                .filter(verifier -> startToken(verifier).equals(consent.token()));
    }

    /** The question to a person who comes back from the provider by a login that was begun elsewhere. */
    LoginOutcome question(VerifiedState verified) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        Secret token = Secret.ofText(HexFormat.of().formatHex(bytes));
        return question(verified, token, cookie(verified, BindingPurpose.CONFIRMATION, token));
    }

    /** Whether this is the answer of the person who was asked, in the same browser. */
    boolean isAnswer(VerifiedState verified, LoginCall.Consent consent) {
        return consent.cookie()
                .flatMap(cookie -> read(verified, BindingPurpose.CONFIRMATION, cookie))
                .filter(consent.token()::equals)
                .isPresent();
    }

    private LoginOutcome question(VerifiedState verified, Secret token, BrowserCookie cookie) {
        return new LoginOutcome.Unconfirmed(new LoginQuestion(
                channel(verified.state().channelId()),
                masked(verified.state().auraId()),
                verified.state().issuedAt(),
                verified.target(),
                token,
                cookie));
    }

    /** Its name is a help to the person, which a login does not depend on. */
    private Channel channel(ChannelId id) {
        Channel unnamed = new Channel(id, Optional.empty(), false);
        try {
            return channels.find(id).orElse(unnamed);
        } catch (Outage unknown) {
            return unnamed;
        }
    }

    private BrowserCookie cookie(VerifiedState verified, BindingPurpose kind, Secret value) {
        Instant end = verified.read().end();
        return new BrowserCookie(codec.bind(verified.text(), kind, value, end), Duration.between(clock.instant(), end));
    }

    private Optional<Secret> read(VerifiedState verified, BindingPurpose kind, Secret cookie) {
        return codec.read(cookie, verified.text(), kind, clock.instant());
    }

    /** Derived from the verifier, which only the cookie holds, by a hash that does not reveal it. */
    private static Secret startToken(Secret verifier) {
        byte[] prefix = START_TOKEN.getBytes(StandardCharsets.US_ASCII);
        byte[] secret = verifier.reveal();
        byte[] both = Arrays.copyOf(prefix, prefix.length + secret.length);
        System.arraycopy(secret, 0, both, prefix.length, secret.length);
        return Secret.ofText(HexFormat.of().formatHex(Sha256.of(both)));
    }

    /** Its end, enough for people to recognise their own; of a short one, which a channel may have given, nothing. */
    private static String masked(AuraId auraId) {
        String text = auraId.value();
        int length = text.codePointCount(0, text.length());
        return length < 3 * SHOWN ? HIDDEN : HIDDEN + text.substring(text.offsetByCodePoints(0, length - SHOWN));
    }
}
