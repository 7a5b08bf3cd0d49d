package io.github.auraauth.adapter.credentials;

import static java.util.Objects.requireNonNull;

import com.yubico.webauthn.AssertionRequest;
import com.yubico.webauthn.AssertionResult;
import com.yubico.webauthn.CredentialRepository;
import com.yubico.webauthn.FinishAssertionOptions;
import com.yubico.webauthn.FinishRegistrationOptions;
import com.yubico.webauthn.RegistrationResult;
import com.yubico.webauthn.RelyingParty;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredential;
import com.yubico.webauthn.data.PublicKeyCredentialCreationOptions;
import com.yubico.webauthn.data.RelyingPartyIdentity;
import com.yubico.webauthn.exception.AssertionFailedException;
import com.yubico.webauthn.exception.RegistrationFailedException;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.passkey.Passkey;
import io.github.auraauth.domain.secondfactor.PasskeyId;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.out.secondfactor.PasskeyVerifier;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** Passkeys by Yubico's library for relying parties. No attestation is asked for: any authenticator will do. */
public final class WebAuthnPasskeyVerifier implements PasskeyVerifier {
    private final RelyingPartyConfig config;
    private final RelyingPartyIdentity identity;
    private final CeremonyOptions options;

    public WebAuthnPasskeyVerifier(RelyingPartyConfig config) {
        this.config = requireNonNull(config, "config");
        this.identity = RelyingPartyIdentity.builder()
                .id(config.id())
                .name(config.name())
                .build();
        this.options = new CeremonyOptions(identity);
    }

    @Override
    public String creationOptions(Secret challenge, AccountId account, Username username, Set<PasskeyId> present) {
        return CeremonyOptions.json(options.creation(challenge, account, username, present)::toCredentialsCreateJson);
    }

    @Override
    public Optional<NewPasskey> created(Secret challenge, String response) {
        PublicKeyCredentialCreationOptions request = options.creation(challenge);
        return parsed(response, PublicKeyCredential::parseRegistrationResponseJson)
                .flatMap(parsed -> created(FinishRegistrationOptions.builder()
                        .request(request)
                        .response(parsed)
                        .build()));
    }

    @Override
    public String requestOptions(Secret challenge, Set<PasskeyId> allowed, boolean userVerification) {
        return CeremonyOptions.json(options.request(challenge, allowed, userVerification)::toCredentialsGetJson);
    }

    @Override
    public Optional<PasskeyId> passkeyOf(String response) {
        return parsed(response, PublicKeyCredential::parseAssertionResponseJson)
                .flatMap(parsed -> PasskeyId.parse(parsed.getId().getBase64Url()));
    }

    @Override
    public Optional<PasskeyUse> used(Secret challenge, Passkey passkey, boolean userVerification, String response) {
        ByteArray handle =
                CeremonyOptions.handle(requireNonNull(passkey, "passkey").account());
        // with the first factor alone the response itself has to say whose it is
        AssertionRequest request = AssertionRequest.builder()
                .publicKeyCredentialRequestOptions(options.request(challenge, Set.of(passkey.id()), userVerification))
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

    private Optional<NewPasskey> created(FinishRegistrationOptions finished) {
        try {
            RegistrationResult result = relyingParty(SinglePasskey.NONE).finishRegistration(finished);
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

    private Optional<PasskeyUse> used(SinglePasskey passkey, FinishAssertionOptions finished) {
        try {
            AssertionResult result = relyingParty(passkey).finishAssertion(finished);
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

    private static <T> Optional<T> parsed(String response, Parser<T> parser) {
        requireNonNull(response, "response");
        try {
            return Optional.of(parser.parse(response));
        } catch (IOException | RuntimeException noResponse) {
            return Optional.empty();
        }
    }

    @FunctionalInterface
    private interface Parser<T> {
        T parse(String json) throws IOException;
    }
}
