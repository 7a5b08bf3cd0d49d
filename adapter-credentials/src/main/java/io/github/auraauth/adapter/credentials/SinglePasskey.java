package io.github.auraauth.adapter.credentials;

import com.yubico.webauthn.CredentialRepository;
import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import com.yubico.webauthn.data.exception.Base64UrlException;
import io.github.auraauth.domain.passkey.Passkey;
import java.util.Optional;
import java.util.Set;

/** The credentials that the library may look up: one passkey, which was read before, or none. */
final class SinglePasskey implements CredentialRepository {
    static final SinglePasskey NONE = new SinglePasskey(Optional.empty());

    /** The library wants a user name to every handle; nobody sees this one. */
    private static final String NAME = "owner";

    private final Optional<RegisteredCredential> passkey;

    SinglePasskey(Passkey passkey, ByteArray handle) {
        this(Optional.of(RegisteredCredential.builder()
                .credentialId(bytes(passkey.id().value()))
                .userHandle(handle)
                .publicKeyCose(bytes(passkey.publicKey()))
                .signatureCount(passkey.count())
                .build()));
    }

    private SinglePasskey(Optional<RegisteredCredential> passkey) {
        this.passkey = passkey;
    }

    static ByteArray bytes(String base64Url) {
        try {
            return ByteArray.fromBase64Url(base64Url);
        } catch (Base64UrlException e) {
            throw new IllegalArgumentException("not base64url", e);
        }
    }

    @Override
    public Set<PublicKeyCredentialDescriptor> getCredentialIdsForUsername(String username) {
        return Set.of();
    }

    @Override
    public Optional<ByteArray> getUserHandleForUsername(String username) {
        return passkey.map(RegisteredCredential::getUserHandle);
    }

    @Override
    public Optional<String> getUsernameForUserHandle(ByteArray userHandle) {
        return passkey.filter(found -> found.getUserHandle().equals(userHandle)).map(found -> NAME);
    }

    @Override
    public Optional<RegisteredCredential> lookup(ByteArray credentialId, ByteArray userHandle) {
        return passkey.filter(found -> found.getCredentialId().equals(credentialId)
                && found.getUserHandle().equals(userHandle));
    }

    @Override
    public Set<RegisteredCredential> lookupAll(ByteArray credentialId) {
        return Set.of();
    }
}
