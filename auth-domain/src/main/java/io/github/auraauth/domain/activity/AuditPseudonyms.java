package io.github.auraauth.domain.activity;

import io.github.auraauth.domain.crypto.KeyedDigest;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.user.AuraId;
import io.github.auraauth.domain.user.AuthorizationId;
import io.github.auraauth.domain.user.PhoneNumber;
import io.github.auraauth.domain.user.RandomIds;

/**
 * How the audit trail names what may be personal: by an HMAC under a key of the seed, the same on every instance and after a
 * change of encryption keys. Safe for use by many threads.
 */
public final class AuditPseudonyms {
    private final KeyedDigest digest;

    public AuditPseudonyms(Secret seed) {
        this.digest = KeyedDigest.derivedFrom(seed, "aura-auth/audit-pseudonym/v1");
    }

    /** The auraId itself where it is a random one, else a pseudonym, since a channel may have taken a number for it. */
    public String of(AuraId auraId) {
        return RandomIds.isUuid(auraId.value()) ? auraId.value() : "aura:" + digest.hex("aura:" + auraId.value());
    }

    /** A pseudonym of the session that a user is registered for. */
    public String of(AuthorizationId session) {
        return "authorization:" + digest.hex("authorization:" + session.value());
    }

    /** A pseudonym of the person with that number. */
    public String of(PhoneNumber number) {
        return "phone:" + digest.hex("phone:" + number.value());
    }

    /** A digest of a text that is not to be seen, such as a configuration. */
    public String digest(String text) {
        return digest.hex("text:" + text);
    }
}
