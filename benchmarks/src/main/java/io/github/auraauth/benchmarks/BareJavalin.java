package io.github.auraauth.benchmarks;

import io.javalin.Javalin;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.Objects;

/**
 * A bare handler that does one Redis GET and sends what it got: the least that any service of this kind must do, without
 * key, validation, metrics or log.
 */
public final class BareJavalin {
    private BareJavalin() {}

    /** @param arguments the port to listen on, the Redis to ask as {@code redis://host:port}, and the key to get */
    public static void main(String[] arguments) {
        int port = Integer.parseInt(arguments[0]);
        String name = arguments[2];
        RedisCommands<String, String> redis =
                RedisClient.create(arguments[1]).connect().sync();
        Javalin.create(config -> config.routes.get("/users/{auraId}", call -> {
                    call.contentType("application/json");
                    call.result(Objects.requireNonNull(redis.get(name)));
                }))
                .start("127.0.0.1", port);
    }
}
