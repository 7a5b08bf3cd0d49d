package io.github.auraauth.testkit.account;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.account.AccountEmail;
import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.account.AccountOrigin;
import io.github.auraauth.domain.account.AccountState;
import io.github.auraauth.domain.account.GivenRights;
import io.github.auraauth.domain.account.Profile;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.password.PasswordHash;
import io.github.auraauth.domain.permission.GroupId;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.domain.secondfactor.PasskeyId;
import io.github.auraauth.domain.secondfactor.RecoveryCodeDigest;
import io.github.auraauth.domain.secondfactor.SecondFactors;
import io.github.auraauth.domain.secondfactor.Totp;
import io.github.auraauth.domain.secondfactor.TotpFactor;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.testkit.internal.EdgeCaseTexts;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Accounts of people that do not exist. */
public final class SampleAccounts {
    /** When all of them joined. */
    public static final Instant JOINED = Instant.parse("2030-01-02T12:00:00.123Z");

    private SampleAccounts() {}

    /** An identifier, different for each number. */
    public static AccountId id(int number) {
        return new AccountId(uuid(number));
    }

    /** A group's, different for each number. */
    public static GroupId group(int number) {
        return new GroupId(uuid(number));
    }

    /** An active account with something of everything but rights. */
    public static Account account(int number) {
        return account(number, "fake-user-" + number);
    }

    /** The same under another name. */
    public static Account account(int number, String username) {
        var profile = new Profile(
                Optional.of(new AccountEmail("fake-" + number + "@example.com", true)), "Fake-First", "Fake-Last");
        return Account.create(
                        id(number),
                        new Username(username),
                        profile,
                        GivenRights.NONE,
                        AccountOrigin.of(AccountOrigin.CreationMethod.CREATED, JOINED))
                .rehashed(password(number));
    }

    /** An account with every component, each as unusual or as long as allowed. */
    public static Account oddest(int number) {
        var email = new AccountEmail("\uD83D\uDE00".repeat(124) + "@x.org", false);
        var profile = new Profile(
                Optional.of(email), EdgeCaseTexts.ofLength(Profile.LONGEST_NAME), "$where {\"$gt\":\"\"} e\u0301 .");
        var rights = new GivenRights(
                true,
                Set.of(group(1), group(2)),
                Set.of(new Permission("a_0"), new Permission("view_" + "x".repeat(Permission.LONGEST - 5))));
        return new Account(
                id(number),
                0,
                new Username("\uD801\uDC28".repeat(Username.LONGEST)),
                profile,
                AccountState.DEACTIVATED,
                rights,
                Optional.of(password(number)),
                Integer.MAX_VALUE - 1,
                Optional.of(Instant.EPOCH),
                new AccountOrigin(
                        AccountOrigin.CreationMethod.IMPORTED,
                        Instant.parse("1969-12-31T23:59:59.999Z"),
                        Optional.of("$1.a")),
                factors());
    }

    /** All kinds of second factors at once. */
    public static SecondFactors factors() {
        return new SecondFactors(
                Optional.of(new TotpFactor(secret(1), JOINED, Long.MAX_VALUE - 1)),
                Optional.of(secret(2)),
                Set.of(recoveryCode(1), recoveryCode(2)),
                Set.of(new PasskeyId("-_"), new PasskeyId("A".repeat(1364))),
                Optional.of(Instant.EPOCH));
    }

    /** What a recovery code is kept as, by number. */
    public static RecoveryCodeDigest recoveryCode(int number) {
        return new RecoveryCodeDigest(String.format(Locale.ROOT, "%064x", number));
    }

    /** A secret of an authenticator app, by number. */
    public static Secret secret(int number) {
        byte[] bytes = new byte[Totp.SECRET_BYTES];
        bytes[0] = (byte) number;
        return Secret.of(bytes);
    }

    /** An account of which nothing is known but its name. */
    public static Account barest(int number) {
        return Account.create(
                id(number),
                new Username("_"),
                Profile.EMPTY,
                GivenRights.NONE,
                AccountOrigin.of(AccountOrigin.CreationMethod.LISTED, JOINED));
    }

    /** A hash of no password. */
    public static PasswordHash password(int number) {
        return PasswordHash.parse("pbkdf2_sha256$1000$fake-salt-" + number + "$" + "A".repeat(43) + "=")
                .orElseThrow();
    }

    static String uuid(int number) {
        return "00000000-0000-4000-8000-%012x".formatted(number);
    }
}
