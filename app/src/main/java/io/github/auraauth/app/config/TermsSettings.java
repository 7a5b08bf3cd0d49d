package io.github.auraauth.app.config;

import io.github.auraauth.app.config.mongo.MongoSettings;
import io.github.auraauth.app.config.variable.Settings;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.embedded.DataFolder;
import io.github.auraauth.embedded.DataFolderException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/**
 * The configuration of the terms API, where it is on.
 *
 * @param port 0 for any free one
 * @param database where its terms lie
 * @param given keys any of which opens it; none where one is to be generated
 */
public record TermsSettings(int port, MongoSettings database, List<Secret> given) {
    public TermsSettings {
        given = List.copyOf(given);
    }

    /** The address of its database; empty: the embedded store. */
    public Optional<Secret> uri() {
        return database.uri();
    }

    /**
     * The keys that open it: those given, or the one that is made once and kept in the data folder.
     *
     * @throws DataFolderException when one is needed and cannot be kept there
     */
    public List<Secret> keys(Deployment deployment, SecureRandom random) throws DataFolderException {
        if (!given.isEmpty()) {
            return given;
        }
        DataFolder folder = DataFolder.open(deployment.dataFolder());
        return List.of(Secret.ofText(new GeneratedSecrets(folder, random).termsKey()));
    }

    /** On with the embedded store; over the operator's MongoDB only where they say so. */
    static boolean isOn(Settings settings) {
        return !settings.isGiven("AURA_MONGODB_URI") || settings.isGiven("TAC_MONGODB_URI");
    }

    /** Empty where it is off. */
    static Optional<TermsSettings> of(Settings settings) {
        return isOn(settings)
                ? Optional.of(new TermsSettings(
                        settings.number("TAC_PORT"),
                        MongoSettings.ofTerms(settings),
                        settings.list("TAC_APIKEY").stream().map(Secret::ofText).toList()))
                : Optional.empty();
    }
}
