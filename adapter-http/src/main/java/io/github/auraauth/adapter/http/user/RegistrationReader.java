package io.github.auraauth.adapter.http.user;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.user.Authentication;
import io.github.auraauth.domain.user.AuthenticationType;
import io.github.auraauth.domain.user.AuthorizationId;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.domain.user.UserId;
import io.github.auraauth.front.request.Inputs;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Makes a registration of a request's inputs; the first one that cannot be read is refused by name. */
final class RegistrationReader {
    /** A later time has a year of five digits, which the User of the definition cannot show. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    private final RegistrationInputs places;
    private final ChannelReader channels;
    private final InstantSource clock;

    RegistrationReader(RegistrationInputs places, ChannelReader channels, InstantSource clock) {
        this.places = places;
        this.channels = channels;
        this.clock = clock;
    }

    Registration read(Inputs inputs) {
        ChannelId channelId = channels.read(inputs, places.channelId()).id();
        UserId userId = inputs.required(places.userId(), UserId::parse);
        AuthorizationId authorizationId = inputs.required(places.authorizationId(), AuthorizationId::parse);
        AuthenticationType type = inputs.required(places.authenticationType(), AuthenticationType::parse);
        Authentication authentication = inputs.required(
                places.authenticationIdentifier(),
                text -> Authentication.parse(type, text),
                text -> IdentifierErrorMessages.ofIdentifier(type, text));
        Optional<Secret> idTokenHint = inputs.optional(
                places.idTokenHint(),
                RegistrationReader::idTokenHint,
                text -> "must be at most " + Registration.LONGEST_HINT + " bytes of UTF-8 long");
        Optional<Instant> expiresAt = inputs.optional(
                places.expiresAt(), this::future, text -> IdentifierErrorMessages.ofEnd(end(text), clock.instant()));
        return new Registration(channelId, userId, authorizationId, authentication, idTokenHint, expiresAt);
    }

    private static Optional<Secret> idTokenHint(String text) {
        return Optional.of(Secret.ofText(text)).filter(hint -> hint.length() <= Registration.LONGEST_HINT);
    }

    private Optional<Instant> future(String text) {
        return Optional.of(end(text)).filter(clock.instant()::isBefore).filter(end -> !end.isAfter(LATEST));
    }

    /** The text is a time: the definition's format was checked before. */
    private static Instant end(String text) {
        return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
    }
}
