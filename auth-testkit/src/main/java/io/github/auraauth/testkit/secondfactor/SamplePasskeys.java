package io.github.auraauth.testkit.secondfactor;

import static io.github.auraauth.testkit.account.SampleAccounts.id;

import io.github.auraauth.domain.passkey.Passkey;
import io.github.auraauth.domain.passkey.PasskeyName;
import io.github.auraauth.domain.secondfactor.PasskeyId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Passkeys of accounts that do not exist. */
public final class SamplePasskeys {
    /** When the first one was added; each is added so many seconds later as its number says. */
    public static final Instant ADDED = Instant.parse("2030-01-02T12:00:00.123Z");

    private SamplePasskeys() {}

    /** An identifier, different for each number. */
    public static PasskeyId passkeyId(int number) {
        return new PasskeyId(String.format(Locale.ROOT, "key-%010d", number));
    }

    /** A passkey that was used. */
    public static Passkey passkey(int number, int account) {
        Instant added = ADDED.plusSeconds(number);
        return new Passkey(
                passkeyId(number),
                id(account),
                new PasskeyName("fake key " + number),
                "cHVibGlj" + number,
                7,
                added,
                Optional.of(added.plusSeconds(1)));
    }

    /** One with everything as odd, as long or as small as it can be. */
    public static Passkey oddest(int account) {
        return new Passkey(
                new PasskeyId("-_".repeat(682)),
                id(account),
                new PasskeyName("\uD83D\uDE00".repeat(PasskeyName.LONGEST - 2) + "$."),
                "",
                0xFFFF_FFFFL,
                Instant.EPOCH,
                Optional.empty());
    }
}
