package io.github.auraauth.app.acceptance;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The OpenID provider under attack, at two instances over one database, which all of this shares. */
class ProviderAcceptanceTest
        implements ProviderSeedWay,
                ProviderCodeAttacks,
                ProviderRefreshAttacks,
                ProviderRedirectAttacks,
                ProviderBrowserAttacks,
                ProviderLogoutAttacks,
                ProviderAccountAttacks,
                ProviderRequestAttacks,
                ProviderTokenAttacks,
                ProviderAccess,
                ProviderCanaries,
                ProviderKeyRotation {
    @TempDir
    private static Path folder;

    private static ProviderServers provider;
    private static Map<String, String> annes = Map.of();
    private static Map<String, String> mallorys = Map.of();

    @BeforeAll
    static void start() {
        provider = ProviderServers.two(folder, Map.of("AURA_LOGGING_LEVEL", "TRACE"));
        annes = ProviderServers.cookie(provider.somebody("anne"));
        mallorys = ProviderServers.cookie(provider.somebody("mallory"));
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    @Override
    public ProviderServers provider() {
        return provider;
    }

    @Override
    public Map<String, String> session() {
        return annes;
    }

    @Override
    public Map<String, String> mallorys() {
        return mallorys;
    }
}
