package io.github.auraauth.app.config.upstream;

import io.github.auraauth.app.config.variable.Findings;
import io.github.auraauth.app.config.variable.Settings;
import io.github.auraauth.domain.secret.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The configuration of the operator's storage.
 *
 * @param account empty where there is none, or no key to it
 * @param staticResources empty where it is not to be asked for them
 * @param common that KPI files go to; empty where there is none, or no key to it
 * @param indexes the container of the account that is asked for a definition of indexes; empty where none is to be
 */
public record StorageSettings(
        Optional<Account> account,
        Optional<StaticResources> staticResources,
        Optional<Account> common,
        Optional<String> indexes) {
    private static final String ACCOUNT = "AURA_MICROSOFT_AZURE_STORAGE_ACCOUNT";
    private static final String KEY = "AURA_MICROSOFT_AZURE_STORAGE_ACCESS_KEY";
    private static final String COMMON = "AURA_MICROSOFT_AZURE_STORAGE_COMMON_ACCOUNT";
    private static final String COMMON_KEY = "AURA_MICROSOFT_AZURE_STORAGE_COMMON_ACCESS_KEY";
    private static final String COMMON_ENDPOINT = "AURA_MICROSOFT_AZURE_STORAGE_COMMON_ENDPOINT";
    private static final String ENDPOINT = "AURA_MICROSOFT_AZURE_STORAGE_ENDPOINT";
    private static final String RESOURCES = "AURA_STATIC_RESOURCE_PROVIDER_ENDPOINT";
    private static final String SAS = "AURA_STATIC_RESOURCE_PROVIDER_SAS_TOKEN";

    public static StorageSettings of(Settings settings) {
        Optional<Account> account = account(settings, ACCOUNT, KEY, ENDPOINT);
        Optional<StaticResources> resources = settings.text(RESOURCES)
                .flatMap(endpoint -> settings.secret(SAS)
                        .map(token -> new StaticResources(
                                URI.create(endpoint),
                                token,
                                settings.required("AURA_STATIC_RESOURCES_CONTAINER"),
                                settings.required("AURA_STATIC_RESOURCES_CONTAINER_PREFIX"))));
        Optional<String> indexes = Optional.of(
                        settings.required("AURA_MICROSOFT_AZURE_STORAGE_CONFIGURATION_CONTAINER"))
                .filter(any -> fetchesIndexes(settings));
        return new StorageSettings(account, resources, account(settings, COMMON, COMMON_KEY, COMMON_ENDPOINT), indexes);
    }

    private static Optional<Account> account(Settings settings, String account, String key, String endpoint) {
        return settings.text(account)
                .flatMap(name -> settings.secret(key)
                        .map(secret -> new Account(
                                URI.create(
                                        settings.text(endpoint).orElse("https://" + name + ".blob.core.windows.net")),
                                name,
                                secret)));
    }

    private static boolean fetchesIndexes(Settings settings) {
        return settings.required("AURA_MAKEUP_MODE").equals("full");
    }

    public static void check(Settings settings, Findings findings) {
        findings.together(KEY, ACCOUNT);
        findings.together(ENDPOINT, ACCOUNT);
        findings.together(COMMON_KEY, COMMON);
        findings.together(COMMON_ENDPOINT, COMMON);
        findings.together(RESOURCES, SAS);
        findings.together(SAS, RESOURCES);
        findings.enciphered(ENDPOINT);
        findings.enciphered(COMMON_ENDPOINT);
        findings.enciphered(RESOURCES);
        if (settings.isGiven(COMMON)
                && settings.text("AURA_ENVIRONMENT_NAME")
                        .filter(StorageSettings::endsWithDot)
                        .isPresent()) {
            findings.refuse(
                    "AURA_ENVIRONMENT_NAME",
                    "a name without a dot at its end, since it is part of the names of KPI files");
        }
        if (settings.isGiven(ACCOUNT)
                && fetchesIndexes(settings)
                && settings.text("AURA_VERSION")
                        .filter(StorageSettings::endsWithDot)
                        .isPresent()) {
            findings.refuse(
                    "AURA_VERSION", "a version without a dot at its end, since it names a folder of the storage");
        }
    }

    /** Storage drops such a dot. */
    private static boolean endsWithDot(String name) {
        return name.endsWith(".");
    }

    /** What the log should say once of accounts that cannot be entered. */
    public static List<String> notices(Settings settings) {
        List<String> notices = new ArrayList<>();
        boolean closed = settings.isGiven(ACCOUNT) && !settings.isGiven(KEY);
        if (closed) {
            notices.add(ACCOUNT + " is set without " + KEY + ": nothing is read from that storage");
        }
        if (!settings.isGiven(ACCOUNT) && settings.flag("AURA_LOCALE_FORCE_IMPORT")) {
            notices.add("AURA_LOCALE_FORCE_IMPORT is true, but " + ACCOUNT + " is not set: local texts are used");
        }
        if (settings.isGiven(COMMON) && !settings.isGiven(COMMON_KEY)) {
            notices.add(COMMON + " is set without " + COMMON_KEY + ": there are no KPI files");
        }
        return notices;
    }

    /**
     * An account with a key to it.
     *
     * @param endpoint of its Blob Storage
     * @param key in base64
     */
    public record Account(URI endpoint, String name, Secret key) {}

    /**
     * Where static resources lie.
     *
     * @param endpoint of a Blob Storage
     * @param sasToken opens the container
     * @param prefix of their names
     */
    public record StaticResources(URI endpoint, Secret sasToken, String container, String prefix) {}
}
