package io.github.auraauth.adapter.redis;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.crypto.AtRestCipher;
import io.github.auraauth.domain.revocation.Revocations;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.revocation.RevocationMirror;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The copy of all revocations in Redis: a hash of the version and the set, each encrypted. Someone who can write to Redis
 * can delete the copy or restore an older one, but cannot remove a revocation from it: an older one has a lower version,
 * which readers reject, or one beyond the log, and is replaced; and what cannot be decrypted counts as absent and is written anew.
 */
final class RedisRevocationMirror implements RevocationMirror {
    private static final String DEPENDENCY = "redis";
    private static final String VERSION_PLACE = "revocations/version";
    private static final String SET_PLACE = "revocations/set";
    private static final byte[] VERSION = ascii("version");
    private static final byte[] SET = ascii("set");
    private static final byte[] NOTHING = {};

    /** Writes both fields, if the version is still the bytes that were read, or still missing. */
    private static final byte[] REPLACE = ascii("""
            local held = redis.call('HGET', KEYS[1], 'version') or ''
            if held ~= ARGV[1] then return 0 end
            redis.call('HSET', KEYS[1], 'version', ARGV[2], 'set', ARGV[3])
            return 1
            """);

    private final byte[] key;
    private final RedisCommands redis;
    private final AtRestCipher cipher;

    RedisRevocationMirror(RedisKeys keys, RedisCommands redis, AtRestCipher cipher) {
        this.key = keys.revocations();
        this.redis = redis;
        this.cipher = cipher;
    }

    @Override
    public Optional<Revocations> read(Deadline deadline) {
        return field(SET, deadline)
                .flatMap(bytes -> cipher.openBytes(bytes, SET_PLACE))
                .flatMap(RevocationsCodec::decode);
    }

    @Override
    public Optional<Long> version(Deadline deadline) {
        return field(VERSION, deadline).flatMap(this::version);
    }

    @Override
    public void offer(Revocations all, Deadline deadline) {
        requireNonNull(all, "all");
        write(all, held -> held.filter(known -> known >= all.version()).isEmpty(), deadline);
    }

    @Override
    public void replace(long version, Revocations all, Deadline deadline) {
        requireNonNull(all, "all");
        write(all, held -> held.filter(known -> known == version).isPresent(), deadline);
    }

    private void write(Revocations all, Predicate<Optional<Long>> isDue, Deadline deadline) {
        byte[] set = cipher.sealBytes(RevocationsCodec.encode(all), SET_PLACE);
        byte[] version = cipher.sealBytes(ascii(Long.toString(all.version())), VERSION_PLACE);
        boolean done = false;
        while (!done) {
            Optional<byte[]> held = field(VERSION, deadline);
            done = !isDue.test(held.flatMap(this::version)) || replace(held.orElse(NOTHING), version, set, deadline);
        }
    }

    private Optional<Long> version(byte[] bytes) {
        return cipher.openBytes(bytes, VERSION_PLACE)
                .map(text -> Long.parseLong(new String(text, StandardCharsets.US_ASCII)));
    }

    private boolean replace(byte[] held, byte[] version, byte[] set, Deadline deadline) {
        Optional<Long> replaced = answer(
                commands -> commands.eval(REPLACE, ScriptOutputType.INTEGER, new byte[][] {key}, held, version, set),
                deadline);
        return replaced.orElse(0L) == 1;
    }

    private Optional<byte[]> field(byte[] name, Deadline deadline) {
        return answer(commands -> commands.hget(key, name), deadline);
    }

    private <T> Optional<T> answer(
            Function<RedisClusterAsyncCommands<byte[], byte[]>, RedisFuture<T>> command, Deadline deadline) {
        Duration wait = requireNonNull(deadline, "deadline").remaining();
        if (wait.isZero()) {
            throw new Outage.TimedOut(DEPENDENCY);
        }
        CompletableFuture<T> answer = redis.send(command);
        try {
            return Optional.ofNullable(answer.get(wait.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            answer.cancel(false);
            throw new Outage.TimedOut(DEPENDENCY, e);
        } catch (ExecutionException | CancellationException e) {
            throw new Outage.Unavailable(DEPENDENCY, e);
        } catch (InterruptedException e) {
            answer.cancel(false);
            Thread.currentThread().interrupt();
            throw new Outage.Unavailable(DEPENDENCY, e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
