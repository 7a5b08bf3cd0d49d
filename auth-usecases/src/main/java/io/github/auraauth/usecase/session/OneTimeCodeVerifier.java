package io.github.auraauth.usecase.session;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.Actor;
import io.github.auraauth.domain.activity.Activity.Event;
import io.github.auraauth.domain.permission.Rights;
import io.github.auraauth.domain.secondfactor.OneTimeCode;
import io.github.auraauth.domain.secondfactor.RecoveryCodes;
import io.github.auraauth.domain.secondfactor.SecondFactorKind;
import io.github.auraauth.domain.secondfactor.Totp;
import io.github.auraauth.domain.secondfactor.TotpFactor;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.account.OneTimeCodes;
import io.github.auraauth.usecase.account.AccountReader;
import io.github.auraauth.usecase.activity.ActivityRecorder;
import java.time.InstantSource;
import java.util.Optional;

/** Verifies codes of authenticator apps and recovery codes, and uses them up. Safe for use by many threads and processes. */
public final class OneTimeCodeVerifier {
    private final OneTimeCodes codes;
    private final RecoveryCodes recovery;
    private final AccountReader reader;
    private final ActivityRecorder activity;
    private final InstantSource clock;

    public OneTimeCodeVerifier(
            OneTimeCodes codes,
            RecoveryCodes recovery,
            AccountReader reader,
            ActivityRecorder activity,
            InstantSource clock) {
        this.codes = codes;
        this.recovery = recovery;
        this.reader = reader;
        this.activity = activity;
        this.clock = clock;
    }

    /** What kind of code it was, if it was good; it is not any more. */
    Optional<SecondFactorKind> use(Account account, Secret typed, Deadline deadline) {
        OneTimeCode code = OneTimeCode.of(typed);
        if (code.isOfApp()) {
            return account.secondFactors()
                    .totp()
                    .filter(totp -> isUsed(account, totp, code, deadline))
                    .map(totp -> SecondFactorKind.TOTP);
        }
        if (!codes.useRecoveryCode(account.id(), recovery.digest(code), deadline)) {
            return Optional.empty();
        }
        reader.forget(account.id());
        activity.note(Event.FACTOR_RECOVERY, Actor.of(account.id(), Rights.NONE), account.id(), deadline);
        return Optional.of(SecondFactorKind.RECOVERY_CODE);
    }

    private boolean isUsed(Account account, TotpFactor totp, OneTimeCode code, Deadline deadline) {
        var step = Totp.match(totp.secret(), code.text(), clock.instant());
        return step.isPresent() && codes.useStep(account.id(), totp, step.getAsLong(), deadline);
    }
}
