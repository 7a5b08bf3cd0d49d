package io.github.auraauth.adapter.kernel;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.auraauth.domain.token.TokenClaims;
import io.github.auraauth.outgoing.Reply;
import io.github.auraauth.port.Outage;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what Kernel answers: one JSON object, no member twice. What it says is never logged. */
final class KernelReplies {
    static final String KERNEL = "kernel";
    static final int OK = 200;
    static final int NOT_FOUND = 404;

    private static final Logger LOG = LoggerFactory.getLogger(KernelReplies.class);
    private static final ObjectReader OBJECT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(new TypeReference<Map<String, Object>>() {});

    private KernelReplies() {}

    /** The object of a good reply. */
    static TokenClaims members(Reply reply, String what) {
        return Optional.of(reply)
                .filter(answer -> answer.status() == OK)
                .flatMap(KernelReplies::object)
                .orElseThrow(() -> failed(what + " has status " + reply.status() + " or is no JSON object"));
    }

    /** The object of a reply of any status. */
    static Optional<TokenClaims> object(Reply reply) {
        try {
            return Optional.ofNullable(OBJECT.<Map<String, Object>>readValue(reply.body()))
                    .map(TokenClaims::of);
        } catch (IOException noJson) { // its message would quote the answer
            return Optional.empty();
        }
    }

    /** What to throw when an answer makes no sense; the operator is told why, in words of ours. */
    static Outage failed(String reason) {
        LOG.atWarn().addKeyValue("reason", reason).log("an answer of Kernel makes no sense");
        return new Outage.UpstreamFailed(KERNEL);
    }
}
