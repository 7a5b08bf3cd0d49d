package io.github.auraauth.usecase.token;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.token.PublicSigningKey;
import io.github.auraauth.port.in.token.ListSigningKeys;
import io.github.auraauth.port.out.token.TokenSigner;
import java.util.List;

/** Tells the signer's public keys. */
public final class SigningKeyListing implements ListSigningKeys {
    private final TokenSigner signer;

    public SigningKeyListing(TokenSigner signer) {
        this.signer = requireNonNull(signer, "signer");
    }

    @Override
    public List<PublicSigningKey> list() {
        return signer.publicKeys();
    }
}
