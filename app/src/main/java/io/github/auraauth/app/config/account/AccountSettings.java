package io.github.auraauth.app.config.account;

import io.github.auraauth.app.config.variable.Settings;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.authtoken.AuthTokenList;
import io.github.auraauth.domain.secret.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The configuration of accounts.
 *
 * @param enabled whether there are any, with their API and pages
 * @param tokens those of programs, maybe none
 * @param administrator the first one, where one is to be made
 * @param secondFactor whether those to whom administration is open must have one, outside development
 * @param keySetAge how long those who verify tokens of the OpenID provider may keep its key set
 */
public record AccountSettings(
        boolean enabled,
        AuthTokenList tokens,
        Optional<Administrator> administrator,
        boolean secondFactor,
        Duration keySetAge) {
    static final String ENABLED = "AURA_ACCOUNTS_ENABLED";
    static final String TOKENS = "AUTH_TOKENS";
    static final String ADMINISTRATOR = "AURA_ADMIN_USERNAME";
    static final String PASSWORD = "AURA_ADMIN_PASSWORD";
    static final String SECOND_FACTOR = "AURA_ADMIN_SECOND_FACTOR";

    /** Fewest characters of a token's secret outside development. */
    private static final int SHORTEST_SECRET = 20;

    /** Somebody who is made at the first start and has all rights. */
    public record Administrator(Username username, Secret password) {}

    /** The settings, whose rules must hold. */
    public static AccountSettings of(Settings settings) {
        return new AccountSettings(
                isOn(settings),
                tokens(settings),
                settings.text(ADMINISTRATOR)
                        .flatMap(Username::parse)
                        .flatMap(name -> settings.secret(PASSWORD).map(password -> new Administrator(name, password))),
                settings.flag(SECOND_FACTOR),
                settings.seconds("AURA_OIDC_KEY_SET_MAX_AGE"));
    }

    /** Off where they say so; on in development, and where there is something to make them of. */
    static boolean isOn(Settings settings) {
        return settings.isGiven(ENABLED)
                ? settings.flag(ENABLED)
                : settings.flag(ENABLED) || settings.isGiven(TOKENS) || settings.isGiven(ADMINISTRATOR);
    }

    static AuthTokenList parse(Settings settings) throws AuthTokenList.MalformedLine {
        int shortest = settings.kind().isDevelopment() ? 1 : SHORTEST_SECRET;
        return AuthTokenList.parse(settings.text(TOKENS).orElse(""), shortest);
    }

    private static AuthTokenList tokens(Settings settings) {
        try {
            return parse(settings);
        } catch (AuthTokenList.MalformedLine unchecked) {
            return new AuthTokenList(List.of());
        }
    }
}
