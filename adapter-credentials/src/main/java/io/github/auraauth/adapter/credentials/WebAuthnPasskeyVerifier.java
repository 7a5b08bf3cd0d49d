package io.github.auraauth.adapter.credentials;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.yubico.webauthn.AssertionRequest;
import com.yubico.webauthn.AssertionResult;
import com.yubico.webauthn.CredentialRepository;
import com.yubico.webauthn.FinishAssertionOptions;
import com.yubico.webauthn.FinishRegistrationOptions;
import com.yubico.webauthn.RegistrationResult;
import com.yubico.webauthn.RelyingParty;
import com.yubico.webauthn.data.AttestationConveyancePreference;
import com.yubico.webauthn.data.AuthenticatorSelectionCriteria;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredential;
import com.yubico.webauthn.data.PublicKeyCredentialCreationOptions;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import com.yubico.webauthn.data.PublicKeyCredentialParameters;
import com.yubico.webauthn.data.PublicKeyCredentialRequestOptions;
import com.yubico.webauthn.data.RelyingPartyIdentity;
import com.yubico.webauthn.data.ResidentKeyRequirement;
import com.yubico.webauthn.data.UserIdentity;
import com.yubico.webauthn.data.UserVerificationRequirement;
import com.yubico.webauthn.exception.AssertionFailedException;
import com.yubico.webauthn.exception.RegistrationFailedException;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.passkey.Passkey;
import io.github.auraauth.domain.passkey.PasskeyChallenge;
import io.github.auraauth.domain.secondfactor.PasskeyId;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.out.secondfactor.PasskeyVerifier;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Passkeys by Yubico's library for relying parties. No attestation is asked for: any authenticator will do. */
public final class WebAuthnPasskeyVerifier implements PasskeyVerifier {
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

    private final RelyingPartyConfig config;
    private final RelyingPartyIdentity identity;

    public WebAuthnPasskeyVerifier(RelyingPartyConfig config) {
        this.config = requireNonNull(config, "config");
        this.identity = RelyingPartyIdentity.builder()
                .id(config.id())
                .name(config.name())
                .build();
    }

    @Override
    public String creationOptions(Secret challenge, AccountId account, Username username, Set<PasskeyId> present) {
        UserIdentity user = UserIdentity.builder()
                .name(username.value())
                .displayName(username.value())
                .id(handle(requireNonNull(account, "account")))
                .build();
        return options(creation(challenge, user, present)::toCredentialsCreateJson);
    }

    @Override
    public Optional<NewPasskey> created(Secret challenge, String response) {
        PublicKeyCredentialCreationOptions request = creation(challenge, ANYBODY, Set.of());
        return parsed(response, PublicKeyCredential::parseRegistrationResponseJson)
                .flatMap(parsed -> created(FinishRegistrationOptions.builder()
                        .request(request)
                        .response(parsed)
                        .build()));
    }

    @Override
    public String requestOptions(Secret challenge, Set<PasskeyId> allowed, boolean userVerification) {
        return options(request(challenge, allowed, userVerification)::toCredentialsGetJson);
    }

    @Override
    public Optional<PasskeyId> passkeyOf(String response) {
        return parsed(response, PublicKeyCredential::parseAssertionResponseJson)
                .flatMap(parsed -> PasskeyId.parse(parsed.getId().getBase64Url()));
    }

    @Override
    public Optional<PasskeyUse> used(Secret challenge, Passkey passkey, boolean userVerification, String response) {
        ByteArray handle = handle(requireNonNull(passkey, "passkey").account());
        // with the first factor alone the response itself has to say whose it is
        AssertionRequest request = AssertionRequest.builder()
                .publicKeyCredentialRequestOptions(request(challenge, Set.of(passkey.id()), userVerification))
                .userHandle(userVerification ? Optional.empty() : Optional.of(handle))
                .build();
        return parsed(response, PublicKeyCredential::parseAssertionResponseJson)
                .flatMap(parsed -> used(
                        new SinglePasskey(passkey, handle),
                        FinishAssertionOptions.builder()
                                .request(request)
                                .response(parsed)
                                .build()));
    }

    private Optional<NewPasskey> created(FinishRegistrationOptions options) {
        try {
            RegistrationResult result = relyingParty(SinglePasskey.NONE).finishRegistration(options);
            return PasskeyId.parse(result.getKeyId().getId().getBase64Url())
                    .map(id -> new NewPasskey(
                            id,
                            result.getPublicKeyCose().getBase64Url(),
                            result.getSignatureCount(),
                            result.isUserVerified()));
        } catch (RegistrationFailedException | RuntimeException notGood) {
            // the library lets through what malformed bytes do to those who read them
            return Optional.empty();
        }
    }

    private Optional<PasskeyUse> used(SinglePasskey passkey, FinishAssertionOptions options) {
        try {
            AssertionResult result = relyingParty(passkey).finishAssertion(options);
            return result.isSuccess()
                    ? Optional.of(new PasskeyUse(result.getSignatureCount(), result.isUserVerified()))
                    : Optional.empty();
        } catch (AssertionFailedException | RuntimeException notGood) {
            return Optional.empty();
        }
    }

    /** Of counts the store judges, since only it knows what others use at the same time. */
    private RelyingParty relyingParty(CredentialRepository passkeys) {
        return RelyingParty.builder()
                .identity(identity)
                .credentialRepository(passkeys)
                .origins(config.origins())
                .allowOriginPort(config.anyPort())
                .validateSignatureCounter(false)
                .build();
    }

    private PublicKeyCredentialCreationOptions creation(Secret challenge, UserIdentity user, Set<PasskeyId> present) {
        return PublicKeyCredentialCreationOptions.builder()
                .rp(identity)
                .user(user)
                .challenge(new ByteArray(challenge.reveal()))
                .pubKeyCredParams(ALGORITHMS)
                .excludeCredentials(present.stream()
                        .map(WebAuthnPasskeyVerifier::descriptor)
                        .collect(Collectors.toSet()))
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.PREFERRED)
                        .userVerification(UserVerificationRequirement.PREFERRED)
                        .build())
                .attestation(AttestationConveyancePreference.NONE)
                .timeout(PasskeyChallenge.VALIDITY.toMillis())
                .build();
    }

    private PublicKeyCredentialRequestOptions request(
            Secret challenge, Set<PasskeyId> allowed, boolean userVerification) {
        return PublicKeyCredentialRequestOptions.builder()
                .challenge(new ByteArray(challenge.reveal()))
                .rpId(config.id())
                .allowCredentials(allowed.stream()
                        .sorted()
                        .map(WebAuthnPasskeyVerifier::descriptor)
                        .toList())
                .userVerification(
                        userVerification
                                ? UserVerificationRequirement.REQUIRED
                                : UserVerificationRequirement.DISCOURAGED)
                .timeout(PasskeyChallenge.VALIDITY.toMillis())
                .build();
    }

    private static PublicKeyCredentialDescriptor descriptor(PasskeyId id) {
        return PublicKeyCredentialDescriptor.builder()
                .id(SinglePasskey.bytes(id.value()))
                .build();
    }

    /** The account's identifier, which says nothing of the person. */
    private static ByteArray handle(AccountId account) {
        UUID uuid = UUID.fromString(account.value());
        return new ByteArray(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array());
    }

    /** Without the object around it that the library writes. */
    private static String options(Json written) {
        try {
            return MAPPER.readTree(written.text()).path("publicKey").toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was put together here can be written", e);
        }
    }

    private static <T> Optional<T> parsed(String response, Parser<T> parser) {
        requireNonNull(response, "response");
        try {
            return Optional.of(parser.parse(response));
        } catch (IOException | RuntimeException noResponse) {
            return Optional.empty();
        }
    }

    @FunctionalInterface
    private interface Json {
        String text() throws JsonProcessingException;
    }

    @FunctionalInterface
    private interface Parser<T> {
        T parse(String json) throws IOException;
    }
}
