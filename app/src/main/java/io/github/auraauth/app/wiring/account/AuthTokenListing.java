package io.github.auraauth.app.wiring.account;

import io.github.auraauth.app.config.Configuration;
import io.github.auraauth.app.process.StartRefused;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.authtoken.ListedAuthTokens;
import io.github.auraauth.port.in.authtoken.ListedAuthTokens.Applied;
import io.github.auraauth.port.in.authtoken.ListedAuthTokens.Reason;
import io.github.auraauth.port.in.authtoken.ListedAuthTokens.Rejected;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applies {@code AUTH_TOKENS} at the start, and says of single lines what an operator should know, by their numbers. */
final class AuthTokenListing {
    private static final Logger LOG = LoggerFactory.getLogger(AuthTokenListing.class);

    private AuthTokenListing() {}

    /** @throws StartRefused when a line cannot be applied */
    static void apply(ListedAuthTokens tokens, Configuration configuration, Deadline deadline) throws StartRefused {
        Optional<String> refusal = tokens.apply(
                        configuration.accounts().tokens(),
                        configuration.deployment().version(),
                        deadline)
                .fold(AuthTokenListing::tell, AuthTokenListing::tellOutdated, AuthTokenListing::refusal);
        if (refusal.isPresent()) {
            throw new StartRefused(refusal.get());
        }
    }

    private static Optional<String> tell(Applied applied) {
        if (!applied.withdrawn().isEmpty()) {
            LOG.warn(
                    "AUTH_TOKENS: the tokens of lines {} were taken back by hand and stay so",
                    numbers(applied.withdrawn()));
        }
        if (!applied.inactive().isEmpty()) {
            LOG.warn("AUTH_TOKENS: the accounts of lines {} are not active and stay so", numbers(applied.inactive()));
        }
        return Optional.empty();
    }

    private static Optional<String> tellOutdated() {
        LOG.warn("AUTH_TOKENS is not applied: an instance of a later AURA_VERSION has applied its list");
        return Optional.empty();
    }

    private static Optional<String> refusal(Rejected rejected) {
        return Optional.of("AUTH_TOKENS: line " + rejected.line() + " " + words(rejected.reason()));
    }

    private static String words(Reason reason) {
        return switch (reason) {
            case SECRET_TAKEN -> "has the secret of another token";
            case BEYOND_ACCOUNT -> "has permissions that its account, which was made otherwise, has not";
        };
    }

    private static String numbers(Set<Integer> lines) {
        return lines.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
