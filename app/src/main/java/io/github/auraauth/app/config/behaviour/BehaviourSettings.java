package io.github.auraauth.app.config.behaviour;

import io.github.auraauth.adapter.mongo.behaviour.MongoBehaviourCache;
import io.github.auraauth.adapter.mongo.index.IndexDefinition;
import io.github.auraauth.app.config.variable.CronPattern;
import io.github.auraauth.app.config.variable.Findings;
import io.github.auraauth.app.config.variable.Settings;
import io.github.auraauth.domain.file.FileName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is configured of the behaviour manager, which is for development only.
 *
 * @param file with the rules, in a container of the account
 * @param pattern when it is read
 * @param cache where instances share it
 */
public record BehaviourSettings(FileName file, String container, CronPattern pattern, Cache cache) {
    private static final String ACTIVE = "DEV_AURA_BEHAVIOR_MANAGER_ACTIVE";
    private static final String FILE = "DEV_AURA_AUTH_BEHAVIOR_MICROSOFT_AZURE_STORAGE_SETTINGS_FILE";
    private static final String PATTERN = "DEV_AURA_AUTH_BEHAVIOR_CRON_PATTERN";
    private static final String COLLECTION = "AURA_MONGODB_CACHE_COLLECTION";
    private static final String FIELD = "AURA_MONGODB_CACHE_INDEX";
    private static final String TIME_TO_LIVE = "AURA_MONGODB_CACHE_TTL";
    private static final String CONTAINER = "AURA_MICROSOFT_AZURE_STORAGE_CONFIGURATION_CONTAINER";

    /**
     * A collection of the users' database.
     *
     * @param field that holds the file's name
     * @param timeToLive how long what one instance has read is good for others
     */
    public record Cache(String collection, String field, Duration timeToLive) {}

    /** Empty where it is off. */
    public static Optional<BehaviourSettings> of(Settings settings) {
        if (!settings.flag(ACTIVE) || !settings.kind().isDevelopment()) {
            return Optional.empty();
        }
        return Optional.of(new BehaviourSettings(
                new FileName(settings.required(FILE)),
                settings.required(CONTAINER),
                CronPattern.parse(settings.required(PATTERN)).orElseThrow(),
                new Cache(settings.required(COLLECTION), settings.required(FIELD), settings.seconds(TIME_TO_LIVE))));
    }

    /** Notes what keeps the program from starting. */
    public static void check(Settings settings, Findings findings) {
        if (!settings.flag(ACTIVE)) {
            return;
        }
        if (!settings.kind().isDevelopment()) {
            findings.refuse(ACTIVE, "false in PRE and PRO");
            return;
        }
        String why = "the storage with the file of the behaviour manager, since " + ACTIVE + " is true";
        findings.need("AURA_MICROSOFT_AZURE_STORAGE_ACCOUNT", why);
        findings.need("AURA_MICROSOFT_AZURE_STORAGE_ACCESS_KEY", "a key to " + why);
        String collection = settings.required(COLLECTION);
        if (collection.equals(settings.required("AURA_MONGODB_USER_COLLECTION"))
                || IndexDefinition.bundled().collections().contains(collection)) {
            findings.refuse(COLLECTION, "a collection that nothing else is stored in");
        }
        if (MongoBehaviourCache.RESERVED.contains(settings.required(FIELD))) {
            findings.refuse(FIELD, "another field than text, readAt and end");
        }
    }

    /** What the log should say once of what has no effect. */
    public static List<String> notices(Settings settings) {
        if (of(settings).isPresent()) {
            return List.of();
        }
        String why =
                settings.kind().isDevelopment() ? ACTIVE + " is not true" : "there is no behaviour manager outside DEV";
        return List.of(FILE, PATTERN, COLLECTION, FIELD, TIME_TO_LIVE).stream()
                .filter(settings::isGiven)
                .map(name -> name + " is set, but without effect: " + why)
                .toList();
    }
}
