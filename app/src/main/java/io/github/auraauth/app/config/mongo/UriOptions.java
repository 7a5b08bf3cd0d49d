package io.github.auraauth.app.config.mongo;

import io.github.auraauth.adapter.mongo.MongoConfig;
import io.github.auraauth.adapter.mongo.MongoUri;
import io.github.auraauth.app.config.variable.Setting;
import io.github.auraauth.app.config.variable.Settings;
import io.github.auraauth.app.config.variable.ValueSource;
import io.github.auraauth.app.config.variable.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Variables that an option in the address of a database says too: a variable that is set beats the option, and the option beats
 * the default.
 */
public final class UriOptions {
    static final String USERS = "AURA_MONGODB_URI";
    static final String TERMS = "TAC_MONGODB_URI";
    static final String TLS = "AURA_MONGODB_SSL";
    static final String MOST = "AURA_MONGODB_MAX_POOL_SIZE";
    static final String FEWEST = "AURA_MONGODB_MIN_POOL_SIZE";

    /** Counts only where the newer one is not set. */
    private static final String OLDER_MOST = "AURA_MONGODB_POOL_SIZE";

    static final Map<String, String> BY_VARIABLE = Map.ofEntries(
            Map.entry(MOST, "maxPoolSize"),
            Map.entry(FEWEST, "minPoolSize"),
            Map.entry("AURA_MONGODB_MAX_IDLE_TIME_MS", "maxIdleTimeMS"),
            Map.entry("AURA_MONGODB_RETRY_WRITES", "retryWrites"),
            Map.entry("AURA_MONGODB_RETRY_READS", "retryReads"),
            Map.entry("AURA_MONGODB_HEARTBEAT_FREQUENCY_MS", "heartbeatFrequencyMS"),
            Map.entry("AURA_MONGODB_SERVER_SELECTION_TIMEOUT_MS", "serverSelectionTimeoutMS"),
            Map.entry("AURA_MONGODB_SOCKET_TIMEOUT_MS", "socketTimeoutMS"),
            Map.entry("AURA_CONNECTION_TIMEOUT_MS", "connectTimeoutMS"),
            Map.entry(TLS, "tls"),
            Map.entry("AURA_MONGODB_READ_PREFERENCE", "readPreference"));

    private UriOptions() {}

    /** All settings as the driver of the users' database gets them. */
    public static Settings ofUsers(Settings settings) {
        return over(settings, USERS);
    }

    /** All settings as the driver gets them that is given that address. */
    static Settings over(Settings settings, String uri) {
        Map<String, String> options =
                access(settings, uri).map(MongoUri::options).orElse(Map.of());
        List<Setting> others = new ArrayList<>();
        BY_VARIABLE.forEach((name, option) -> Optional.ofNullable(options.get(option))
                .filter(value -> !isGiven(settings, name))
                .ifPresent(value -> others.add(said(settings.setting(name).variable(), value))));
        if (!settings.isGiven(MOST) && settings.isGiven(OLDER_MOST)) {
            Setting older = settings.setting(OLDER_MOST);
            others.add(Setting.of(settings.setting(MOST).variable(), older.value(), older.source(), older.allowed()));
        }
        return fewestAtMost(settings.with(others));
    }

    /** The address with what belongs to it; empty where it is not given in an allowed form. */
    static Optional<MongoConfig.Access> access(Settings settings, String uri) {
        boolean withCredentials = uri.equals(USERS)
                && settings.text("AURA_MONGODB_USERNAME").isPresent()
                && settings.text("AURA_MONGODB_PASSWORD").isPresent();
        return settings.secret(uri)
                .map(address -> new MongoConfig.Access(
                        address,
                        settings.text("AURA_MONGODB_USERNAME").filter(name -> withCredentials),
                        settings.secret("AURA_MONGODB_PASSWORD").filter(password -> withCredentials),
                        Optional.empty()));
    }

    private static boolean isGiven(Settings settings, String name) {
        return settings.isGiven(name) || name.equals(MOST) && settings.isGiven(OLDER_MOST);
    }

    private static Setting said(Variable variable, String value) {
        Optional<String> normal = variable.form().normal().apply(value);
        return Setting.of(variable, normal.or(() -> Optional.of(value)), ValueSource.URI, normal.isPresent());
    }

    /** Our default of the fewest connections gives way to the most that somebody set. */
    private static Settings fewestAtMost(Settings settings) {
        Setting fewest = settings.setting(FEWEST);
        boolean tooMany = settings.number(FEWEST) > settings.number(MOST);
        return fewest.source() == ValueSource.DEFAULT && tooMany
                ? settings.with(List.of(Setting.of(fewest.variable(), settings.text(MOST), ValueSource.DEFAULT, true)))
                : settings;
    }
}
