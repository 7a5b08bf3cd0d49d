package io.github.auraauth.domain.state;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.ChannelId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The state that a link into a login or logout carries.
 *
 * @param auraId whom the login registers, or the logout removes
 * @param issuedAt to the millisecond
 * @param nonce what the id_token must repeat, at most 256 characters; absent only in a state of version 1
 */
public record LoginState(
        AuraId auraId,
        ChannelId channelId,
        Instant issuedAt,
        StatePurpose purpose,
        Optional<String> nonce,
        Extras extras) {
    public LoginState {
        requireNonNull(auraId, "auraId");
        requireNonNull(channelId, "channelId");
        issuedAt = issuedAt.truncatedTo(ChronoUnit.MILLIS);
        requireNonNull(purpose, "purpose");
        LoginStateConstraints.requirePlain(requireNonNull(nonce, "nonce"), LoginStateConstraints.NONCE, "nonce");
        requireNonNull(extras, "extras");
    }

    /**
     * What a state may carry beside; its texts are not empty and hold no control character.
     *
     * @param locale culture code of the pages as it was given, such as {@code es-es}, {@code pt_BR} or
     *     {@code zh-Hant-TW}
     * @param redirectUri where the browser goes in the end, not yet trusted; at most 2048 characters
     * @param correlator of the conversation, at most 256 characters
     * @param asyncCallback opaque; carried and never called; at most 4096 characters
     */
    public record Extras(
            Optional<String> locale,
            Optional<String> redirectUri,
            Optional<String> correlator,
            Optional<String> asyncCallback) {
        /** Nothing beside. */
        public static final Extras NONE =
                new Extras(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        public Extras {
            LoginStateConstraints.requireLocale(requireNonNull(locale, "locale"));
            LoginStateConstraints.requirePlain(
                    requireNonNull(redirectUri, "redirectUri"), LoginStateConstraints.REDIRECT_URI, "redirectUri");
            LoginStateConstraints.requirePlain(
                    requireNonNull(correlator, "correlator"), LoginStateConstraints.CORRELATOR, "correlator");
            LoginStateConstraints.requirePlain(
                    requireNonNull(asyncCallback, "asyncCallback"),
                    LoginStateConstraints.ASYNC_CALLBACK,
                    "asyncCallback");
        }

        @Override
        public String toString() {
            return "Extras[redacted]";
        }
    }

    @Override
    public String toString() {
        return "LoginState[" + purpose.text() + ", redacted]";
    }
}
