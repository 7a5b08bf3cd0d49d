package io.github.auraauth.app.acceptance;

import io.github.auraauth.adapter.azure.FakeBlobStorage;
import java.util.HashMap;
import java.util.Map;

/** Environments of the servers that the tests start. */
final class Servers {
    private Servers() {}

    /** The embedded default, with keys that the tests know. */
    static Map<String, String> embedded() {
        Map<String, String> environment = new HashMap<>();
        environment.put("AURA_ENVIRONMENT_NAME", Api.ENVIRONMENT);
        environment.put("AURA_ENCRYPTION_KEY", Api.ENCRYPTION_KEY);
        environment.put("AURA_SEED_ID", Api.SEED);
        return environment;
    }

    /** A server over a given MongoDB, without Redis. */
    static Map<String, String> on(String mongoUri) {
        Map<String, String> environment = embedded();
        environment.put("AURA_MONGODB_URI", mongoUri);
        environment.put("AURA_MONGODB_USER_DB", "aura-users");
        environment.put("AURA_MONGODB_USER_COLLECTION", "users");
        return environment;
    }

    /** A server over a given MongoDB and a single Redis. */
    static Map<String, String> on(String mongoUri, String redis) {
        Map<String, String> environment = on(mongoUri);
        environment.put("AURA_REDIS_MODE", "SINGLE");
        environment.put("AURA_REDIS_HOSTS", redis);
        return environment;
    }

    /** What a server is told to put its KPI files there. */
    static Map<String, String> kpisIn(FakeBlobStorage storage) {
        return Map.of(
                "AURA_MICROSOFT_AZURE_STORAGE_COMMON_ACCOUNT",
                FakeBlobStorage.ACCOUNT,
                "AURA_MICROSOFT_AZURE_STORAGE_COMMON_ACCESS_KEY",
                "YWFhYQ==",
                "AURA_MICROSOFT_AZURE_STORAGE_COMMON_ENDPOINT",
                storage.endpoint().toString());
    }
}
