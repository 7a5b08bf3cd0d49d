package io.github.auraauth.usecase.secondfactor;

import static io.github.auraauth.domain.session.AuthenticationMethod.HARDWARE_KEY;
import static io.github.auraauth.domain.session.AuthenticationMethod.PASSWORD;
import static io.github.auraauth.domain.session.AuthenticationMethod.SEVERAL_FACTORS;
import static io.github.auraauth.domain.session.AuthenticationMethod.USER_VERIFICATION;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.passkey.Passkey;
import io.github.auraauth.domain.passkey.PasskeyChallenge.Purpose;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.AuthenticationMethod;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.secondfactor.PasskeyCeremony;
import io.github.auraauth.port.out.account.AccountStore;
import io.github.auraauth.port.out.secondfactor.PasskeyStore;
import io.github.auraauth.port.out.secondfactor.PasskeyStore.UseOutcome;
import io.github.auraauth.port.out.secondfactor.PasskeyVerifier;
import io.github.auraauth.port.out.secondfactor.PasskeyVerifier.PasskeyUse;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Verifies uses of passkeys: those that their account still names, whose count has risen, with a challenge that was put for it. Safe
 * for use by many threads and processes.
 */
public final class PasskeyAuthenticator {
    private final PasskeyCeremonies ceremonies;
    private final PasskeyStore passkeys;
    private final PasskeyVerifier verifier;
    private final AccountStore accounts;
    private final InstantSource clock;

    public PasskeyAuthenticator(
            PasskeyCeremonies ceremonies,
            PasskeyStore passkeys,
            PasskeyVerifier verifier,
            AccountStore accounts,
            InstantSource clock) {
        this.ceremonies = ceremonies;
        this.passkeys = passkeys;
        this.verifier = verifier;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Asks for any passkey of ours. */
    PasskeyCeremony begin(Deadline deadline) {
        return ceremonies.begin(
                Purpose.LOGIN,
                Optional.empty(),
                challenge -> verifier.requestOptions(challenge, Set.of(), true),
                deadline);
    }

    /** Asks for one of the account's. */
    PasskeyCeremony begin(Account account, Deadline deadline) {
        return ceremonies.begin(
                Purpose.SECOND_FACTOR,
                Optional.of(account.id()),
                challenge -> verifier.requestOptions(
                        challenge, account.secondFactors().passkeys(), false),
                deadline);
    }

    /** Whose passkey was used alone, if the use is good. */
    Optional<Account> authenticate(Secret handle, String response, Deadline deadline) {
        return ceremonies
                .take(handle, Purpose.LOGIN, Optional.empty(), deadline)
                .flatMap(challenge -> verifier.passkeyOf(response)
                        .flatMap(id -> passkeys.find(id, deadline))
                        .flatMap(passkey -> accounts.find(passkey.account(), deadline)
                                .filter(Account::isActive)
                                .filter(account -> use(account, passkey, challenge, true, response, deadline)
                                        .isPresent())));
    }

    /** By which methods somebody proved who they are whose password was right, if the use is good. */
    Optional<Set<AuthenticationMethod>> authenticate(
            Account account, Secret handle, String response, Deadline deadline) {
        return ceremonies
                .take(handle, Purpose.SECOND_FACTOR, Optional.of(account.id()), deadline)
                .flatMap(challenge -> verifier.passkeyOf(response)
                        .flatMap(id -> passkeys.find(id, deadline))
                        .flatMap(passkey -> use(account, passkey, challenge, false, response, deadline)))
                .map(use -> {
                    Set<AuthenticationMethod> methods = EnumSet.of(PASSWORD, HARDWARE_KEY, SEVERAL_FACTORS);
                    if (use.userVerified()) {
                        methods.add(USER_VERIFICATION);
                    }
                    return methods;
                });
    }

    private Optional<PasskeyUse> use(
            Account account, Passkey passkey, Secret challenge, boolean alone, String response, Deadline deadline) {
        if (!passkey.account().equals(account.id())
                || !account.secondFactors().passkeys().contains(passkey.id())) {
            return Optional.empty();
        }
        return verifier.used(challenge, passkey, alone, response)
                .filter(use ->
                        passkeys.noteUse(passkey.id(), use.count(), clock.instant(), deadline) == UseOutcome.NOTED);
    }
}
