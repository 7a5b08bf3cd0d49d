package io.github.auraauth.benchmarks;

import io.javalin.Javalin;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A bare server: {@code /users/…} does one Redis GET and sends what it got, {@code /fixed} sends the same bytes without
 * asking. The least that any service of this kind must do, without key, validation, metrics or log.
 */
public final class BareJavalin {
    private BareJavalin() {}

    /**
     * @param arguments the port to listen on; then, to serve more than fixed bytes, the Redis to ask as
     *     {@code redis://host:port} and the key to get
     */
    public static void main(String[] arguments) {
        Javalin.create(config -> {
                    byte[] fixed = "{\"auraId\":\"bench-user\"}".getBytes(StandardCharsets.UTF_8);
                    if (arguments.length > 1) {
                        RedisCommands<String, String> redis =
                                RedisClient.create(arguments[1]).connect().sync();
                        String name = arguments[2];
                        fixed = Objects.requireNonNull(redis.get(name)).getBytes(StandardCharsets.UTF_8);
                        config.routes.get(
                                "/users/{auraId}",
                                call -> call.contentType("application/json")
                                        .result(Objects.requireNonNull(redis.get(name))));
                    }
                    byte[] bytes = fixed;
                    config.routes.get(
                            "/fixed",
                            call -> call.contentType("application/json").result(bytes));
                })
                .start("127.0.0.1", Integer.parseInt(arguments[0]));
    }
}
