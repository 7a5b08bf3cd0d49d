package io.github.auraauth.app.config.upstream;

import io.github.auraauth.app.config.variable.DirectHosts;
import io.github.auraauth.app.config.variable.Problem;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.outgoing.ForwardProxies;
import io.github.auraauth.outgoing.ForwardProxies.Credentials;
import io.github.auraauth.outgoing.ForwardProxies.ForwardProxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The proxies of outgoing calls: by the variables that most programs read, in upper case or else in lower case, and where these
 * are unset by Java's properties.
 */
public final class ProxySettings {
    private static final String ALLOWED = "http://host:port, or http://user:password@host:port with both escaped";
    private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*://.*");

    private final Map<String, String> environment;
    private final Function<String, Optional<String>> properties;
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private final ForwardProxies proxies;

    /**
     * @param environment what is taken of variables
     * @param properties Java's by name
     */
    public ProxySettings(Map<String, String> environment, Function<String, Optional<String>> properties) {
        this.environment = environment;
        this.properties = properties;
        this.proxies =
                new ForwardProxies(proxy("HTTP_PROXY", "http"), proxy("HTTPS_PROXY", "https"), direct()::contain);
    }

    public ForwardProxies proxies() {
        return proxies;
    }

    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Through what calls go, for people. */
    public List<String> notices() {
        return List.copyOf(notices);
    }

    private Optional<ForwardProxy> proxy(String variable, String scheme) {
        Optional<String> name = Stream.of(variable, variable.toLowerCase(Locale.ROOT))
                .filter(environment::containsKey)
                .findFirst();
        Optional<ForwardProxy> proxy =
                name.isPresent() ? parse(name.get(), environment.getOrDefault(name.get(), "")) : ofProperties(scheme);
        proxy.ifPresent(each -> notices.add("Calls of " + scheme + " go through the proxy " + each.host() + ":"
                + each.port() + ", by " + name.orElse(scheme + ".proxyHost")));
        return proxy;
    }

    private Optional<ForwardProxy> parse(String name, String given) {
        try {
            URI uri = new URI(SCHEME.matcher(given).matches() ? given : "http://" + given);
            boolean plain = "http".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null;
            if (plain && List.of("", "/").contains(uri.getPath()) && uri.getQuery() == null) {
                int port = uri.getPort() < 0 ? 80 : uri.getPort();
                return Optional.of(new ForwardProxy(uri.getHost(), port, credentials(uri)));
            }
        } catch (URISyntaxException | IllegalArgumentException unreadable) {
            // told below, without what was given: it may hold a password
        }
        problems.add(new Problem(name, "an address", ALLOWED));
        return Optional.empty();
    }

    private static Optional<Credentials> credentials(URI uri) {
        return Optional.ofNullable(uri.getRawUserInfo()).map(user -> {
            int colon = user.indexOf(':');
            String name = colon < 0 ? user : user.substring(0, colon);
            String password = colon < 0 ? "" : user.substring(colon + 1);
            return new Credentials(unescaped(name), Secret.ofText(unescaped(password)));
        });
    }

    /** Percent-decoded; a plus sign stays one, unlike in a form. */
    private static String unescaped(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private Optional<ForwardProxy> ofProperties(String scheme) {
        return property(scheme + ".proxyHost").flatMap(host -> {
            String port = property(scheme + ".proxyPort").orElse(scheme.equals("https") ? "443" : "80");
            if (port.matches("[0-9]{1,5}")) {
                return Optional.of(new ForwardProxy(host, Integer.parseInt(port), Optional.empty()));
            }
            problems.add(new Problem(scheme + ".proxyPort", '"' + Problem.masked(port) + '"', "a port"));
            return Optional.empty();
        });
    }

    private DirectHosts direct() {
        return Optional.ofNullable(environment.get("NO_PROXY"))
                .or(() -> Optional.ofNullable(environment.get("no_proxy")))
                .map(DirectHosts::ofList)
                .orElseGet(() -> property("http.nonProxyHosts")
                        .map(DirectHosts::ofPatterns)
                        .orElseGet(() -> DirectHosts.ofList("")));
    }

    private Optional<String> property(String name) {
        return properties.apply(name).filter(value -> !value.isBlank());
    }
}
