package io.github.auraauth.app.config;

import io.github.auraauth.app.config.account.AccountSettings;
import io.github.auraauth.app.config.audit.AuditSettings;
import io.github.auraauth.app.config.behaviour.BehaviourSettings;
import io.github.auraauth.app.config.login.LoginSettings;
import io.github.auraauth.app.config.mongo.MongoSettings;
import io.github.auraauth.app.config.mongo.UriOptions;
import io.github.auraauth.app.config.tracing.TracingVariables;
import io.github.auraauth.app.config.upstream.ProxySettings;
import io.github.auraauth.app.config.upstream.UpstreamSettings;
import io.github.auraauth.app.config.variable.ArrivedValue;
import io.github.auraauth.app.config.variable.Catalogue;
import io.github.auraauth.app.config.variable.Folders;
import io.github.auraauth.app.config.variable.Problem;
import io.github.auraauth.app.config.variable.ServiceEnvironment;
import io.github.auraauth.app.config.variable.ServiceLinks;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** Reads the configuration out of environment variables: the one place that knows them. */
public final class ConfigurationReader {
    private final Catalogue catalogue = Catalogue.load();
    private final Map<String, String> environment;
    private final SortedSet<String> links;
    private final ProxySettings proxies;
    private final TracingVariables tracing;
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
        this.links = ServiceLinks.in(environment);
        this.environment = without(links, environment);
        this.proxies = new ProxySettings(taken(environment), name -> Optional.ofNullable(System.getProperty(name)));
        this.tracing = new TracingVariables(taken(environment));
        this.home = home;
        this.ownVersion = ownVersion;
        this.random = random;
    }

    /** What is taken of variables: those that say something, without what is taken off around their values. */
    public static Map<String, String> taken(Map<String, String> environment) {
        Map<String, String> taken = new HashMap<>();
        without(ServiceLinks.in(environment), environment)
                .forEach((name, value) -> ArrivedValue.of(value).filled().ifPresent(text -> taken.put(name, text)));
        return Map.copyOf(taken);
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
                UpstreamSettings.of(settings, proxies.proxies()),
                LoginSettings.of(settings, home),
                SigningSettings.of(settings),
                LoggingSettings.of(settings),
                tracing.settings(),
                AuditSettings.of(settings),
                BehaviourSettings.of(settings),
                notices(settings));
    }

    /** What every variable is and where it comes from, also where it is wrong; creates nothing. */
    public ConfigurationListing list() {
        Settings settings = settings();
        return ConfigurationListing.of(UriOptions.ofUsers(settings), problems(settings));
    }

    /** The kind of environment; development also where it is given in a form that is not allowed. */
    public ServiceEnvironment kind() {
        return settings().kind();
    }

    private static Map<String, String> without(SortedSet<String> names, Map<String, String> environment) {
        return environment.entrySet().stream()
                .filter(variable -> !names.contains(variable.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Settings settings() {
        return new SettingsReader(catalogue, environment).read();
    }

    private List<Problem> problems(Settings settings) {
        List<Problem> problems = new ArrayList<>(settings.problems());
        problems.addAll(new ConfigurationRules(settings, home).check());
        problems.addAll(proxies.problems());
        problems.addAll(tracing.problems());
        return problems;
    }

    private List<String> notices(Settings settings) {
        List<String> notices = new ArrayList<>(Notices.of(catalogue, settings, environment, links));
        notices.addAll(proxies.notices());
        return notices;
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
