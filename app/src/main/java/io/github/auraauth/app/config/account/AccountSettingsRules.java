package io.github.auraauth.app.config.account;

import static io.github.auraauth.app.config.account.AccountSettings.ADMINISTRATOR;
import static io.github.auraauth.app.config.account.AccountSettings.ENABLED;
import static io.github.auraauth.app.config.account.AccountSettings.PASSWORD;
import static io.github.auraauth.app.config.account.AccountSettings.SECOND_FACTOR;
import static io.github.auraauth.app.config.account.AccountSettings.TOKENS;

import io.github.auraauth.app.config.variable.Findings;
import io.github.auraauth.app.config.variable.Settings;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.authtoken.AuthTokenList;
import io.github.auraauth.domain.password.PasswordFault;
import io.github.auraauth.domain.password.PasswordPolicy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules for the configuration of accounts. */
public final class AccountSettingsRules {
    private AccountSettingsRules() {}

    /** Notes what keeps the program from starting; of a line of the tokens its number, and never its text. */
    public static void check(Settings settings, Findings findings) {
        try {
            AccountSettings.parse(settings);
        } catch (AuthTokenList.MalformedLine line) {
            findings.refuse(TOKENS, "lines of username:secret:permission&permission, but " + line.getMessage());
        }
        findings.together(ADMINISTRATOR, PASSWORD);
        findings.together(PASSWORD, ADMINISTRATOR);
        Optional<String> name = settings.text(ADMINISTRATOR);
        if (name.isPresent() && name.flatMap(Username::parse).isEmpty()) {
            findings.refuse(ADMINISTRATOR, "1 to 150 letters of one script, digits and . _ @ + -");
        }
        settings.text(PASSWORD)
                .flatMap(
                        password -> PasswordPolicy.fault(password, name.stream().toList(), false))
                .ifPresent(fault -> findings.refuse(PASSWORD, allowed(fault)));
    }

    /** What the log should say once of what has no effect, since there are no accounts. */
    public static List<String> notices(Settings settings) {
        return AccountSettings.isOn(settings)
                ? noticesOfSecondFactor(settings)
                : Stream.of(TOKENS, ADMINISTRATOR)
                        .filter(settings::isGiven)
                        .map(name -> name + " is set, but " + ENABLED + " is false: there are no accounts")
                        .toList();
    }

    private static List<String> noticesOfSecondFactor(Settings settings) {
        boolean development = settings.kind().isDevelopment();
        if (development || settings.flag(SECOND_FACTOR)) {
            return List.of();
        }
        return List.of(SECOND_FACTOR + " is false: whoever finds out the password of an administrator is one");
    }

    private static String allowed(PasswordFault fault) {
        return switch (fault) {
            case TOO_SHORT -> "at least " + PasswordPolicy.SHORTEST + " characters";
            case TOO_LONG -> "at most " + PasswordPolicy.LONGEST + " characters";
            case LIKE_NAME -> "a password that is not like " + ADMINISTRATOR;
            case TOO_COMMON -> "a password that is harder to guess";
        };
    }
}
