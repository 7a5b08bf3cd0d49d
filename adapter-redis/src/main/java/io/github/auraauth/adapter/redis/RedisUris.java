package io.github.auraauth.adapter.redis;

import io.github.auraauth.domain.secret.Secret;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SslVerifyMode;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The configured hosts as Lettuce's URIs, with user, password, TLS, database and timeout. */
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
        return authenticated(config.access(), RedisURI.Builder.redis(host.host(), host.port()));
    }

    private static RedisURI sentinel(RedisConfig config) {
        RedisURI.Builder builder = RedisURI.builder()
                .withSentinelMasterId(config.sentinelInstanceName().orElseThrow());
        for (RedisHost host : config.hosts()) {
            RedisURI.Builder sentinel = RedisURI.builder().withHost(host.host()).withPort(host.port());
            config.access().sentinelPassword().map(RedisUris::characters).ifPresent(sentinel::withPassword);
            builder.withSentinel(secured(config.access(), sentinel).build());
        }
        return authenticated(config.access(), builder);
    }

    private static RedisURI authenticated(RedisConfig.Access access, RedisURI.Builder builder) {
        access.password()
                .map(RedisUris::characters)
                .ifPresent(password -> access.username()
                        .ifPresentOrElse(
                                name -> builder.withAuthentication(name, password),
                                () -> builder.withPassword(password)));
        return secured(access, builder).withClientName("aura-auth").build();
    }

    /** The host must be one that the certificate names. */
    private static RedisURI.Builder secured(RedisConfig.Access access, RedisURI.Builder builder) {
        return builder.withSsl(access.tls().isPresent())
                .withVerifyPeer(SslVerifyMode.FULL)
                .withTimeout(RedisClients.CONNECT_TIMEOUT);
    }

    private static char[] characters(Secret secret) {
        CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(secret.reveal()));
        return Arrays.copyOf(decoded.array(), decoded.length());
    }
}
