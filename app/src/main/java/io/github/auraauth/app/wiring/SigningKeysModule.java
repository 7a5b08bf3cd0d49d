package io.github.auraauth.app.wiring;

import io.github.auraauth.adapter.http.openid.SigningKeyEndpoints;
import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.port.in.token.SigningKeys;
import java.util.Map;

/** What we show others of the keys that we sign with. */
record SigningKeysModule(SigningKeys keys, Configuration configuration) implements Module {
    @Override
    public Map<String, Endpoint> endpoints() {
        return new SigningKeyEndpoints(keys, AdapterConfigs.issuer(configuration)).byOperation();
    }
}
