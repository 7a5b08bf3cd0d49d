package io.github.auraauth.app.cli.oidc;

import io.github.auraauth.app.cli.apikey.Lifetime;
import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.client.ClientAddresses;
import io.github.auraauth.domain.client.ClientLifetimes;
import io.github.auraauth.domain.client.RedirectUri;
import io.github.auraauth.domain.provider.Scope;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The options of a client beside its name and its secret. */
final class ClientOptions {
    private static final String URIS = " takes an absolute https address, one of this machine, or an app's own scheme";

    @Option(
            names = {"-u", "--redirect-uri"},
            paramLabel = "URI",
            description = "Where people may be sent after a login, exactly; may be given again.")
    private List<String> redirects = List.of();

    @Option(
            names = {"-p", "--post-logout-uri"},
            paramLabel = "URI",
            description = "Where people may be sent after a logout, exactly; may be given again.")
    private List<String> postLogoutRedirects = List.of();

    @Option(
            names = "--backchannel-logout-uri",
            paramLabel = "URI",
            description = "Where the client is told of logouts.")
    private Optional<String> backChannelLogout = Optional.empty();

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            split = ",",
            description = "What it may ask for beside openid: profile, email, offline_access; all when absent.")
    private List<String> scopes = List.of();

    @Option(names = "--consent", paramLabel = "WHETHER", description = "required, or none: people are not asked.")
    private Optional<String> consent = Optional.empty();

    @Option(names = "--pkce", paramLabel = "WHETHER", description = "required, or optional for a confidential client.")
    private Optional<String> pkce = Optional.empty();

    @Option(
            names = "--resource-server",
            arity = "1",
            paramLabel = "WHETHER",
            description = "true: it may introspect the tokens of all clients.")
    private Optional<Boolean> resourceServer = Optional.empty();

    @Option(names = "--signing-alg", paramLabel = "ALG", description = "Of its id_tokens: RS256, or ES256.")
    private Optional<SignatureAlgorithm> algorithm = Optional.empty();

    @Option(names = "--access-token-lifetime", description = "Such as 10m.")
    private Optional<String> accessToken = Optional.empty();

    @Option(names = "--refresh-token-lifetime", description = "From each use on, such as 30d.")
    private Optional<String> refreshToken = Optional.empty();

    /** The addresses, those that were not given being as before. */
    ClientAddresses addresses(OidcCommand command, Optional<ClientAddresses> before, boolean development) {
        List<RedirectUri> given = uris(command, "-u", redirects, development);
        List<RedirectUri> afterLogout = uris(command, "-p", postLogoutRedirects, development);
        if (given.isEmpty() && before.isEmpty()) {
            throw command.wrong("-u is missing");
        }
        try {
            return new ClientAddresses(
                    given.isEmpty() ? before.orElseThrow().redirects() : given,
                    afterLogout.isEmpty()
                            ? before.map(ClientAddresses::postLogoutRedirects).orElse(List.of())
                            : afterLogout,
                    backChannelLogout.isPresent()
                            ? backChannelAddress(command, development)
                            : before.flatMap(ClientAddresses::backChannelLogout));
        } catch (IllegalArgumentException invalid) {
            throw command.wrong("--backchannel-logout-uri takes an https or http address without a fragment");
        }
    }

    /** Nothing is sent in clear text outside development, so that no such address is taken. */
    private Optional<URI> backChannelAddress(OidcCommand command, boolean development) {
        Optional<URI> given = backChannelLogout.filter(text -> !text.isEmpty()).map(URI::create);
        given.filter(uri -> !development && !"https".equalsIgnoreCase(uri.getScheme()))
                .ifPresent(uri -> {
                    throw command.wrong("--backchannel-logout-uri takes an https address");
                });
        return given;
    }

    /** What it may and must, the rest being as before. */
    Client.Policy policy(OidcCommand command, Client.Policy before) {
        SignatureAlgorithm wanted = algorithm.orElse(before.idTokenAlgorithm());
        if (wanted == SignatureAlgorithm.PS256) {
            throw command.wrong("--signing-alg takes RS256 or ES256");
        }
        return new Client.Policy(
                scopes.isEmpty() ? before.scopes() : named(command),
                either(command, "--consent", consent, "none").orElse(before.consentRequired()),
                either(command, "--pkce", pkce, "optional").orElse(before.pkceRequired()),
                resourceServer.orElse(before.resourceServer()),
                wanted);
    }

    /** How long its tokens are good for, the rest being as before. */
    ClientLifetimes lifetimes(OidcCommand command, ClientLifetimes before) {
        try {
            return new ClientLifetimes(
                    lifetime(command, "--access-token-lifetime", accessToken).orElse(before.accessToken()),
                    lifetime(command, "--refresh-token-lifetime", refreshToken).orElse(before.refreshToken()));
        } catch (IllegalArgumentException outside) {
            throw command.wrong("access tokens live 10 s to 1 d, refresh tokens 10 s to 366 d");
        }
    }

    private Set<String> named(OidcCommand command) {
        return scopes.stream()
                .map(String::strip)
                .map(name -> Scope.parse(name)
                        .orElseThrow(() -> command.wrong("--scope takes profile, email and offline_access")))
                .map(Scope::value)
                .collect(Collectors.toSet());
    }

    private static List<RedirectUri> uris(OidcCommand command, String option, List<String> texts, boolean development) {
        return texts.stream()
                .map(text -> RedirectUri.parse(text)
                        .filter(uri -> development || uri.isSafe())
                        .orElseThrow(() -> command.wrong(option + URIS)))
                .toList();
    }

    /** Whether it is required; empty when nothing is said. */
    private static Optional<Boolean> either(
            OidcCommand command, String option, Optional<String> given, String otherwise) {
        given.filter(word -> !word.equals("required") && !word.equals(otherwise))
                .ifPresent(word -> {
                    throw command.wrong(option + " takes required or " + otherwise);
                });
        return given.map("required"::equals);
    }

    private static Optional<Duration> lifetime(OidcCommand command, String option, Optional<String> given) {
        return given.map(text ->
                Lifetime.parse(text).orElseThrow(() -> command.wrong(option + " takes a number and d, h, m or s")));
    }
}
