package io.github.auraauth.adapter.kernel;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.auraauth.domain.token.TokenClaims;
import io.github.auraauth.outgoing.UpstreamResponse;
import io.github.auraauth.port.Outage;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads Kernel's responses: one JSON object, no member twice. Their content is never logged. */
final class KernelResponses {
    static final String KERNEL = "kernel";
    static final int OK = 200;
    static final int NOT_FOUND = 404;

    private static final Logger LOG = LoggerFactory.getLogger(KernelResponses.class);
    private static final ObjectReader OBJECT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(new TypeReference<Map<String, Object>>() {});

    private KernelResponses() {}

    /** The object of a response with status 200. */
    static TokenClaims members(UpstreamResponse response, String what) {
        return Optional.of(response)
                .filter(given -> given.status() == OK)
                .flatMap(KernelResponses::object)
                .orElseThrow(() -> failed(what + " has status " + response.status() + " or is no JSON object"));
    }

    /** The object of a response of any status. */
    static Optional<TokenClaims> object(UpstreamResponse response) {
        try {
            return Optional.ofNullable(OBJECT.<Map<String, Object>>readValue(response.body()))
                    .map(TokenClaims::of);
        } catch (IOException noJson) { // its message would quote the response
            return Optional.empty();
        }
    }

    /** The outage to throw when a response is invalid; logs the reason, without quoting the response. */
    static Outage failed(String reason) {
        LOG.atWarn().addKeyValue("reason", reason).log("an answer of Kernel makes no sense");
        return new Outage.UpstreamFailed(KERNEL);
    }
}
