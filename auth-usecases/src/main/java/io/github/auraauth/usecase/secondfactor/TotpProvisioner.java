package io.github.auraauth.usecase.secondfactor;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.secondfactor.Totp;
import io.github.auraauth.domain.secondfactor.TotpUri;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.in.secondfactor.SecondFactorSetup.PendingTotp;
import io.github.auraauth.port.out.secondfactor.QrCodeEncoder;
import java.security.SecureRandom;

/** Makes secrets for authenticator apps and shows them as apps read them. Safe for use by many threads. */
public final class TotpProvisioner {
    private final QrCodeEncoder encoder;
    private final String issuer;
    private final SecureRandom random;

    /** @param issuer what apps call us, such as our host */
    public TotpProvisioner(QrCodeEncoder encoder, String issuer, SecureRandom random) {
        this.encoder = encoder;
        this.issuer = requireNonNull(issuer, "issuer");
        this.random = random;
    }

    Secret newSecret() {
        return Totp.secret(random);
    }

    PendingTotp show(Secret secret, Username username) {
        Secret uri = TotpUri.of(secret, issuer, username.value());
        return new PendingTotp(TotpUri.base32(secret), uri, encoder.encode(uri));
    }
}
