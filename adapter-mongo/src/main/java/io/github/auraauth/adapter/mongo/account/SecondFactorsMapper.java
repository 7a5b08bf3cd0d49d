package io.github.auraauth.adapter.mongo.account;

import io.github.auraauth.adapter.mongo.SealedFields;
import io.github.auraauth.adapter.mongo.StoredFields;
import io.github.auraauth.domain.crypto.HexDigest;
import io.github.auraauth.domain.secondfactor.PasskeyId;
import io.github.auraauth.domain.secondfactor.RecoveryCodeDigest;
import io.github.auraauth.domain.secondfactor.SecondFactors;
import io.github.auraauth.domain.secondfactor.TotpFactor;
import io.github.auraauth.domain.secret.Secret;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/** Writes and reads second factors as fields of an account's document; secrets of apps are enciphered. */
final class SecondFactorsMapper {
    static final String RECOVERY_CODES = "recoveryCodes";
    static final String TOTP_ADDED = "totp.addedAt";
    static final String TOTP_STEP = "totp.lastStep";

    private static final String TOTP = "totp";
    private static final String SECRET = "secret";
    private static final String ADDED_AT = "addedAt";
    private static final String LAST_STEP = "lastStep";
    private static final String PENDING = "totpPending";
    private static final String PASSKEYS = "passkeys";
    private static final String RESET_AT = "factorsResetAt";

    /** What may be missing. */
    static final List<String> OPTIONAL = List.of(TOTP, PENDING, RECOVERY_CODES, PASSKEYS, RESET_AT);

    private final SealedFields sealed;

    SecondFactorsMapper(SealedFields sealed) {
        this.sealed = sealed;
    }

    /** @param account id of the account */
    void write(String account, SecondFactors factors, Document document) {
        factors.totp()
                .ifPresent(totp -> document.append(
                        TOTP,
                        new Document(SECRET, sealed.seal(account, TOTP, totp.secret()))
                                .append(ADDED_AT, Date.from(totp.addedAt()))
                                .append(LAST_STEP, totp.lastStep())));
        factors.pending().ifPresent(secret -> document.append(PENDING, sealed.seal(account, PENDING, secret)));
        if (!factors.recoveryCodes().isEmpty()) {
            document.append(
                    RECOVERY_CODES,
                    factors.recoveryCodes().stream()
                            .map(RecoveryCodeDigest::hex)
                            .sorted()
                            .toList());
        }
        if (!factors.passkeys().isEmpty()) {
            document.append(
                    PASSKEYS,
                    factors.passkeys().stream().map(PasskeyId::value).sorted().toList());
        }
        factors.resetAt().ifPresent(time -> document.append(RESET_AT, Date.from(time)));
    }

    SecondFactors read(String account, StoredFields fields) {
        return StoredFields.joined(
                TOTP,
                () -> new SecondFactors(
                        fields.optionalPart(TOTP).map(totp -> totp(account, totp)),
                        fields.has(PENDING)
                                ? Optional.of(sealed.open(account, PENDING, fields))
                                : Optional.<Secret>empty(),
                        fields.has(RECOVERY_CODES)
                                ? fields.all(RECOVERY_CODES, SecondFactorsMapper::recoveryCode)
                                : Set.of(),
                        fields.has(PASSKEYS) ? fields.all(PASSKEYS, PasskeyId::parse) : Set.of(),
                        fields.optionalTime(RESET_AT)));
    }

    private TotpFactor totp(String account, StoredFields totp) {
        Secret secret = sealed.open(account, TOTP, totp, SECRET);
        return new TotpFactor(secret, totp.time(ADDED_AT), totp.number(LAST_STEP));
    }

    private static Optional<RecoveryCodeDigest> recoveryCode(String hex) {
        return Optional.of(hex).filter(HexDigest::isDigest).map(RecoveryCodeDigest::new);
    }
}
