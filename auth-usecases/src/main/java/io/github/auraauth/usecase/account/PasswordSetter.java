package io.github.auraauth.usecase.account;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountEmail;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.Outcome;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.account.Refusal.Reason;
import io.github.auraauth.domain.password.PasswordFault;
import io.github.auraauth.domain.password.PasswordHash;
import io.github.auraauth.domain.password.PasswordPolicy;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.password.PasswordHasher;
import io.github.auraauth.port.out.password.PasswordStrength;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Sets new passwords, if they are taken, and signs out everywhere by it. Safe for use by many threads. */
public final class PasswordSetter {
    private static final String FIELD = "new_password";

    private final AccountWriter writer;
    private final PasswordHasher hasher;
    private final PasswordStrength strength;
    private final HashingLane lane;

    public PasswordSetter(AccountWriter writer, PasswordHasher hasher, PasswordStrength strength, HashingLane lane) {
        this.writer = writer;
        this.hasher = hasher;
        this.strength = strength;
        this.lane = lane;
    }

    /** Why the password is not taken; empty when it is. */
    public Optional<Refusal> fault(Account account, Secret password) {
        String text = password.revealText();
        List<String> names = names(account);
        Optional<PasswordFault> fault =
                PasswordPolicy.fault(text, names, account.secondFactors().any());
        if (fault.isEmpty() && strength.score(PasswordPolicy.scored(text), names) < PasswordPolicy.LOWEST_SCORE) {
            fault = Optional.of(PasswordFault.TOO_COMMON);
        }
        return fault.map(PasswordSetter::refusal);
    }

    /** The hash to be set; empty when too much is being hashed. */
    public Optional<PasswordHash> hash(Secret password, Deadline deadline) {
        return lane.run(() -> hasher.hash(password), deadline);
    }

    /** Sets it. */
    public Outcome<Account> set(AccountId id, PasswordHash hash, Deadline deadline) {
        return set(id, hash, account -> true, deadline);
    }

    /** Sets it, as long as that holds for the account; {@link Reason#ABSENT} where it does not. */
    public Outcome<Account> set(AccountId id, PasswordHash hash, Predicate<Account> condition, Deadline deadline) {
        return writer.change(
                id,
                account -> condition.test(account) ? Outcome.done(account.with(hash)) : Outcome.refused(Reason.ABSENT),
                deadline);
    }

    private static List<String> names(Account account) {
        List<String> names = new ArrayList<>();
        names.add(account.username().value());
        Optional<String> email = account.profile().email().map(AccountEmail::value);
        email.ifPresent(address -> {
            names.add(address);
            names.add(address.substring(0, address.indexOf('@')));
        });
        return names;
    }

    private static Refusal refusal(PasswordFault fault) {
        return Refusal.of(
                switch (fault) {
                    case TOO_SHORT -> Reason.PASSWORD_TOO_SHORT;
                    case TOO_LONG -> Reason.PASSWORD_TOO_LONG;
                    case LIKE_NAME -> Reason.PASSWORD_LIKE_NAME;
                    case TOO_COMMON -> Reason.PASSWORD_TOO_COMMON;
                },
                FIELD);
    }
}
