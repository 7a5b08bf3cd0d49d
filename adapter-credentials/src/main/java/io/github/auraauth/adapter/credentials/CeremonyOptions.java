package io.github.auraauth.adapter.credentials;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.yubico.webauthn.data.AttestationConveyancePreference;
import com.yubico.webauthn.data.AuthenticatorSelectionCriteria;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredentialCreationOptions;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import com.yubico.webauthn.data.PublicKeyCredentialParameters;
import com.yubico.webauthn.data.PublicKeyCredentialRequestOptions;
import com.yubico.webauthn.data.RelyingPartyIdentity;
import com.yubico.webauthn.data.ResidentKeyRequirement;
import com.yubico.webauthn.data.UserIdentity;
import com.yubico.webauthn.data.UserVerificationRequirement;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.passkey.PasskeyChallenge;
import io.github.auraauth.domain.secondfactor.PasskeyId;
import io.github.auraauth.domain.secret.Secret;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The options of a ceremony, as the library has it and as browsers read it. */
final class CeremonyOptions {
    private static final List<PublicKeyCredentialParameters> ALGORITHMS = List.of(
            PublicKeyCredentialParameters.ES256,
            PublicKeyCredentialParameters.EdDSA,
            PublicKeyCredentialParameters.RS256);

    /** What a verification needs no more than the shape of. */
    private static final UserIdentity ANYBODY = UserIdentity.builder()
            .name("")
            .displayName("")
            .id(new ByteArray(new byte[1]))
            .build();

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final RelyingPartyIdentity identity;

    CeremonyOptions(RelyingPartyIdentity identity) {
        this.identity = identity;
    }

    /** For the verification of a new passkey, whoever's it is. */
    PublicKeyCredentialCreationOptions creation(Secret challenge) {
        return creation(challenge, ANYBODY, Set.of());
    }

    PublicKeyCredentialCreationOptions creation(
            Secret challenge, AccountId account, Username username, Set<PasskeyId> present) {
        UserIdentity user = UserIdentity.builder()
                .name(username.value())
                .displayName(username.value())
                .id(handle(account))
                .build();
        return creation(challenge, user, present);
    }

    PublicKeyCredentialRequestOptions request(Secret challenge, Set<PasskeyId> allowed, boolean userVerification) {
        return PublicKeyCredentialRequestOptions.builder()
                .challenge(new ByteArray(challenge.reveal()))
                .rpId(identity.getId())
                .allowCredentials(allowed.stream()
                        .sorted()
                        .map(CeremonyOptions::descriptor)
                        .toList())
                .userVerification(
                        userVerification
                                ? UserVerificationRequirement.REQUIRED
                                : UserVerificationRequirement.DISCOURAGED)
                .timeout(PasskeyChallenge.VALIDITY.toMillis())
                .build();
    }

    /** The account's identifier, which says nothing of the person. */
    static ByteArray handle(AccountId account) {
        UUID uuid = UUID.fromString(account.value());
        return new ByteArray(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array());
    }

    /** Without the object around it that the library writes. */
    static String json(Writer written) {
        try {
            return MAPPER.readTree(written.text()).path("publicKey").toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was put together here can be written", e);
        }
    }

    private PublicKeyCredentialCreationOptions creation(Secret challenge, UserIdentity user, Set<PasskeyId> present) {
        return PublicKeyCredentialCreationOptions.builder()
                .rp(identity)
                .user(user)
                .challenge(new ByteArray(challenge.reveal()))
                .pubKeyCredParams(ALGORITHMS)
                .excludeCredentials(
                        present.stream().map(CeremonyOptions::descriptor).collect(Collectors.toSet()))
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.PREFERRED)
                        .userVerification(UserVerificationRequirement.PREFERRED)
                        .build())
                .attestation(AttestationConveyancePreference.NONE)
                .timeout(PasskeyChallenge.VALIDITY.toMillis())
                .build();
    }

    private static PublicKeyCredentialDescriptor descriptor(PasskeyId id) {
        return PublicKeyCredentialDescriptor.builder()
                .id(SinglePasskey.bytes(id.value()))
                .build();
    }

    /** Writes options as the library does. */
    @FunctionalInterface
    interface Writer {
        String text() throws JsonProcessingException;
    }
}
