package io.github.auraauth.domain.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.secret.Secret;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RegistrationDecisionTest {
    private static final AuthorizationId NEW = new AuthorizationId("authorization-2");

    private final User existing = People.user();

    @Test
    void ofKnownAuthorization_sameRequest_keepsTheUser() {
        assertThat(RegistrationDecision.ofKnownAuthorization(existing, People.registration()))
                .isEqualTo(new RegistrationDecision.Keep(existing));
    }

    static Stream<Registration> updates() {
        Registration r = People.registration();
        return Stream.of(
                People.with(Optional.of(Secret.ofText("another")), r.expiresAt()),
                People.with(Optional.empty(), r.expiresAt()),
                People.with(r.idTokenHint(), r.expiresAt().map(end -> end.plusMillis(1))),
                People.with(r.idTokenHint(), Optional.empty()),
                People.with(Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("updates")
    void ofKnownAuthorization_otherTokenOrEnd_takesThemAndNothingElse(Registration request) {
        User updated = RegistrationDecision.ofKnownAuthorization(existing, request)
                .fold(user -> null, user -> user, user -> null, () -> null);

        assertThat(updated)
                .isEqualTo(new User(
                        existing.auraId(),
                        existing.auraGlobalId(),
                        request,
                        existing.created(),
                        existing.registeredAt(),
                        existing.lastAccess()));
    }

    static Stream<Registration> otherPeople() {
        return Stream.of(
                People.with(People.OTHER_CHANNEL),
                People.with(new UserId("user-2")),
                People.with(Authentication.of(new PhoneNumber("+34600111223"))),
                People.with(new Authentication(AuthenticationType.UID, "+34600111222")));
    }

    @ParameterizedTest
    @MethodSource("otherPeople")
    void ofKnownAuthorization_otherPerson_isAConflict(Registration request) {
        assertThat(RegistrationDecision.ofKnownAuthorization(existing, request))
                .isEqualTo(new RegistrationDecision.Conflict());
        assertThat(RegistrationDecision.ofKnownAuraId(existing, request, People.identities(), People.NOW))
                .isEqualTo(new RegistrationDecision.Conflict());
    }

    @Test
    void ofKnownAuraId_itsOwnAuthorization_isDecidedAsIfByAuthorization() {
        for (Registration request :
                Stream.concat(updates(), Stream.of(People.registration())).toList()) {
            assertThat(RegistrationDecision.ofKnownAuraId(existing, request, People.identities(), People.NOW))
                    .isEqualTo(RegistrationDecision.ofKnownAuthorization(existing, request));
        }
    }

    @Test
    void ofKnownAuraId_newAuthorization_replacesAllButTheIdAndItsBirth() {
        var mail = new Authentication(AuthenticationType.EMAIL, "a@b.example");
        Registration request =
                new Registration(People.CHANNEL, new UserId("user-2"), NEW, mail, Optional.empty(), Optional.empty());

        assertThat(RegistrationDecision.ofKnownAuraId(existing, request, People.identities(), People.NOW))
                .isEqualTo(new RegistrationDecision.Renew(new User(
                        existing.auraId(),
                        People.identities().globalId(mail),
                        request,
                        existing.created(),
                        People.NOW,
                        People.NOW)));
    }

    @Test
    void ofKnownAuraId_newAuthorizationInAnotherChannel_isAConflict() {
        Registration r = People.registration();
        var request = new Registration(
                People.OTHER_CHANNEL, r.userId(), NEW, r.authentication(), r.idTokenHint(), r.expiresAt());

        assertThat(RegistrationDecision.ofKnownAuraId(existing, request, People.identities(), People.NOW))
                .isEqualTo(new RegistrationDecision.Conflict());
    }

    @Test
    void fold_everyDecision_callsItsOwnFunction() {
        assertThat(Stream.of(
                                new RegistrationDecision.Keep(existing),
                                new RegistrationDecision.Update(existing),
                                new RegistrationDecision.Renew(existing),
                                new RegistrationDecision.Conflict())
                        .map(decision -> decision.fold(u -> "keep", u -> "update", u -> "renew", () -> "conflict")))
                .containsExactly("keep", "update", "renew", "conflict");
    }
}
