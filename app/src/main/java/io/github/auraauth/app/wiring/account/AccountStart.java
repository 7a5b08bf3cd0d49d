package io.github.auraauth.app.wiring.account;

import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.config.account.AccountSettings.Administrator;
import io.github.auraauth.app.process.StartRefused;
import io.github.auraauth.domain.account.Refusal;
import io.github.auraauth.domain.account.Username;
import io.github.auraauth.domain.crypto.Base62;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.Deadline;
import java.security.SecureRandom;
import java.util.Optional;

/** The preparation of accounts before they are served: permissions and groups, the first administrator, listed tokens. */
final class AccountStart {
    private static final Username FIRST_NAME = new Username("admin");
    private static final int PASSWORD_DIGITS = 24;

    private final AccountServices services;
    private final Configuration configuration;

    AccountStart(AccountServices services, Configuration configuration) {
        this.services = services;
        this.configuration = configuration;
    }

    /**
     * Brings accounts to what is configured.
     *
     * @throws StartRefused when what is configured cannot be
     */
    void prepare(Deadline deadline) throws StartRefused {
        services.bootstrap.prepare(deadline);
        if (configuration.accounts().administrator().isPresent()) {
            make(configuration.accounts().administrator().get(), deadline);
        }
        AuthTokenListing.apply(services.listedTokens, configuration, deadline);
    }

    /** An administrator with a random password, unless there is a superuser. */
    Optional<Administrator> makeUp(SecureRandom random, Deadline deadline) throws StartRefused {
        if (services.bootstrap.hasSuperuser(deadline)) {
            return Optional.empty();
        }
        Administrator administrator =
                new Administrator(FIRST_NAME, Secret.ofText(Base62.random(PASSWORD_DIGITS, random)));
        return make(administrator, deadline) ? Optional.of(administrator) : Optional.empty();
    }

    private boolean make(Administrator administrator, Deadline deadline) throws StartRefused {
        Made made = services.bootstrap
                .makeAdministrator(administrator.username(), administrator.password(), deadline)
                .fold(Made::of, Made::refused);
        if (made.refusal().isPresent()) {
            throw new StartRefused(words(made.refusal().get()));
        }
        return made.done();
    }

    private static String words(Refusal refusal) {
        return switch (refusal.reason()) {
            case TAKEN ->
                "AURA_ADMIN_USERNAME: another account has this name; choose another one, or make that account a"
                        + " superuser's by aura account grant";
            case PASSWORD_TOO_SHORT -> "AURA_ADMIN_PASSWORD: given a secret, allowed: at least 15 characters";
            case PASSWORD_TOO_LONG -> "AURA_ADMIN_PASSWORD: given a secret, allowed: at most 256 characters";
            case PASSWORD_LIKE_NAME ->
                "AURA_ADMIN_PASSWORD: given a secret, allowed: one that is not like the user name";
            case PASSWORD_TOO_COMMON -> "AURA_ADMIN_PASSWORD: given a secret, allowed: one that is harder to guess";
            case ABSENT,
                    FORBIDDEN,
                    LAST_SUPERUSER,
                    NOT_ACTIVE,
                    UNKNOWN,
                    BUILT_IN,
                    WRONG_PASSWORD,
                    WRONG_CODE,
                    PASSKEY_REFUSED,
                    REAUTHENTICATION_REQUIRED,
                    LAST_SECOND_FACTOR,
                    ENDED,
                    TOO_MANY -> "the first administrator cannot be made";
        };
    }

    private record Made(boolean done, Optional<Refusal> refusal) {
        static Made of(boolean done) {
            return new Made(done, Optional.empty());
        }

        static Made refused(Refusal refusal) {
            return new Made(false, Optional.of(refusal));
        }
    }
}
