package io.github.auraauth.app.config;

import io.github.auraauth.app.config.account.AccountSettings;
import io.github.auraauth.app.config.variable.Catalogue;
import io.github.auraauth.app.config.variable.Problem;
import io.github.auraauth.app.config.variable.ServiceEnvironment;
import io.github.auraauth.app.config.variable.Settings;
import io.github.auraauth.app.config.variable.SettingsReader;
import io.github.auraauth.domain.crypto.EncryptionKeys;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.embedded.DataFolder;
import io.github.auraauth.embedded.DataFolderException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the configuration out of environment variables: the one place that knows them. */
public final class ConfigurationReader {
    private final Catalogue catalogue = Catalogue.load();
    private final Map<String, String> environment;
    private final Path home;
    private final String ownVersion;
    private final SecureRandom random;

    /**
     * @param environment variables by name
     * @param home where the data folder lies when none is named
     * @param ownVersion the program's version, for where {@code AURA_VERSION} is not set
     * @param random makes the secrets that may be generated
     */
    public ConfigurationReader(Map<String, String> environment, Path home, String ownVersion, SecureRandom random) {
        this.environment = Map.copyOf(environment);
        this.home = home;
        this.ownVersion = ownVersion;
        this.random = random;
    }

    /**
     * Reads and checks all variables. In development this may create the data folder and the secrets in it.
     *
     * @throws ConfigurationException with every problem that there is
     * @throws DataFolderException when the data folder is needed and cannot be used
     */
    public Configuration read() throws ConfigurationException, DataFolderException {
        Settings settings = settings();
        List<Problem> problems = problems(settings);
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return new Configuration(
                Deployment.of(settings, home, ownVersion),
                HttpSettings.of(settings),
                keys(settings),
                MongoSettings.of(settings),
                RedisSettings.of(settings),
                TermsSettings.of(settings),
                AccountSettings.of(settings),
                UpstreamSettings.of(settings),
                LoginSettings.of(settings, home),
                SigningSettings.of(settings),
                LoggingSettings.of(settings),
                Notices.of(catalogue, settings, environment));
    }

    /** What every variable is and where it comes from, also where it is wrong; creates nothing. */
    public ConfigurationListing list() {
        Settings settings = settings();
        return ConfigurationListing.of(settings, problems(settings));
    }

    /** The kind of environment; development also where it is given in a form that is not allowed. */
    public ServiceEnvironment kind() {
        return settings().kind();
    }

    private Settings settings() {
        return new SettingsReader(catalogue, environment).read();
    }

    private List<Problem> problems(Settings settings) {
        List<Problem> problems = new ArrayList<>(settings.problems());
        problems.addAll(new ConfigurationRules(settings, home).check());
        return problems;
    }

    private KeySettings keys(Settings settings) throws DataFolderException {
        String algorithm = settings.required("AURA_ENCRYPTION_ALGORITHM");
        if (settings.isGiven("AURA_ENCRYPTION_KEY") && settings.isGiven("AURA_SEED_ID")) {
            EncryptionKeys given = EncryptionKeys.parse(algorithm, settings.required("AURA_ENCRYPTION_KEY"));
            return KeySettings.of(settings, given, Secret.ofText(settings.required("AURA_SEED_ID")));
        }
        DataFolder folder = DataFolder.open(Folders.of(settings, home, "AURA_DATA_FOLDER"));
        GeneratedSecrets generated = new GeneratedSecrets(folder, random);
        String keys = settings.isGiven("AURA_ENCRYPTION_KEY")
                ? settings.required("AURA_ENCRYPTION_KEY")
                : generated.encryptionKey().substring(0, bytes(algorithm));
        String seed = settings.isGiven("AURA_SEED_ID") ? settings.required("AURA_SEED_ID") : generated.seed();
        return KeySettings.of(
                settings, EncryptionKeys.parse(algorithm, keys), Secret.of(seed.getBytes(StandardCharsets.UTF_8)));
    }

    private static int bytes(String algorithm) {
        return switch (algorithm) {
            case "aes-128-cbc" -> 16;
            case "aes-192-cbc" -> 24;
            default -> 32;
        };
    }
}
