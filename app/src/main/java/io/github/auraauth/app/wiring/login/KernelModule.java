package io.github.auraauth.app.wiring.login;

import io.github.auraauth.adapter.http.openid.Issuer;
import io.github.auraauth.adapter.http.openid.SigningKeyEndpoints;
import io.github.auraauth.adapter.jose.ConfiguredSigningKeys;
import io.github.auraauth.adapter.jose.JoseTokenSigner;
import io.github.auraauth.adapter.jose.JoseTokenVerifier;
import io.github.auraauth.adapter.kernel.KernelClientAuthentication;
import io.github.auraauth.adapter.kernel.KernelConfig;
import io.github.auraauth.adapter.kernel.KernelDiscovery;
import io.github.auraauth.adapter.kernel.KernelKeys;
import io.github.auraauth.adapter.kernel.KernelLoginProvider;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.config.SigningSettings;
import io.github.auraauth.app.probe.KernelProbe;
import io.github.auraauth.app.process.ClockAndRandom;
import io.github.auraauth.app.process.StartRefused;
import io.github.auraauth.app.wiring.AdapterConfigs;
import io.github.auraauth.app.wiring.FeatureModule;
import io.github.auraauth.domain.token.AccessTokenRules;
import io.github.auraauth.domain.token.JsonWebKey;
import io.github.auraauth.domain.token.PrivateSigningKey;
import io.github.auraauth.embedded.DataFolderException;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.outgoing.OutgoingHttp;
import io.github.auraauth.outgoing.UpstreamClient;
import io.github.auraauth.port.in.kernel.KernelAuthentication;
import io.github.auraauth.port.in.token.SigningKeys;
import io.github.auraauth.port.out.login.LoginProvider;
import io.github.auraauth.usecase.kernel.KernelAuthenticationService;
import io.github.auraauth.usecase.kernel.ProviderTokenVerifier;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Kernel as we see it, and what we show it of ourselves. Where it is not configured, all of it says that it is away. */
public final class KernelModule implements FeatureModule {
    public final LoginProvider provider;
    public final ProviderTokenVerifier tokens;
    public final SigningKeys signingKeys;
    private final Issuer issuer;

    /** Of the API published in Kernel; empty where that is off. */
    public final Optional<KernelAuthentication> callers;

    /**
     * @throws StartRefused when a configured private key is not valid
     * @throws DataFolderException when one is to be generated and cannot be kept
     */
    public KernelModule(
            Configuration configuration, OutgoingHttp outgoing, MeterRegistry metrics, ClockAndRandom clockAndRandom)
            throws StartRefused, DataFolderException {
        InstantSource clock = clockAndRandom.clock();
        KernelConfig config = configuration.upstream().kernel().adapter();
        UpstreamClient upstream = outgoing.upstream(KernelProbe.UPSTREAM);
        List<PrivateSigningKey> keys = keys(configuration, clockAndRandom);
        List<JsonWebKey> publicKeys =
                keys.stream().map(PrivateSigningKey::publicKey).toList();
        var discovery = new KernelDiscovery(config, upstream, clock);

        provider = new MeteredLoginProvider(
                new KernelLoginProvider(
                        config,
                        discovery,
                        upstream,
                        new KernelClientAuthentication(new JoseTokenSigner(), keys, clock, clockAndRandom.random())),
                metrics);
        tokens = new ProviderTokenVerifier(new KernelKeys(discovery, upstream, clock), new JoseTokenVerifier());
        signingKeys = () -> publicKeys;
        issuer = AdapterConfigs.issuer(configuration);
        callers = configuration
                .upstream()
                .kernel()
                .audience()
                .map(audience ->
                        new KernelAuthenticationService(tokens, provider, new AccessTokenRules(audience), clock));
    }

    @Override
    public Map<String, Endpoint> endpoints() {
        return new SigningKeyEndpoints(signingKeys, issuer).byOperation();
    }

    private static List<PrivateSigningKey> keys(Configuration configuration, ClockAndRandom clockAndRandom)
            throws StartRefused, DataFolderException {
        List<PrivateSigningKey> keys = new ArrayList<>();
        for (SigningSettings.NamedKey named :
                configuration.signing().keys(configuration.deployment(), clockAndRandom.random())) {
            keys.add(ConfiguredSigningKeys.parse(named.id(), named.text())
                    .orElseThrow(() -> new StartRefused("AURA_FP_PRIVATE_KEY: given a secret, allowed: RSA keys of at"
                            + " least 2048 bits, each base64 of PEM or DER, PKCS#8 or PKCS#1")));
        }
        return keys;
    }
}
