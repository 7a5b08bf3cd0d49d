package io.github.auraauth.adapter.redis;

import io.github.auraauth.domain.secret.Secret;
import io.lettuce.core.RedisURI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The configured hosts as Lettuce's URIs, with password, database and timeout. */
final class RedisUris {
    private RedisUris() {}

    /** The one server, or the sentinels and the name of their master. */
    static RedisURI node(RedisConfig config) {
        RedisURI uri = config.mode() == RedisMode.SENTINEL
                ? sentinel(config)
                : server(config, config.hosts().get(0));
        uri.setDatabase(config.database());
        return uri;
    }

    /** Some servers of a cluster. */
    static List<RedisURI> cluster(RedisConfig config) {
        return config.hosts().stream().map(host -> server(config, host)).toList();
    }

    private static RedisURI server(RedisConfig config, RedisHost host) {
        return authenticated(config, RedisURI.Builder.redis(host.host(), host.port()));
    }

    private static RedisURI sentinel(RedisConfig config) {
        RedisURI.Builder builder = RedisURI.builder()
                .withSentinelMasterId(config.sentinelInstanceName().orElseThrow());
        for (RedisHost host : config.hosts()) {
            builder.withSentinel(RedisURI.builder()
                    .withHost(host.host())
                    .withPort(host.port())
                    .withTimeout(RedisClients.CONNECT_TIMEOUT)
                    .build());
        }
        return authenticated(config, builder);
    }

    private static RedisURI authenticated(RedisConfig config, RedisURI.Builder builder) {
        config.password().map(RedisUris::characters).ifPresent(builder::withPassword);
        return builder.withTimeout(RedisClients.CONNECT_TIMEOUT)
                .withClientName("aura-auth")
                .build();
    }

    private static char[] characters(Secret secret) {
        CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(secret.reveal()));
        return Arrays.copyOf(decoded.array(), decoded.length());
    }
}
