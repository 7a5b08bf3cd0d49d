package io.github.auraauth.port.out.account;

import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.secondfactor.RecoveryCodeDigest;
import io.github.auraauth.domain.secondfactor.TotpFactor;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserStore;

/**
 * The uses of codes that are good once, on the accounts of an {@link AccountStore}. Of any number of uses of one code at once,
 * one is told that it was good. A use raises the account's revision. Safe for use by many threads and processes;
 * {@link Outage} and null arguments as in {@link UserStore}.
 */
public interface OneTimeCodes {
    /**
     * Notes that the code of a time step was used, if the account still has that very app, and no code of this step or a later one was.
     *
     * @return false when nothing was noted
     */
    boolean useStep(AccountId account, TotpFactor totp, long step, Deadline deadline);

    /**
     * Removes a recovery code from the account.
     *
     * @return false when it was not there
     */
    boolean useRecoveryCode(AccountId account, RecoveryCodeDigest code, Deadline deadline);
}
