package io.github.auraauth.app.config.login;

import io.github.auraauth.app.config.variable.Settings;
import io.github.auraauth.domain.redirect.TrustedHosts;
import io.github.auraauth.domain.state.StatePolicy;
import io.github.auraauth.domain.state.StateRules;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The configuration of logins and logouts, as far as it is about us.
 *
 * @param states which are taken
 * @param confirmLinks whether a person who follows a link of the bot is asked before they are registered
 * @param trustedHosts where a login may lead back to
 */
public record LoginSettings(StateRules states, boolean confirmLinks, TrustedHosts trustedHosts, PageSettings pages) {

    private static final Duration LONGEST_CALLBACK = Duration.ofMinutes(1);

    /**
     * From the making of a state, by a clock that may be ahead, to the last moment of the login that uses it, by a
     * clock that may be behind.
     */
    public Duration longest() {
        return states.validity().plus(StateRules.AHEAD.multipliedBy(2)).plus(LONGEST_CALLBACK);
    }

    public static LoginSettings of(Settings settings, Path home) {
        return new LoginSettings(
                new StateRules(
                        StatePolicy.parse(settings.required("AURA_STATE_POLICY"))
                                .orElseThrow(),
                        Duration.ofMinutes(settings.number("AURA_VALID_REGISTER_STATE_MINUTES"))),
                settings.flag("AURA_LINK_CONFIRM"),
                TrustedHosts.parse(
                        settings.list("AURA_TRUSTED_HOSTNAMES"), settings.kind().isDevelopment()),
                PageSettings.of(settings, home));
    }
}
