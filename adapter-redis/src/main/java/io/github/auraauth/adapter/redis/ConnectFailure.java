package io.github.auraauth.adapter.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why an attempt to connect failed, as far as an operator can do something about it. Nothing of what a server wrote is told.
 *
 * @param remedy what to do about it, in words; empty where trying again is all that can be done
 * @param unexplained whether nothing is known but that the connection ended. Lettuce ends it before it tells what was answered
 *     on it, so that a refusal may look like this too
 */
record ConnectFailure(Optional<String> remedy, boolean unexplained) {

    /** @param failure null where it is not known */
    static ConnectFailure of(@Nullable Throwable failure, boolean withTls) {
        if (failure == null) {
            return new ConnectFailure(Optional.empty(), false);
        }
        Optional<String> known = first(failure, ConnectFailure::remedy)
                .or(() -> withTls ? first(failure, ConnectFailure::unanswered) : Optional.empty());
        if (known.isPresent() || all(failure).noneMatch(ConnectFailure::isEnd)) {
            return new ConnectFailure(known, false);
        }
        return new ConnectFailure(
                withTls
                        ? Optional.empty()
                        : Optional.of("it ends the connection at once; where it wants TLS, set AURA_REDIS_TLS=true"),
                true);
    }

    private static Optional<String> first(Throwable failure, Function<Throwable, Optional<String>> words) {
        return all(failure).flatMap(each -> words.apply(each).stream()).findFirst();
    }

    /** Redis without TLS waits for the rest of what it takes for a command. */
    private static Optional<String> unanswered(Throwable cause) {
        return cause instanceof SslHandshakeTimeoutException || cause instanceof RedisCommandTimeoutException
                ? Optional.of(
                        "it does not answer in TLS; name its TLS port, or set AURA_REDIS_TLS=false where it has none")
                : Optional.empty();
    }

    private static boolean isEnd(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return message.contains("closed prematurely") || message.contains("reset");
    }

    private static Optional<String> remedy(Throwable cause) {
        if (cause instanceof NotSslRecordException) {
            return Optional.of(
                    "it does not speak TLS there; name its TLS port, or set AURA_REDIS_TLS=false where it has none");
        }
        if (cause instanceof CertPathBuilderException || cause instanceof CertPathValidatorException) {
            return Optional.of("its certificate is by no authority that is trusted here, or has expired; give the"
                    + " certificate of its authority in AURA_REDIS_TLS_CA");
        }
        if (cause instanceof CertificateException
                && String.valueOf(cause.getMessage()).startsWith("No ")) {
            return Optional.of("its certificate is for another host; name the hosts as the certificate does, in"
                    + " AURA_REDIS_HOSTS and in what sentinels and clusters announce");
        }
        return cause instanceof RedisCommandExecutionException ? refusal(cause) : Optional.empty();
    }

    private static Optional<String> refusal(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return switch (message.split(" ", 2)[0]) {
            case "WRONGPASS" ->
                Optional.of("it refuses the password; check AURA_REDIS_PASSWORD, AURA_REDIS_USERNAME and"
                        + " AURA_REDIS_SENTINEL_PASSWORD");
            case "NOAUTH" ->
                Optional.of("it wants a password; set AURA_REDIS_PASSWORD, and for sentinels"
                        + " AURA_REDIS_SENTINEL_PASSWORD");
            case "NOPERM" ->
                Optional.of("the user may not do what the service does; see the rights that its access control list"
                        + " needs");
            default ->
                message.contains("without any password configured") || message.contains("no password is set")
                        ? Optional.of("it has no password, but one is set here; take it out, or set it there")
                        : Optional.empty();
        };
    }

    /** The failure, its causes, and what was suppressed for them: one for each server that was asked. */
    private static Stream<Throwable> all(Throwable failure) {
        Stream<Throwable> below =
                Stream.concat(Stream.ofNullable(failure.getCause()), Arrays.stream(failure.getSuppressed()));
        return Stream.concat(Stream.of(failure), below.flatMap(ConnectFailure::all));
    }
}
