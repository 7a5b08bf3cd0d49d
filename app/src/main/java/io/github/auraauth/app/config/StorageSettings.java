package io.github.auraauth.app.config;

import io.github.auraauth.app.config.variable.Findings;
import io.github.auraauth.app.config.variable.Settings;
import io.github.auraauth.domain.secret.Secret;
import java.net.URI;
import java.util.Optional;

/**
 * What is configured of the operator's storage.
 *
 * @param account empty where there is none, or no key to it
 * @param staticResources empty where it is not to be asked for them
 */
public record StorageSettings(Optional<Account> account, Optional<StaticResources> staticResources) {
    private static final String ACCOUNT = "AURA_MICROSOFT_AZURE_STORAGE_ACCOUNT";
    private static final String KEY = "AURA_MICROSOFT_AZURE_STORAGE_ACCESS_KEY";
    private static final String RESOURCES = "AURA_STATIC_RESOURCE_PROVIDER_ENDPOINT";
    private static final String SAS = "AURA_STATIC_RESOURCE_PROVIDER_SAS_TOKEN";

    static StorageSettings of(Settings settings) {
        Optional<Account> account = settings.text(ACCOUNT)
                .flatMap(name -> settings.secret(KEY).map(key -> new Account(endpoint(settings, name), name, key)));
        Optional<StaticResources> resources = settings.text(RESOURCES)
                .flatMap(endpoint -> settings.secret(SAS)
                        .map(token -> new StaticResources(
                                URI.create(endpoint),
                                token,
                                settings.required("AURA_STATIC_RESOURCES_CONTAINER"),
                                settings.required("AURA_STATIC_RESOURCES_CONTAINER_PREFIX"))));
        return new StorageSettings(account, resources);
    }

    static void check(Settings settings, Findings findings) {
        findings.together(KEY, ACCOUNT);
        findings.together("AURA_MICROSOFT_AZURE_STORAGE_ENDPOINT", ACCOUNT);
        findings.together(RESOURCES, SAS);
        findings.together(SAS, RESOURCES);
        findings.enciphered("AURA_MICROSOFT_AZURE_STORAGE_ENDPOINT");
        findings.enciphered(RESOURCES);
    }

    /** What the log should say once of an account that cannot be entered. */
    static Optional<String> notice(Settings settings) {
        boolean closed = settings.isGiven(ACCOUNT) && !settings.isGiven(KEY);
        if (closed) {
            return Optional.of(ACCOUNT + " is set without " + KEY + ": nothing is read from that storage");
        }
        boolean wanted = settings.flag("AURA_LOCALE_FORCE_IMPORT") && !settings.isGiven(ACCOUNT);
        return wanted
                ? Optional.of("AURA_LOCALE_FORCE_IMPORT is true, but " + ACCOUNT + " is not set: local texts are used")
                : Optional.empty();
    }

    private static URI endpoint(Settings settings, String account) {
        return URI.create(settings.text("AURA_MICROSOFT_AZURE_STORAGE_ENDPOINT")
                .orElse("https://" + account + ".blob.core.windows.net"));
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
